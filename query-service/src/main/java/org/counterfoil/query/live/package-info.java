/** How answers keep up with the log: waiting until they have, and streaming what changes. */
@NullMarked
package org.counterfoil.query.live;

import org.jspecify.annotations.NullMarked;

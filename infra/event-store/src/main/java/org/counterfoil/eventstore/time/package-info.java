/** The one clock. */
@NullMarked
package org.counterfoil.eventstore.time;

import org.jspecify.annotations.NullMarked;

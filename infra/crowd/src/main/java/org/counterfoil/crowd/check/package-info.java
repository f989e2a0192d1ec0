/** What the crowd was told, and whether it can all be true. */
@NullMarked
package org.counterfoil.crowd.check;

import org.jspecify.annotations.NullMarked;

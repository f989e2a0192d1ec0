/** Places kept off general sale: hold codes, kills, and allotments that return or cascade. */
@NullMarked
package org.counterfoil.domain.heldback;

import org.jspecify.annotations.NullMarked;

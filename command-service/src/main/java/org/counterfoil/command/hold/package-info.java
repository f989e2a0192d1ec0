/** Seat holds. */
@NullMarked
package org.counterfoil.command.hold;

import org.jspecify.annotations.NullMarked;

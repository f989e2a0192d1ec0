/** Telling buyers apart without knowing who they are. */
@NullMarked
package org.counterfoil.command.buyer;

import org.jspecify.annotations.NullMarked;

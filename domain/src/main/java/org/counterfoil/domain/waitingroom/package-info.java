/**
 * The waiting room: its terms, its phases, and a draw that anyone can recompute and nobody can have
 * chosen.
 */
@NullMarked
package org.counterfoil.domain.waitingroom;

import org.jspecify.annotations.NullMarked;

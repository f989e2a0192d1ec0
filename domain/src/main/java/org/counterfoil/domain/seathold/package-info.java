/** Seat holds: who has which places, until when; tickets issued from them. */
@NullMarked
package org.counterfoil.domain.seathold;

import org.jspecify.annotations.NullMarked;

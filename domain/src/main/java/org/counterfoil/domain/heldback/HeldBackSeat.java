package org.counterfoil.domain.heldback;

import org.counterfoil.domain.seating.SeatId;
import org.counterfoil.domain.seating.ZoneName;

/**
 * A seat that is held back.
 *
 * @param index its place in plan order, from 0
 */
public record HeldBackSeat(int index, SeatId seatId, ZoneName zone) {}

package org.counterfoil.domain.seathold;

import org.counterfoil.domain.seating.SeatId;
import org.counterfoil.domain.seating.ZoneName;

/**
 * A seat of a hold.
 *
 * @param index its place in plan order, from 0
 */
public record HeldSeat(int index, SeatId seatId, ZoneName zone) {}

package org.counterfoil.domain.seating;

/** Where a seat is drawn, in hundredths of the plan's own unit of length. */
public record SeatPosition(int x, int y) {}

package org.counterfoil.domain.seathold;

import org.counterfoil.domain.seating.AreaName;
import org.counterfoil.domain.seating.ZoneName;

/** Places of a hold in a general admission area; {@code quantity} is at least 1. */
public record HeldArea(AreaName area, ZoneName zone, int quantity) {}

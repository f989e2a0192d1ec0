package org.counterfoil.domain.heldback;

import org.counterfoil.domain.seating.AreaName;
import org.counterfoil.domain.seating.ZoneName;

/** Places held back in a general admission area; {@code quantity} is at least 1. */
public record HeldBackArea(AreaName area, ZoneName zone, int quantity) {}

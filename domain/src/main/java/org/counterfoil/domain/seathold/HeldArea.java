package org.counterfoil.domain.seathold;

import org.counterfoil.domain.heldback.HeldBackId;
import org.counterfoil.domain.seating.AreaName;
import org.counterfoil.domain.seating.ZoneName;
import org.jspecify.annotations.Nullable;

/**
 * Places of a hold in a general admission area; {@code quantity} is at least 1.
 *
 * @param drawnFrom the hold code or allotment that kept them, to which they come back if the hold
 *     ends unsold; missing for places that were on general sale
 */
public record HeldArea(AreaName area, ZoneName zone, int quantity, @Nullable HeldBackId drawnFrom) {

  /** Places that were on general sale. */
  public HeldArea(AreaName area, ZoneName zone, int quantity) {
    this(area, zone, quantity, null);
  }
}

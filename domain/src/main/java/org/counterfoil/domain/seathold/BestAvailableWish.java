package org.counterfoil.domain.seathold;

import org.counterfoil.domain.seating.ZoneName;

/**
 * Seats of a zone, to be chosen for a party.
 *
 * @param quantity how many seats in all, at least 1
 * @param wheelchairs how many of them are to be wheelchair places
 * @param companions how many of them are to be companion places beside those
 */
public record BestAvailableWish(ZoneName zone, int quantity, int wheelchairs, int companions) {

  /** Seats for who needs no accessible place. */
  public static BestAvailableWish of(ZoneName zone, int quantity) {
    return new BestAvailableWish(zone, quantity, 0, 0);
  }

  boolean isAccessible() {
    return wheelchairs > 0 || companions > 0;
  }

  boolean isSound() {
    return quantity >= 1
        && wheelchairs >= 0
        && companions >= 0
        && (long) wheelchairs + companions <= quantity;
  }
}

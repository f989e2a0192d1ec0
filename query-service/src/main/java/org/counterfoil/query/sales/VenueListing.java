package org.counterfoil.query.sales;

import java.util.List;
import java.util.UUID;

/**
 * A venue that the organisation may use: its own, or one that a member of its networks shares.
 *
 * @param organisationId whose it is
 */
public record VenueListing(
    UUID venueId,
    UUID organisationId,
    String name,
    String address,
    String timeZone,
    boolean isShared,
    List<Plan> seatingPlans) {

  /** A version of a seating plan. */
  public record Plan(
      UUID seatingPlanId,
      String name,
      int version,
      String planHash,
      int seatCount,
      long capacity) {}
}

package org.counterfoil.eventstore.check;

import java.time.Duration;
import java.util.List;

/**
 * What a {@link LogCheck} saw.
 *
 * @param lastPosition of the last event looked at; -1 where there was none
 * @param events how many it looked at
 * @param holds what became of the holds
 * @param orders what became of the orders and their money
 * @param findingCount how many faults there are
 * @param findings the first hundred of them, in order of position
 */
public record LogReport(
    long lastPosition,
    long events,
    Holds holds,
    Orders orders,
    long findingCount,
    List<Finding> findings) {

  public LogReport {
    findings = List.copyOf(findings);
  }

  /** Whether everything is as it must be. */
  public boolean isClean() {
    return findingCount == 0;
  }

  /**
   * Holds by how they ended.
   *
   * @param live those that have not ended
   * @param soldPlaces seats and places of areas that were sold
   * @param latestExpiry the longest that an expiry was recorded after its time (I7)
   */
  public record Holds(
      long placed,
      long sold,
      long released,
      long expired,
      long live,
      long soldPlaces,
      Duration latestExpiry) {}

  /**
   * Orders by where they stand, and payments by what came of them.
   *
   * @param open neither completed nor lapsed
   * @param payments captured
   * @param refunds of which so many are owed back
   */
  public record Orders(
      long placed, long completed, long lapsed, long open, long payments, long refunds) {}
}

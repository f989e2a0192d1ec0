package org.counterfoil.domain.performance;

/**
 * The rules of a performance's sale.
 *
 * @param holdSeconds how long a hold lasts, in seconds
 * @param maxSeatsPerHold the most places of one hold, callers with a role excepted
 * @param maxSeatsPerBuyer the most places of one buyer in all
 * @param seatChoice whether buyers may name their seats
 * @param refuseOrphanSeats whether a hold may leave a single free seat between taken ones
 */
public record SaleRules(
    int holdSeconds,
    int maxSeatsPerHold,
    int maxSeatsPerBuyer,
    SeatChoice seatChoice,
    boolean refuseOrphanSeats) {

  public static final SaleRules DEFAULT = new SaleRules(480, 10, 10, SeatChoice.ANY, false);

  /** How buyers choose. */
  public enum SeatChoice {
    ANY,
    BEST_AVAILABLE_ONLY
  }
}

package org.counterfoil.domain.order;

import java.util.List;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.performance.PriceQuota;
import org.counterfoil.domain.seathold.PerformanceSeats;
import org.counterfoil.domain.seathold.PricedTicket;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the quotas of price types. They are decided with the order, in the performance's lane, so
 * that of many orders at once exactly as many get through as the quota allows. Nobody is above
 * them, staff neither: who wants more changes the price list.
 */
final class Quotas {

  private Quotas() {}

  /** Null where every ticket is within its quota; else the refusal. */
  static @Nullable Decision<Event> refuse(List<PricedTicket> tickets, PerformanceSeats seats) {
    return refuse(tickets, List.of(), seats);
  }

  /**
   * The same where other tickets are given up for these.
   *
   * @param givenUp whose share counts as free
   */
  static @Nullable Decision<Event> refuse(
      List<PricedTicket> tickets, List<PricedTicket> givenUp, PerformanceSeats seats) {
    for (PriceQuota quota : seats.performance().quotas()) {
      long asked =
          tickets.stream()
              .filter(ticket -> ticket.zone().equals(quota.zone()))
              .filter(ticket -> ticket.priceType().equals(quota.priceType()))
              .count();
      long back =
          givenUp.stream()
              .filter(ticket -> ticket.zone().equals(quota.zone()))
              .filter(ticket -> ticket.priceType().equals(quota.priceType()))
              .count();
      long taken = seats.inventory().takenOf(quota.zone(), quota.priceType()) - back;
      if (asked > 0 && taken + asked > quota.quota()) {
        return Decision.reject(
            OrderRejection.QUOTA_REACHED,
            "Expected at most "
                + quota.quota()
                + " tickets of "
                + quota.priceType()
                + " in \""
                + quota.zone()
                + "\", but "
                + taken
                + " are taken and "
                + asked
                + " are asked");
      }
    }
    return null;
  }
}

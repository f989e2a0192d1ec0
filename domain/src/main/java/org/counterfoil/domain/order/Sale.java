package org.counterfoil.domain.order;

import java.time.Instant;
import org.counterfoil.domain.seathold.HoldId;
import org.counterfoil.domain.seathold.PerformanceSeats;
import org.counterfoil.domain.seathold.SeatHold;

/** What a decision about an order is made on: the order and the seats it takes. */
public record Sale(Order order, PerformanceSeats seats) {

  /**
   * Whether money can buy the order's tickets as they were ordered: it is neither paid nor over,
   * and every one of its holds still keeps its places. Only then may they be sold (I1).
   */
  boolean isPayableAt(Instant now) {
    if (order.status() != Order.Status.PLACED || !now.isBefore(order.placed().payBefore())) {
      return false;
    }
    for (HoldId id : order.placed().holds()) {
      SeatHold hold = seats.inventory().hold(id);
      if (hold == null || hold.isOverAt(now)) {
        return false;
      }
    }
    return true;
  }
}

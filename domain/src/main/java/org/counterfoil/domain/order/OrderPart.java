package org.counterfoil.domain.order;

import java.util.List;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.seathold.HoldId;

/**
 * What a joint order takes of one performance. It is an order of its own, which is placed, paid and
 * lapses with the others; the first one's id is the joint order's.
 */
public record OrderPart(OrderId orderId, PerformanceId performanceId, List<HoldId> holds) {
  public OrderPart {
    holds = List.copyOf(holds);
  }
}

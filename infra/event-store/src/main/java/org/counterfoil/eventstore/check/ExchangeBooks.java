package org.counterfoil.eventstore.check;

import java.util.HashMap;
import java.util.Map;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.order.OrderEvent.PaidByExchange;
import org.counterfoil.domain.order.OrderEvent.TicketsExchangedElsewhere;

/** Exchanges between performances: what leaves one order arrives in the other, and nothing else. */
final class ExchangeBooks {

  private final Findings findings;
  private final boolean isWhole;
  private final Map<OrderId, TicketsExchangedElsewhere> underWay = new HashMap<>();

  /**
   * Nothing is known yet.
   *
   * @param isWhole whether both performances of an exchange are looked at
   */
  ExchangeBooks(Findings findings, boolean isWhole) {
    this.findings = findings;
    this.isWhole = isWhole;
  }

  void leave(TicketsExchangedElsewhere left) {
    require(
        !left.intoPerformanceId().equals(left.performanceId())
            && underWay.put(left.intoOrderId(), left) == null,
        left.intoOrderId());
  }

  void arrive(PaidByExchange paid) {
    TicketsExchangedElsewhere left = underWay.remove(paid.orderId());
    if (left == null) {
      require(!isWhole, paid.orderId());
      return;
    }
    require(
        left.orderId().equals(paid.fromOrderId())
            && left.performanceId().equals(paid.fromPerformanceId())
            && left.intoPerformanceId().equals(paid.performanceId())
            && left.organisationId().equals(paid.organisationId())
            && left.currency().equals(paid.currency())
            && left.carried().equals(paid.carried()),
        paid.orderId());
  }

  /** Looks, at the end, whether everything that left has arrived. */
  void close() {
    if (isWhole) {
      underWay.keySet().forEach(order -> require(false, order));
    }
  }

  private void require(boolean isSound, OrderId into) {
    findings.require(
        isSound,
        Invariant.EXCHANGE_ARRIVES_WHOLE,
        () ->
            "Expected what left another order to pay for order %s, once and whole, but it is not so"
                .formatted(into));
  }
}

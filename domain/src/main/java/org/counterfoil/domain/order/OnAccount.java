package org.counterfoil.domain.order;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.order.OrderEvent.OrderPlaced;
import org.counterfoil.domain.order.OrderEvent.OrderPutOnAccount;

/**
 * Issues tickets before they are paid. Nothing of them is paid then, and they are paid in one, so
 * that their tax is due with one payment, and nothing has to be divided when some come back before.
 */
final class OnAccount {

  private OnAccount() {}

  static Decision<Event> put(Sale sale, Instant now) {
    Order order = sale.order();
    if (order.isOnAccount()) {
      return Decision.accept();
    }
    Decision<Event> agents = Payments.refuseAgent(order);
    if (agents != null) {
      return agents;
    }
    if (order.status() == Order.Status.COMPLETED) {
      return Decision.reject(
          OrderRejection.ORDER_COMPLETED,
          "Expected an order without tickets, but it has them already");
    }
    if (!sale.isPayableAt(now)) {
      return Payments.lapsed(order);
    }
    if (order.placed().lines().stream().anyMatch(l -> l.product() == LineProduct.VOUCHER)) {
      return Decision.reject(
          OrderRejection.VOUCHER_NOT_ON_ACCOUNT,
          "Expected an order without vouchers, because nobody has paid for them, but it sells one");
    }
    if (order.placed().lines().stream().anyMatch(l -> l.product() == LineProduct.PASS)) {
      return Decision.reject(
          OrderRejection.PASS_NOT_ON_ACCOUNT,
          "Expected an order without passes, because nobody has paid for them, but it sells one");
    }
    if (order.passAsked != null) {
      return Decision.reject(
          OrderRejection.PASS_REQUIRED,
          "Expected tickets that money pays for, but some of them ask for a pass");
    }
    if (!order.outstanding().equals(order.total())) {
      return Decision.reject(
          OrderRejection.ORDER_PARTLY_PAID,
          "Expected an order of which nothing is paid, but "
              + order.received().minor()
              + " was received");
    }
    OrderPlaced placed = order.placed();
    List<Event> events = new ArrayList<>();
    events.add(
        new OrderPutOnAccount(
            placed.orderId(), placed.organisationId(), placed.performanceId(), order.total()));
    Payments.complete(sale, now, events);
    return Decision.accept(events);
  }
}

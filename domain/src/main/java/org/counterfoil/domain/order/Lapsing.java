package org.counterfoil.domain.order;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.order.Order.Payment;
import org.counterfoil.domain.order.Order.PaymentStatus;
import org.counterfoil.domain.order.OrderCommand.LapseOrder;
import org.counterfoil.domain.order.OrderCommand.RecordRefundPaid;
import org.counterfoil.domain.order.OrderEvent.OrderLapsed;
import org.counterfoil.domain.order.OrderEvent.OrderPlaced;
import org.counterfoil.domain.order.OrderEvent.RefundDue;
import org.counterfoil.domain.order.OrderEvent.RefundPaid;

/** Decides about orders that are over unpaid, and about money that is owed back. */
final class Lapsing {

  private Lapsing() {}

  static Decision<Event> lapse(LapseOrder lapse, Order state) {
    if (state.status() != Order.Status.PLACED) {
      return Decision.accept();
    }
    OrderPlaced order = state.placed();
    List<Event> events = new ArrayList<>();
    events.add(
        new OrderLapsed(
            order.orderId(), order.organisationId(), order.performanceId(), state.parts()));
    Iterator<RefundId> spare = lapse.spareRefundIds().iterator();
    for (Payment payment : state.payments()) {
      if (payment.status() == PaymentStatus.CAPTURED && !state.refunded.contains(payment.id())) {
        events.add(
            new RefundDue(
                order.orderId(),
                order.organisationId(),
                order.performanceId(),
                spare.next(),
                payment.id(),
                payment.method(),
                payment.provider(),
                payment.amount(),
                RefundReason.ORDER_LAPSED));
      }
    }
    return Decision.accept(events);
  }

  static Decision<Event> refundPaid(RecordRefundPaid paid, Order state) {
    if (state.refundsPaid.contains(paid.refundId())) {
      return Decision.accept();
    }
    if (!state.owed.containsKey(paid.refundId())) {
      return Decision.reject(
          OrderRejection.UNKNOWN_REFUND,
          "Expected a refund of this order, but there is none with id " + paid.refundId());
    }
    OrderPlaced order = state.placed();
    return Decision.accept(
        new RefundPaid(
            order.orderId(), order.organisationId(), order.performanceId(), paid.refundId()));
  }
}

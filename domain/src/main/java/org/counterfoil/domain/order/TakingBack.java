package org.counterfoil.domain.order;

import java.util.ArrayList;
import java.util.List;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.money.Money;
import org.counterfoil.domain.money.PaymentMethod;
import org.counterfoil.domain.order.Order.Payment;
import org.counterfoil.domain.order.OrderCommand.RestorePayment;
import org.counterfoil.domain.order.OrderCommand.TakeBackPayment;
import org.counterfoil.domain.order.OrderEvent.OrderPlaced;
import org.counterfoil.domain.order.OrderEvent.PaymentRestored;
import org.counterfoil.domain.order.OrderEvent.PaymentTakenBack;
import org.counterfoil.domain.seathold.TicketReason;
import org.jspecify.annotations.Nullable;

/**
 * Decides about money that was received and is taken back by whoever paid, whatever it was paid by.
 * The order owes it again: it is paid after all, comes again by itself, or is given up when its
 * tickets are taken back.
 */
final class TakingBack {

  private TakingBack() {}

  static Decision<Event> takeBack(TakeBackPayment wish, Sale sale, Returns returns) {
    Order order = sale.order();
    if (wish.isTold() && order.wentOnce.contains(wish.paymentId())) {
      return Decision.accept();
    }
    Payment payment = order.payment(wish.paymentId());
    if (payment == null) {
      return unknown(wish.paymentId());
    }
    Decision<Event> refusal = refuse(payment, sale);
    if (refusal != null) {
      return refusal;
    }
    Long wished = wish.amountMinor();
    long kept = order.keptMinor(payment);
    long amount = wished == null ? kept : wished;
    refusal = refuse(amount, wish.feeMinor(), kept);
    if (refusal != null) {
      return refusal;
    }
    OrderPlaced placed = order.placed();
    List<Event> events = new ArrayList<>();
    events.add(
        new PaymentTakenBack(
            placed.orderId(),
            placed.organisationId(),
            placed.performanceId(),
            payment.id(),
            payment.method(),
            payment.provider(),
            wish.reason(),
            wish.isFromBank(),
            new Money(amount, placed.currency()),
            wish.feeMinor(),
            Unpaid.paidBy(amount, payment, order)));
    if (wish.voidsTickets()) {
      returns.invalidated(
          order.tickets().stream().filter(ticket -> !ticket.isVoid()).toList(),
          payment.method().equals(PaymentMethod.CARD)
              ? TicketReason.CHARGEBACK
              : TicketReason.UNPAID,
          events);
    }
    return Decision.accept(events);
  }

  private static @Nullable Decision<Event> refuse(Payment payment, Sale sale) {
    Order order = sale.order();
    if (payment.status() != Order.PaymentStatus.CAPTURED) {
      return Decision.reject(
          OrderRejection.PAYMENT_NOT_RECEIVED,
          "Expected money that was received, but the payment is " + payment.status());
    }
    if (payment.method().equals(PaymentMethod.CASH) || payment.method().isDebt()) {
      return Decision.reject(
          OrderRejection.PAYMENT_IS_FINAL,
          "Expected money that can be taken back, but it was paid by " + payment.method());
    }
    Decision<Event> agents = Payments.refuseAgent(order);
    if (agents != null) {
      return agents;
    }
    if (order.takenBack.containsKey(payment.id())) {
      return Decision.reject(
          OrderRejection.PAYMENT_TAKEN_BACK,
          "Expected money that is kept, but payment " + payment.id() + " was taken back before");
    }
    if (order.refunded.contains(payment.id())) {
      return Decision.reject(
          OrderRejection.PAYMENT_GIVEN_BACK,
          "Expected money that is kept, but payment " + payment.id() + " is owed back");
    }
    return order.status() == Order.Status.COMPLETED
        ? null
        : Decision.reject(
            OrderRejection.ORDER_NOT_COMPLETED,
            "Expected an order with tickets, but it is " + order.status());
  }

  static @Nullable Decision<Event> refuse(long amount, long fee, long paid) {
    if (amount < 1 || fee < 0) {
      return Decision.reject(
          OrderRejection.AMOUNT_NOT_POSITIVE,
          "Expected an amount of more than 0 and no negative fee, but they are "
              + amount
              + " and "
              + fee);
    }
    return amount <= paid
        ? null
        : Decision.reject(
            OrderRejection.TAKEN_BACK_EXCEEDS_PAID,
            "Expected at most " + paid + ", but " + amount + " was taken back");
  }

  /** What is owed is paid by it as far as it goes; where less is owed, the whole is owed back. */
  static Decision<Event> restore(RestorePayment wish, Sale sale) {
    Order order = sale.order();
    Payment payment = order.payment(wish.paymentId());
    if (payment == null) {
      return unknown(wish.paymentId());
    }
    Long amount = order.takenBack.get(payment.id());
    if (amount == null || order.restored.contains(payment.id())) {
      return wish.isTold() && order.wentOnce.contains(payment.id())
          ? Decision.accept()
          : Decision.reject(
              OrderRejection.PAYMENT_NOT_TAKEN_BACK,
              "Expected money that was taken back, but payment " + payment.id() + " was not");
    }
    if (wish.feeMinor() < 0) {
      return Decision.reject(
          OrderRejection.AMOUNT_NOT_POSITIVE,
          "Expected no negative fee, but it is " + wish.feeMinor());
    }
    OrderPlaced placed = order.placed();
    boolean isOwed = amount <= order.outstanding().minor();
    return Decision.accept(
        new PaymentRestored(
            placed.orderId(),
            placed.organisationId(),
            placed.performanceId(),
            payment.id(),
            payment.method(),
            payment.provider(),
            wish.isToBank(),
            new Money(amount, placed.currency()),
            wish.feeMinor(),
            isOwed ? Unpaid.paidAgainBy(payment, order) : List.of(),
            isOwed ? null : wish.spareRefundId()));
  }

  private static Decision<Event> unknown(PaymentId payment) {
    return Decision.reject(
        OrderRejection.UNKNOWN_PAYMENT,
        "Expected a payment of this order, but there is none with id " + payment);
  }
}

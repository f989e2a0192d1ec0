package org.counterfoil.domain.order;

import java.time.Instant;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.money.Money;
import org.counterfoil.domain.money.PaymentMethod;
import org.counterfoil.domain.order.OrderCommand.StartPassPayment;
import org.counterfoil.domain.order.OrderEvent.OrderPlaced;
import org.counterfoil.domain.order.OrderEvent.PassAsked;
import org.counterfoil.domain.order.OrderEvent.PaymentStarted;
import org.jspecify.annotations.Nullable;

/**
 * Decides what passes pay for: all the tickets of an order that ask for one, at once, with one
 * pass. So it is never in doubt which pass a use goes back to.
 */
final class PassPayments {

  private PassPayments() {}

  static Decision<Event> start(StartPassPayment start, Sale sale, Instant now) {
    Order order = sale.order();
    Decision<Event> refusal = Payments.refuseAgent(order);
    if (refusal == null && order.payment(start.paymentId()) != null) {
      refusal = Payments.exists(start.paymentId());
    }
    refusal = refusal == null ? Payments.refuse(start.amount(), order.placed()) : refusal;
    if (refusal == null && order.status() == Order.Status.PLACED && !sale.isPayableAt(now)) {
      refusal = Payments.lapsed(order);
    }
    refusal = refusal == null ? refuseUnasked(start, order) : refusal;
    if (refusal != null) {
      return refusal;
    }
    OrderPlaced placed = order.placed();
    return Decision.accept(
        new PaymentStarted(
            placed.orderId(),
            placed.organisationId(),
            placed.performanceId(),
            start.paymentId(),
            PaymentMethod.PASS,
            ProviderName.PASSES,
            null,
            start.passId(),
            start.amount()));
  }

  private static @Nullable Decision<Event> refuseUnasked(StartPassPayment start, Order order) {
    PassAsked asked = order.passAsked;
    if (order.status() == Order.Status.LAPSED) {
      return Payments.lapsed(order);
    }
    if (asked == null || !asked.pass().equals(start.terms().pass())) {
      return Decision.reject(
          OrderRejection.PASS_NOT_ASKED,
          "Expected a pass that tickets of the order ask for, but "
              + start.terms().pass()
              + " is not");
    }
    if (order.owedByPass().isZero()) {
      return Payments.overpaid(0, start.amount());
    }
    boolean isWorthOne =
        asked.use().equals(start.terms().use()) && asked.taxRate().equals(start.terms().taxRate());
    if (!isWorthOne) {
      return Decision.reject(
          OrderRejection.PASS_OF_ANOTHER_VALUE,
          "Expected a pass whose uses are worth what the tickets cost, "
              + asked.use().minor()
              + " taxed at "
              + asked.taxRate()
              + " percent, but one is "
              + start.terms().use().minor()
              + " taxed at "
              + start.terms().taxRate());
    }
    return start.amount().equals(order.owedByPass())
        ? null
        : Decision.reject(
            OrderRejection.PASS_PAYS_ITS_TICKETS,
            "Expected all that asks for a pass to be paid in one, "
                + order.owedByPass().minor()
                + ", but the amount is "
                + start.amount().minor());
  }

  /** Null where the amount leaves to a pass what a pass is to pay; else the refusal. */
  static @Nullable Decision<Event> refuseMoney(Money amount, Order order) {
    Money most = order.outstanding().minus(order.owedByPass());
    return amount.isMoreThan(most)
        ? Decision.reject(
            OrderRejection.PASS_REQUIRED,
            "Expected at most "
                + most.minor()
                + ", because a pass pays the rest, but the amount is "
                + amount.minor())
        : null;
  }
}

package org.counterfoil.eventstore.check;

import static org.counterfoil.eventstore.check.WrittenNames.EUR;
import static org.counterfoil.eventstore.check.WrittenNames.FEE;
import static org.counterfoil.eventstore.check.WrittenNames.PERFORMANCE;
import static org.counterfoil.eventstore.check.WrittenNames.THEATRE;
import static org.counterfoil.eventstore.check.WrittenNames.id;
import static org.counterfoil.eventstore.check.WrittenNames.order;
import static org.counterfoil.eventstore.check.WrittenNames.payment;

import java.util.List;
import org.counterfoil.domain.money.Money;
import org.counterfoil.domain.money.PaymentMethod;
import org.counterfoil.domain.money.TaxRate;
import org.counterfoil.domain.order.LineProduct;
import org.counterfoil.domain.order.OrderEvent;
import org.counterfoil.domain.order.OrderEvent.RefundPaidOut;
import org.counterfoil.domain.order.OrderEvent.TicketsInvalidated;
import org.counterfoil.domain.order.OrderEvent.TicketsRefunded;
import org.counterfoil.domain.order.RefundId;
import org.counterfoil.domain.order.RefundPart;
import org.counterfoil.domain.order.RefundedLine;
import org.counterfoil.domain.order.RefundedTicket;
import org.counterfoil.domain.order.RevenueStand;
import org.counterfoil.domain.order.TakenBackReason;
import org.counterfoil.domain.order.TaxShare;
import org.counterfoil.domain.seathold.TicketId;
import org.counterfoil.domain.seathold.TicketReason;

/** What comes back: refunds, payments taken back, and tickets that are none any more. */
interface WrittenRefunds<L> extends Writing<L> {

  /** Of 25.00; what remains is as it is told, whether that is so or not. */
  default L refunded(String order, int number, String payment, long minor, long remaining) {
    return refunded(order, number, payment, minor, minor, remaining);
  }

  default L refunded(
      String order, int number, String payment, long minor, long part, long remaining) {
    TaxRate rate = new TaxRate("5.5");
    long after = rate.split(new Money(remaining, EUR)).net().minor();
    long net = rate.split(new Money(remaining + minor, EUR)).net().minor() - after;
    return money(
        new TicketsRefunded(
            order(order),
            THEATRE,
            PERFORMANCE,
            1,
            TicketReason.CUSTOMER_REQUEST,
            RevenueStand.DEFERRED,
            EUR,
            List.of(
                new RefundedTicket(
                    new TicketId(id("ticket " + number)),
                    number,
                    minor,
                    net,
                    minor - net,
                    rate,
                    remaining)),
            List.of(
                new RefundPart(
                    new RefundId(id("refund of " + payment + number + remaining)),
                    payment(payment),
                    PaymentMethod.CARD,
                    null,
                    part,
                    List.of(new TaxShare(rate, net, minor - net)),
                    false))));
  }

  /** Of the fee; what remains is as it is told, whether that is so or not. */
  default L feeRefunded(String order, String payment, long minor, long remaining) {
    TaxRate rate = new TaxRate("20");
    long net =
        rate.split(new Money(remaining + minor, EUR)).net().minor()
            - rate.split(new Money(remaining, EUR)).net().minor();
    return money(
        new TicketsRefunded(
            order(order),
            THEATRE,
            PERFORMANCE,
            1,
            TicketReason.GOODWILL,
            RevenueStand.DEFERRED,
            EUR,
            List.of(),
            List.of(
                new RefundedLine(FEE, LineProduct.FEE, minor, net, minor - net, rate, remaining)),
            List.of(
                new RefundPart(
                    new RefundId(id("refund of fee " + remaining)),
                    payment(payment),
                    PaymentMethod.CARD,
                    null,
                    minor,
                    List.of(new TaxShare(rate, net, minor - net)),
                    false))));
  }

  default L paidOut(String order, int number, String payment, long remaining) {
    return money(
        new RefundPaidOut(
            order(order),
            THEATRE,
            PERFORMANCE,
            new RefundId(id("refund of " + payment + number + remaining)),
            PaymentMethod.CASH,
            null,
            new Money(1, EUR)));
  }

  /** Taken back by who had paid, of one ticket of 25.00 for each 25.00. */
  default L takenBack(String order, String payment, long minor) {
    return money(
        new OrderEvent.PaymentTakenBack(
            order(order),
            THEATRE,
            PERFORMANCE,
            payment(payment),
            PaymentMethod.CARD,
            null,
            TakenBackReason.DISPUTED,
            false,
            new Money(minor, EUR),
            0,
            shares(minor)));
  }

  default L restored(String order, String payment, long minor) {
    return money(
        new OrderEvent.PaymentRestored(
            order(order),
            THEATRE,
            PERFORMANCE,
            payment(payment),
            PaymentMethod.CARD,
            null,
            false,
            new Money(minor, EUR),
            0,
            shares(minor),
            null));
  }

  private static List<TaxShare> shares(long minor) {
    long tickets = minor / 2_500;
    return List.of(new TaxShare(new TaxRate("5.5"), 2_370 * tickets, 130 * tickets));
  }

  default L invalidated(String order, int number) {
    return money(
        new TicketsInvalidated(
            order(order),
            THEATRE,
            PERFORMANCE,
            List.of(new TicketId(id("ticket " + number))),
            TicketReason.DUPLICATE));
  }
}

package org.counterfoil.eventstore.check;

import static org.counterfoil.eventstore.check.WrittenNames.EUR;
import static org.counterfoil.eventstore.check.WrittenNames.FEE;
import static org.counterfoil.eventstore.check.WrittenNames.PERFORMANCE;
import static org.counterfoil.eventstore.check.WrittenNames.THEATRE;
import static org.counterfoil.eventstore.check.WrittenNames.WEB;
import static org.counterfoil.eventstore.check.WrittenNames.hold;
import static org.counterfoil.eventstore.check.WrittenNames.id;
import static org.counterfoil.eventstore.check.WrittenNames.order;
import static org.counterfoil.eventstore.check.WrittenNames.payment;
import static org.counterfoil.eventstore.check.WrittenNames.ticket;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.money.Money;
import org.counterfoil.domain.money.PaymentMethod;
import org.counterfoil.domain.money.TaxRate;
import org.counterfoil.domain.money.TaxSplit;
import org.counterfoil.domain.order.IssuedNumber;
import org.counterfoil.domain.order.LineProduct;
import org.counterfoil.domain.order.OrderEvent;
import org.counterfoil.domain.order.OrderPart;
import org.counterfoil.domain.order.PricedLine;
import org.counterfoil.domain.order.RefundId;
import org.counterfoil.domain.order.RefundReason;
import org.counterfoil.domain.performance.FeeCode;
import org.counterfoil.domain.seathold.TicketId;

/** Orders: placed, paid, put on account, joined, lapsed and complete. */
interface WrittenOrders<L> extends Writing<L> {

  default L ordered(String hold, String order, long totalMinor) {
    return money(
        new OrderEvent.OrderPlaced(
            order(order),
            THEATRE,
            PERFORMANCE,
            WEB,
            List.of(hold(hold)),
            IntStream.rangeClosed(1, (int) (totalMinor / 2_500))
                .mapToObj(n -> ticket(hold, n))
                .toList(),
            EUR,
            totalMinor,
            0,
            now().plusSeconds(480)));
  }

  /** One ticket, and a fee beside it. */
  default L orderedWithFee(String hold, String order, long feeMinor, long totalMinor) {
    TaxSplit fee = new TaxRate("20").split(new Money(feeMinor, EUR));
    return money(
        new OrderEvent.OrderPlaced(
            order(order),
            THEATRE,
            PERFORMANCE,
            WEB,
            List.of(hold(hold)),
            List.of(ticket(hold, 1)),
            List.of(
                new PricedLine(
                    FEE,
                    LineProduct.FEE,
                    new FeeCode("BOOKING"),
                    new PublicLabel("Frais"),
                    1,
                    feeMinor,
                    fee.net().minor(),
                    fee.tax().minor(),
                    fee.rate(),
                    null)),
            EUR,
            totalMinor,
            0,
            now().plusSeconds(480)));
  }

  default L captured(String order, String payment, long minor) {
    return money(
        new OrderEvent.PaymentCaptured(
            order(order),
            THEATRE,
            PERFORMANCE,
            payment(payment),
            PaymentMethod.CASH,
            null,
            null,
            new Money(minor, EUR)));
  }

  default L completed(String order, int... numbers) {
    List<IssuedNumber> tickets =
        Arrays.stream(numbers)
            .mapToObj(n -> new IssuedNumber(new TicketId(id("ticket " + n)), n))
            .toList();
    return money(new OrderEvent.OrderCompleted(order(order), THEATRE, PERFORMANCE, tickets));
  }

  default L onAccount(String order, long minor) {
    return money(
        new OrderEvent.OrderPutOnAccount(
            order(order), THEATRE, PERFORMANCE, new Money(minor, EUR)));
  }

  /** One part of the joint order that all of them are. */
  default L joined(String order, String... all) {
    List<OrderPart> parts =
        Arrays.stream(all).map(each -> new OrderPart(order(each), PERFORMANCE, List.of())).toList();
    return money(new OrderEvent.OrderJoined(order(order), THEATRE, PERFORMANCE, parts));
  }

  default L lapsed(String order) {
    return money(new OrderEvent.OrderLapsed(order(order), THEATRE, PERFORMANCE));
  }

  default L refundDue(String order, String payment, long minor) {
    return money(
        new OrderEvent.RefundDue(
            order(order),
            THEATRE,
            PERFORMANCE,
            new RefundId(id("refund of " + payment)),
            payment(payment),
            PaymentMethod.CASH,
            null,
            new Money(minor, EUR),
            RefundReason.ORDER_LAPSED));
  }
}

package org.counterfoil.domain.order;

import static org.counterfoil.domain.Theatre.EUR;
import static org.counterfoil.domain.Theatre.ORGANISATION;
import static org.counterfoil.domain.Theatre.PERFORMANCE;
import static org.counterfoil.domain.Theatre.WEB;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.Given;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.Theatre;
import org.counterfoil.domain.money.Money;
import org.counterfoil.domain.money.PaymentMethod;
import org.counterfoil.domain.money.TaxRate;
import org.counterfoil.domain.order.OrderEvent.OrderCompleted;
import org.counterfoil.domain.order.OrderEvent.OrderLapsed;
import org.counterfoil.domain.order.OrderEvent.OrderPlaced;
import org.counterfoil.domain.order.OrderEvent.OrderPutOnAccount;
import org.counterfoil.domain.order.OrderEvent.PaymentCaptured;
import org.counterfoil.domain.order.OrderEvent.PaymentFailed;
import org.counterfoil.domain.order.OrderEvent.PaymentStarted;
import org.counterfoil.domain.order.OrderEvent.RefundDue;
import org.counterfoil.domain.order.OrderEvent.RefundPaid;
import org.counterfoil.domain.seathold.CompReason;
import org.counterfoil.domain.seathold.HoldId;
import org.counterfoil.domain.seathold.PricedTicket;

/** Facts about one order of two seats at 25.00. */
final class OrderFacts {

  static final OrderId ORDER = Given.order(1);
  static final HoldId HOLD = Given.hold(1);
  static final ProviderName PROVIDER = new ProviderName("simulated");

  private OrderFacts() {}

  static PaymentId payment(int n) {
    return new PaymentId(Theatre.id(300 + n));
  }

  static RefundId refund(int n) {
    return new RefundId(Theatre.id(400 + n));
  }

  static Money euros(long minor) {
    return new Money(minor, EUR);
  }

  static List<PricedTicket> tickets() {
    return List.of(
        Given.fullPrice(Given.ticket(1), HOLD, "ORCH-A-1"),
        Given.fullPrice(Given.ticket(2), HOLD, "ORCH-A-2"));
  }

  static OrderPlaced placed(Instant payBefore) {
    return new OrderPlaced(
        ORDER, ORGANISATION, PERFORMANCE, WEB, List.of(HOLD), tickets(), EUR, 5000, 260, payBefore);
  }

  static PaymentStarted started(PaymentId payment, long minor) {
    return new PaymentStarted(
        ORDER, ORGANISATION, PERFORMANCE, payment, PaymentMethod.CARD, PROVIDER, euros(minor));
  }

  static PaymentCaptured captured(PaymentId payment, long minor) {
    return new PaymentCaptured(
        ORDER,
        ORGANISATION,
        PERFORMANCE,
        payment,
        PaymentMethod.CARD,
        PROVIDER,
        null,
        euros(minor));
  }

  static PaymentCaptured cash(PaymentId payment, long minor) {
    return new PaymentCaptured(
        ORDER, ORGANISATION, PERFORMANCE, payment, PaymentMethod.CASH, null, null, euros(minor));
  }

  static PaymentFailed failed(PaymentId payment) {
    return new PaymentFailed(ORDER, ORGANISATION, PERFORMANCE, payment);
  }

  static RefundDue due(RefundId refund, PaymentId payment, long minor, RefundReason reason) {
    return new RefundDue(
        ORDER,
        ORGANISATION,
        PERFORMANCE,
        refund,
        payment,
        PaymentMethod.CARD,
        PROVIDER,
        euros(minor),
        reason);
  }

  static RefundPaid refundPaid(RefundId refund) {
    return new RefundPaid(ORDER, ORGANISATION, PERFORMANCE, refund);
  }

  static OrderCompleted completed() {
    List<IssuedNumber> numbers = new ArrayList<>();
    tickets().forEach(t -> numbers.add(new IssuedNumber(t.ticketId(), numbers.size() + 1)));
    return new OrderCompleted(ORDER, ORGANISATION, PERFORMANCE, numbers);
  }

  static OrderPutOnAccount onAccount() {
    return new OrderPutOnAccount(ORDER, ORGANISATION, PERFORMANCE, euros(5000));
  }

  static OrderLapsed lapsed() {
    return new OrderLapsed(ORDER, ORGANISATION, PERFORMANCE);
  }

  /** Owed back, and no provider pays it. */
  static RefundDue dueAtCounter(RefundId refund, PaymentId payment, long minor) {
    return new RefundDue(
        ORDER,
        ORGANISATION,
        PERFORMANCE,
        refund,
        payment,
        PaymentMethod.CASH,
        null,
        euros(minor),
        RefundReason.PAID_TWICE);
  }

  /** The two seats, and a free one beside them. */
  static OrderPlaced placedWithComp(Instant payBefore) {
    return new OrderPlaced(
        ORDER,
        ORGANISATION,
        PERFORMANCE,
        WEB,
        List.of(HOLD),
        ticketsWithComp(),
        EUR,
        5000,
        260,
        payBefore);
  }

  static List<PricedTicket> ticketsWithComp() {
    List<PricedTicket> tickets = new ArrayList<>(tickets());
    tickets.add(
        new PricedTicket(
            Given.ticket(3),
            HOLD,
            Given.heldSeat("ORCH-A-3").seatId(),
            null,
            Given.heldSeat("ORCH-A-3").zone(),
            Theatre.COMP,
            new PublicLabel("Price COMP"),
            0,
            0,
            0,
            new TaxRate("5.5"),
            CompReason.PRESS));
    return tickets;
  }

  /** Their tickets, issued as numbers 1 to 3. */
  static List<Event> soldWithComp() {
    List<IssuedNumber> numbers = new ArrayList<>();
    ticketsWithComp().forEach(t -> numbers.add(new IssuedNumber(t.ticketId(), numbers.size() + 1)));
    return List.of(
        Given.sold(HOLD, ORDER, 0, ticketsWithComp().toArray(PricedTicket[]::new)),
        new OrderCompleted(ORDER, ORGANISATION, PERFORMANCE, numbers));
  }
}

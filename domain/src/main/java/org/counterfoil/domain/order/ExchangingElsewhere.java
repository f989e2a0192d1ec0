package org.counterfoil.domain.order;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.money.Money;
import org.counterfoil.domain.order.JointOrderCommand.ExchangeElsewhere;
import org.counterfoil.domain.order.OrderCommand.PlaceOrder;
import org.counterfoil.domain.order.OrderEvent.OrderPlaced;
import org.counterfoil.domain.order.OrderEvent.PaidByExchange;
import org.counterfoil.domain.order.OrderEvent.PaymentCaptured;
import org.counterfoil.domain.order.OrderEvent.TicketsExchangedElsewhere;
import org.counterfoil.domain.performance.Performance;
import org.counterfoil.domain.seathold.TicketReason;
import org.jspecify.annotations.Nullable;

/**
 * Decides one exchange for tickets of another performance. The new ones are an order of their own,
 * placed and completed in the same unit of work and paid by what was left of the old ones, with
 * which goes their share of the payments. So each performance's revenue, and each order's refunds,
 * are its own; no money moves but the difference.
 */
final class ExchangingElsewhere {

  private static final OrderDecider ORDERS = new OrderDecider();

  private final ExchangeElsewhere wish;
  private final Returns returns;
  private final Sale from;
  private final Sale into;
  private final OrderPlacing placing;
  private final Instant now;
  private final List<OrderTicket> old = new ArrayList<>();

  ExchangingElsewhere(ExchangeElsewhere wish, JointSale sale, Instant now) {
    this.wish = wish;
    this.from = sale.parts().getFirst();
    this.into = sale.parts().getLast();
    this.returns = new Returns(from, now);
    this.placing =
        new OrderPlacing(
            new PlaceOrder(
                wish.into().orderId(),
                wish.into().performanceId(),
                wish.into().holds(),
                wish.wishes(),
                List.of(),
                wish.caller()),
            into,
            now);
    this.now = now;
  }

  Decision<Event> decide() {
    Decision<Event> refusal = refuseOld();
    refusal = refusal == null ? placing.refuseHolds() : refusal;
    refusal = refusal == null ? refuseDifferent() : refusal;
    refusal = refusal == null ? placing.refuseContents() : refusal;
    refusal = refusal == null ? refusePasses() : refusal;
    refusal = refusal == null ? Subscriptions.refuseExchange(old, placing.types()) : refusal;
    refusal = refusal == null ? refuseOtherMoney() : refusal;
    refusal =
        refusal == null
            ? Exchanging.refuseDifference(differenceMinor(), wish.takeBy(), wish.giveTo())
            : refusal;
    return refusal == null ? accept() : refusal;
  }

  private @Nullable Decision<Event> refuseOld() {
    boolean isKnown =
        from.order().exists()
            && from.order().placed().performanceId().equals(wish.from().performanceId());
    if (!isKnown) {
      return Decision.reject(
          OrderRejection.UNKNOWN_ORDER,
          "Expected an order, but there is none with id " + wish.from().orderId());
    }
    Decision<Event> refusal = returns.refuse(wish.tickets());
    refusal = refusal == null ? Payments.refuseAgent(from.order()) : refusal;
    if (refusal == null) {
      wish.tickets().forEach(id -> old.add(returns.ticket(id)));
      refusal = Exchanging.refuseVoid(old);
    }
    refusal = refusal == null ? Exchanging.refuseOwing(from.order()) : refusal;
    return refusal == null ? Exchanging.refuseEnded(returns.performance()) : refusal;
  }

  private @Nullable Decision<Event> refuseDifferent() {
    Performance left = returns.performance();
    Performance entered = placing.performance();
    if (!left.organisation().equals(entered.organisation())) {
      return Decision.reject(
          OrderRejection.ORGANISATIONS_DIFFER,
          "Expected a hold of the order's organisation, but it is of " + entered.organisation());
    }
    return left.scheduled().isTraining() == entered.scheduled().isTraining()
        ? null
        : Decision.reject(
            OrderRejection.TRAINING_DIFFERS,
            "Expected performances that are both for training or neither, but one is");
  }

  /** A use that is taken is of one performance: it goes back to its pass, and pays there again. */
  private @Nullable Decision<Event> refusePasses() {
    boolean isOfPass =
        old.stream().anyMatch(one -> from.order().isOfPass(one.issued().ticket().ticketId()))
            || placing.types().stream().anyMatch(type -> type.pass() != null);
    return isOfPass
        ? Decision.reject(
            OrderRejection.PASS_TICKETS_DIFFER,
            "Expected tickets that money paid, for others that it pays, but a pass does; a refund"
                + " gives its uses back")
        : null;
  }

  /** The money that goes with the tickets is in the organiser's till, and of one currency. */
  private @Nullable Decision<Event> refuseOtherMoney() {
    if (placing.agent() != null) {
      return Decision.reject(
          OrderRejection.SOLD_BY_AGENT,
          "Expected a hold of the organiser's channels, but organisation "
              + placing.agent()
              + " sells through its");
    }
    return placing.currency().equals(from.order().placed().currency())
        ? null
        : Decision.reject(
            OrderRejection.CURRENCIES_DIFFER,
            "Expected prices in "
                + from.order().placed().currency()
                + ", but they are in "
                + placing.currency());
  }

  private long oldMinor() {
    return old.stream().mapToLong(OrderTicket::remainingMinor).sum();
  }

  private long differenceMinor() {
    return placing.totalMinor() - oldMinor();
  }

  private Decision<Event> accept() {
    List<Event> events = new ArrayList<>();
    Refunding refunding =
        new Refunding(
            from.order(),
            Objects.requireNonNullElse(wish.giveTo(), RefundTo.ORIGINAL),
            true,
            wish.spareRefundIds());
    List<CarriedPayment> carried = refunding.carry(Math.min(oldMinor(), placing.totalMinor()));
    refunding.exchange(old, placing.tickets(), Math.max(0, -differenceMinor()));
    events.add(left(refunding, carried));
    returns.voided(old, TicketReason.EXCHANGED, events);
    returns.giveVoucher(refunding.parts(), wish.voucherDays(), events);
    enter(carried, events);
    return Decision.accept(events);
  }

  private TicketsExchangedElsewhere left(Refunding refunding, List<CarriedPayment> carried) {
    OrderPlaced order = from.order().placed();
    return new TicketsExchangedElsewhere(
        order.orderId(),
        order.organisationId(),
        order.performanceId(),
        from.order().exchangeCount + 1,
        returns.revenue(),
        order.currency(),
        refunding.tickets(),
        wish.into().orderId(),
        wish.into().performanceId(),
        carried,
        refunding.parts());
  }

  /** An order like any other, save who pays for it. */
  private void enter(List<CarriedPayment> carried, List<Event> events) {
    OrderPlaced source = from.order().placed();
    events.addAll(placing.ordered(placing.payBefore(), List.of(), false));
    OrderPlaced placed = (OrderPlaced) events.getLast();
    events.add(
        new PaidByExchange(
            placed.orderId(),
            placed.organisationId(),
            placed.performanceId(),
            source.orderId(),
            source.performanceId(),
            placed.currency(),
            carried));
    if (differenceMinor() > 0) {
      events.add(taken(placed));
    }
    Order order = new Order();
    ORDERS.evolve(order, placed);
    Payments.complete(new Sale(order, into.seats()), now, events);
  }

  private PaymentCaptured taken(OrderPlaced placed) {
    return new PaymentCaptured(
        placed.orderId(),
        placed.organisationId(),
        placed.performanceId(),
        wish.sparePaymentId(),
        Objects.requireNonNull(wish.takeBy()),
        null,
        wish.reference(),
        new Money(differenceMinor(), placed.currency()));
  }
}

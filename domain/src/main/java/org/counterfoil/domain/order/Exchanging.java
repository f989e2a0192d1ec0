package org.counterfoil.domain.order;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.money.Money;
import org.counterfoil.domain.money.PaymentMethod;
import org.counterfoil.domain.order.OrderCommand.ExchangeTickets;
import org.counterfoil.domain.order.OrderEvent.ExchangeStarted;
import org.counterfoil.domain.order.OrderEvent.OrderPlaced;
import org.counterfoil.domain.order.OrderEvent.PassAsked;
import org.counterfoil.domain.order.OrderEvent.PaymentCaptured;
import org.counterfoil.domain.order.OrderEvent.PaymentStarted;
import org.counterfoil.domain.performance.Performance;
import org.counterfoil.domain.performance.PerformanceRejection;
import org.counterfoil.domain.performance.PriceType;
import org.counterfoil.domain.seathold.HoldRefusals;
import org.counterfoil.domain.seathold.PricedTicket;
import org.counterfoil.domain.seathold.SeatHold;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldOrdered;
import org.jspecify.annotations.Nullable;

/**
 * Decides one exchange. A change of category or seat voids the ticket and issues a new number.
 * Nothing is exchanged before a difference upwards is there.
 */
final class Exchanging {

  private final ExchangeTickets wish;
  private final Returns returns;
  private final Sale sale;
  private final Instant now;
  private final List<OrderTicket> old = new ArrayList<>();
  private final List<PricedTicket> wanted = new ArrayList<>();
  private final List<PriceType> types = new ArrayList<>();
  private @Nullable SeatHold hold;

  Exchanging(ExchangeTickets wish, Returns returns) {
    this.wish = wish;
    this.returns = returns;
    this.sale = returns.sale();
    this.now = returns.now();
  }

  Decision<Event> decide() {
    Decision<Event> refusal = returns.refuse(wish.tickets());
    refusal = refusal == null ? Payments.refuseAgent(sale.order()) : refusal;
    if (refusal == null) {
      wish.tickets().forEach(id -> old.add(returns.ticket(id)));
      refusal = refuseVoid(old);
    }
    refusal = refusal == null ? refuseOwing(sale.order()) : refusal;
    refusal = refusal == null ? refuseHold() : refusal;
    refusal = refusal == null ? refuseWishes() : refusal;
    refusal = refusal == null ? refusePasses() : refusal;
    refusal = refusal == null ? Subscriptions.refuseExchange(old, types) : refusal;
    refusal = refusal == null ? refuseQuotas() : refusal;
    refusal =
        refusal == null
            ? refuseDifference(exchange().differenceMinor(), wish.takeBy(), wish.giveTo())
            : refusal;
    return refusal == null ? accept() : refusal;
  }

  static @Nullable Decision<Event> refuseVoid(List<OrderTicket> tickets) {
    for (OrderTicket ticket : tickets) {
      if (ticket.isVoid()) {
        return Decision.reject(
            OrderRejection.TICKET_VOID,
            "Expected valid tickets, but number " + ticket.issued().ticketNumber() + " is void");
      }
    }
    return null;
  }

  /** The tax of tickets on account waits for their own payment, and so do other tickets. */
  static @Nullable Decision<Event> refuseOwing(Order order) {
    return order.isOwing()
        ? Decision.reject(
            OrderRejection.ORDER_NOT_PAID,
            "Expected tickets that are paid for, but "
                + order.outstanding().minor()
                + " is owed for those of the order")
        : null;
  }

  private @Nullable Decision<Event> refuseHold() {
    Decision<Event> over = refuseEnded(returns.performance());
    if (over != null) {
      return over;
    }
    SeatHold found = sale.seats().inventory().hold(wish.holdId());
    if (found == null) {
      return HoldRefusals.notPlaced(sale.seats().inventory(), wish.holdId());
    }
    hold = found;
    return HoldRefusals.unlessUnordered(found, now);
  }

  static @Nullable Decision<Event> refuseEnded(Performance performance) {
    return switch (performance.stage()) {
      case SCHEDULED -> null;
      case COMPLETED ->
          Decision.reject(
              PerformanceRejection.PERFORMANCE_COMPLETED,
              "Expected a performance that is yet to come, but it took place");
      case CANCELLED ->
          Decision.reject(
              PerformanceRejection.PERFORMANCE_CANCELLED,
              "Expected a performance that takes place, but it was cancelled");
    };
  }

  private @Nullable Decision<Event> refuseWishes() {
    Covering covering = new Covering(List.of(held()));
    String gap = covering.cover(wish.wishes());
    if (gap != null) {
      return Decision.reject(
          OrderRejection.TICKETS_DO_NOT_COVER_HOLDS,
          "Expected the tickets to cover the hold exactly, but " + gap);
    }
    Pricing pricing = new Pricing(returns.performance(), wish.caller());
    Decision<Event> refusal = pricing.refuse(covering.places());
    if (refusal == null) {
      covering.places().forEach(place -> wanted.add(pricing.price(place)));
      covering.places().forEach(place -> types.add(pricing.type(place)));
    }
    return refusal;
  }

  /** A use that was taken stays taken: for as many tickets of the same pass, and for no others. */
  private @Nullable Decision<Event> refusePasses() {
    Order order = sale.order();
    PassAsked asked = order.passAsked;
    long before =
        old.stream().filter(one -> order.isOfPass(one.issued().ticket().ticketId())).count();
    long after = types.stream().filter(type -> type.pass() != null).count();
    boolean isSame =
        asked != null
            && before == old.size()
            && after == before
            && wanted.size() == before
            && types.stream()
                .allMatch(
                    type ->
                        asked.pass().equals(type.pass())
                            && type.faceValueMinor() == asked.use().minor()
                            && type.taxRate().equals(asked.taxRate()));
    return (before == 0 && after == 0) || isSame
        ? null
        : Decision.reject(
            OrderRejection.PASS_TICKETS_DIFFER,
            "Expected tickets of a pass to be exchanged by themselves, for as many of the same"
                + " value, but they are not; a refund gives their uses back");
  }

  private @Nullable Decision<Event> refuseQuotas() {
    // Until a provider has the difference, the old tickets keep their share.
    List<OrderTicket> givenUp = wish.provider() == null ? old : List.of();
    return Quotas.refuse(
        wanted, givenUp.stream().map(ticket -> ticket.issued().ticket()).toList(), sale.seats());
  }

  static @Nullable Decision<Event> refuseDifference(
      long difference, @Nullable PaymentMethod takeBy, @Nullable RefundTo giveTo) {
    if (difference > 0 && takeBy == null) {
      return Decision.reject(
          OrderRejection.DIFFERENCE_TO_PAY,
          "Expected a method by which a difference of "
              + difference
              + " is paid, but there is none");
    }
    return difference < 0 && giveTo == null
        ? Decision.reject(
            OrderRejection.DIFFERENCE_TO_GIVE_BACK,
            "Expected a way in which a difference of "
                + -difference
                + " goes back, but there is none")
        : null;
  }

  private Decision<Event> accept() {
    OrderPlaced order = sale.order().placed();
    TicketExchange exchange = exchange();
    Money difference = new Money(exchange.differenceMinor(), order.currency());
    if (difference.minor() > 0 && wish.takeBy() != null && wish.provider() != null) {
      return start(wish.takeBy(), wish.provider(), difference);
    }
    List<Event> events = new ArrayList<>();
    if (difference.minor() > 0 && wish.takeBy() != null) {
      events.add(
          new PaymentCaptured(
              order.orderId(),
              order.organisationId(),
              order.performanceId(),
              wish.sparePaymentId(),
              wish.takeBy(),
              null,
              wish.reference(),
              difference));
    }
    RefundTo way = wish.giveTo() == null ? RefundTo.ORIGINAL : wish.giveTo();
    events.addAll(exchange.events(way, wish.voucherDays(), wish.spareRefundIds()));
    events.addAll(PassTickets.asked(order, wanted, types));
    return Decision.accept(events);
  }

  /** The hold is kept for as long as an order's would be; a provider takes the difference. */
  private Decision<Event> start(PaymentMethod method, ProviderName provider, Money difference) {
    OrderPlaced order = sale.order().placed();
    Instant payBefore = OrderPlacing.payBefore(List.of(held()), now);
    return Decision.accept(
        new HoldOrdered(
            order.performanceId(),
            wish.holdId(),
            order.orderId(),
            payBefore,
            Pricing.counts(wanted)),
        new PaymentStarted(
            order.orderId(),
            order.organisationId(),
            order.performanceId(),
            wish.sparePaymentId(),
            method,
            provider,
            difference),
        new ExchangeStarted(
            order.orderId(),
            order.organisationId(),
            order.performanceId(),
            wish.sparePaymentId(),
            wish.holdId(),
            order.currency(),
            wish.tickets(),
            wanted,
            difference.minor()));
  }

  private TicketExchange exchange() {
    return new TicketExchange(wish.holdId(), old, wanted, returns);
  }

  private SeatHold held() {
    if (hold == null) {
      throw new IllegalStateException("Expected a hold that was not refused, but it was");
    }
    return hold;
  }
}

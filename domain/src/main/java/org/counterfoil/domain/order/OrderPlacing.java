package org.counterfoil.domain.order;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.Decision.Rejected;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.order.OrderCommand.PlaceOrder;
import org.counterfoil.domain.order.OrderEvent.AgentNamed;
import org.counterfoil.domain.order.OrderEvent.OrderCompleted;
import org.counterfoil.domain.order.OrderEvent.OrderJoined;
import org.counterfoil.domain.order.OrderEvent.OrderPlaced;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.performance.Performance;
import org.counterfoil.domain.performance.PriceType;
import org.counterfoil.domain.seathold.HoldId;
import org.counterfoil.domain.seathold.HoldRefusals;
import org.counterfoil.domain.seathold.PricedPlaces;
import org.counterfoil.domain.seathold.PricedTicket;
import org.counterfoil.domain.seathold.SeatHold;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldOrdered;
import org.counterfoil.domain.seathold.SeatHoldRejection;
import org.counterfoil.domain.seathold.SeatInventory;
import org.jspecify.annotations.Nullable;

/** Decides one wish for an order: freezes prices and tax, and moves the end of its holds once. */
final class OrderPlacing {

  /** How long there is at least to pay, in seconds. */
  static final int SECONDS_TO_PAY = 300;

  private final PlaceOrder wish;
  private final Sale sale;
  private final Performance performance;
  private final SeatInventory inventory;
  private final Pricing pricing;
  private final Instant now;
  private final List<SeatHold> holds = new ArrayList<>();
  private final List<PricedTicket> tickets = new ArrayList<>();
  private final List<PricedLine> lines = new ArrayList<>();
  private final List<PriceType> types = new ArrayList<>();

  OrderPlacing(PlaceOrder wish, Sale sale, Instant now) {
    this.wish = wish;
    this.sale = sale;
    this.performance = sale.seats().performance();
    this.inventory = sale.seats().inventory();
    this.pricing = new Pricing(performance, wish.caller());
    this.now = now;
  }

  Decision<Event> decide() {
    Decision<Event> refusal = refuse();
    return refusal == null
        ? Decision.accept(ordered(payBefore(), List.of(), totalMinor() == 0))
        : refusal;
  }

  /** Why it cannot be placed; null where it can, and then the rest may be asked. */
  private @Nullable Decision<Event> refuse() {
    Decision<Event> refusal = refuseHolds();
    refusal = refusal == null ? refuseContents() : refusal;
    return refusal == null ? Subscriptions.refuse(List.of(this)) : refusal;
  }

  /** Why nothing can be ordered for its holds; to be asked once, and before the rest. */
  @Nullable Decision<Event> refuseHolds() {
    Decision<Event> refusal = refuseSenseless();
    return refusal == null ? refuseEnded() : refusal;
  }

  /** Why it cannot be ordered as wished. */
  @Nullable Decision<Event> refuseContents() {
    Decision<Event> refusal = refuseSold();
    return refusal == null ? PassTickets.refuse(tickets, types) : refusal;
  }

  private @Nullable Decision<Event> refuseSold() {
    Decision<Event> refusal = refuseAgents();
    refusal = refusal == null ? refuseTickets() : refusal;
    refusal = refusal == null ? refuseLines() : refusal;
    return refusal == null ? Quotas.refuse(tickets, sale.seats()) : refusal;
  }

  /** Until when its own holds alone would be kept for payment. */
  Instant payBefore() {
    return payBefore(holds, now);
  }

  long totalMinor() {
    return tickets.stream().mapToLong(PricedTicket::faceValueMinor).sum()
        + lines.stream().mapToLong(PricedLine::grossMinor).sum();
  }

  Currency currency() {
    return pricing.prices(holds.getFirst()).currency();
  }

  /** Who sells it on the organiser's account; null where the organiser does. */
  @Nullable OrganisationId agent() {
    return agentOf(holds.getFirst());
  }

  /** What was wished for, with its prices frozen. */
  List<PricedTicket> tickets() {
    return tickets;
  }

  /** The price type of each ticket. */
  List<PriceType> types() {
    return types;
  }

  Performance performance() {
    return performance;
  }

  /**
   * What happens when it is placed.
   *
   * @param payBefore until when (exclusive) its holds are kept for payment
   * @param parts all parts of the joint order that it is one of; none where it stands alone
   * @param isFree whether nothing is to be paid, so that tickets are issued at once
   */
  List<Event> ordered(Instant payBefore, List<OrderPart> parts, boolean isFree) {
    List<Event> events = new ArrayList<>();
    for (SeatHold hold : holds) {
      events.add(
          new HoldOrdered(
              performance.id(), hold.id(), wish.orderId(), payBefore, priceTypesOf(hold.id())));
    }
    OrderPlaced placed =
        new OrderPlaced(
            wish.orderId(),
            performance.organisation(),
            performance.id(),
            holds.getFirst().channel(),
            wish.holds(),
            tickets,
            lines,
            currency(),
            totalMinor(),
            tickets.stream().mapToLong(PricedTicket::taxMinor).sum()
                + lines.stream().mapToLong(PricedLine::taxMinor).sum(),
            payBefore);
    events.add(placed);
    if (!parts.isEmpty()) {
      events.add(new OrderJoined(wish.orderId(), placed.organisationId(), performance.id(), parts));
    }
    events.addAll(PassTickets.asked(placed, types));
    OrganisationId agent = agent();
    if (agent != null) {
      events.add(new AgentNamed(wish.orderId(), placed.organisationId(), performance.id(), agent));
    }
    if (isFree) {
      Issuing issuing = Issuing.of(placed, placed.holds(), inventory.lastTicketNumber());
      events.addAll(issuing.sold());
      events.add(
          new OrderCompleted(
              wish.orderId(), placed.organisationId(), performance.id(), issuing.numbers()));
    }
    return events;
  }

  /** When these holds are over, once something was ordered for them. */
  static Instant payBefore(List<SeatHold> holds, Instant now) {
    Instant payBefore = now.plusSeconds(SECONDS_TO_PAY);
    for (SeatHold hold : holds) {
      payBefore = hold.expiresAt().isAfter(payBefore) ? hold.expiresAt() : payBefore;
    }
    return payBefore;
  }

  /** What the hold's places are ordered at, in the order of the tickets. */
  private List<PricedPlaces> priceTypesOf(HoldId hold) {
    return Pricing.counts(tickets.stream().filter(ticket -> ticket.holdId().equals(hold)).toList());
  }

  @Nullable Decision<Event> refuseUnknownPerformance() {
    return performance.exists()
        ? null
        : Decision.reject(
            SeatHoldRejection.UNKNOWN_PERFORMANCE,
            "Expected a performance, but there is none with id " + wish.performanceId());
  }

  private @Nullable Decision<Event> refuseSenseless() {
    Decision<Event> unknown = refuseUnknownPerformance();
    if (unknown != null) {
      return unknown;
    }
    if (wish.holds().isEmpty()) {
      return Decision.reject(
          SeatHoldRejection.NOTHING_ASKED, "Expected at least one hold, but none is named");
    }
    if (sale.order().exists()) {
      return Decision.reject(
          OrderRejection.ORDER_EXISTS, "Expected a new order, but " + wish.orderId() + " exists");
    }
    if (Set.copyOf(wish.holds()).size() < wish.holds().size()) {
      return Decision.reject(
          OrderRejection.HOLD_REPEATED, "Expected each hold once, but one repeats");
    }
    return LinePricing.refuseRepeated(wish.lines());
  }

  /** All holds or none; of several refusals the first in the order of the codes. */
  private @Nullable Decision<Event> refuseEnded() {
    Rejected<Event> first = null;
    for (HoldId id : wish.holds()) {
      SeatHold hold = inventory.hold(id);
      Rejected<Event> refusal =
          hold == null
              ? HoldRefusals.notPlaced(inventory, id)
              : HoldRefusals.unlessUnordered(hold, now);
      if (hold != null) {
        holds.add(hold);
      }
      if (refusal != null && (first == null || refusal.code().ordinal() < first.code().ordinal())) {
        first = refusal;
      }
    }
    return first;
  }

  private @Nullable Decision<Event> refuseLines() {
    SeatHold first = holds.getFirst();
    LinePricing beside =
        new LinePricing(pricing.prices(first), first.channel(), wish.caller(), tickets, now);
    Decision<Event> refusal = beside.refuse(wish.lines());
    if (refusal == null) {
      lines.addAll(beside.price(wish.lines()));
    }
    return refusal;
  }

  private @Nullable OrganisationId agentOf(SeatHold hold) {
    return performance.agentOf(hold.channel(), wish.caller().agents());
  }

  /** The money of one order is in one till. */
  private @Nullable Decision<Event> refuseAgents() {
    OrganisationId agent = agentOf(holds.getFirst());
    return holds.stream().allMatch(hold -> Objects.equals(agentOf(hold), agent))
        ? null
        : Decision.reject(
            OrderRejection.AGENTS_DIFFER,
            "Expected holds whose money is one organisation's, but they have several");
  }

  private @Nullable Decision<Event> refuseTickets() {
    Covering covering = new Covering(holds);
    String gap = covering.cover(wish.tickets());
    if (gap != null) {
      return Decision.reject(
          OrderRejection.TICKETS_DO_NOT_COVER_HOLDS,
          "Expected the tickets to cover the holds exactly, but " + gap);
    }
    Decision<Event> refusal = pricing.refuse(covering.places());
    if (refusal == null) {
      covering.places().forEach(place -> tickets.add(pricing.price(place)));
      covering.places().forEach(place -> types.add(pricing.type(place)));
    }
    return refusal;
  }
}

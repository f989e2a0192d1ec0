package org.counterfoil.domain.order;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.money.Money;
import org.counterfoil.domain.money.TaxSplit;
import org.counterfoil.domain.order.OrderCommand.PlaceOrder;
import org.counterfoil.domain.order.OrderCommand.TicketWish;
import org.counterfoil.domain.order.OrderEvent.OrderCompleted;
import org.counterfoil.domain.order.OrderEvent.OrderPlaced;
import org.counterfoil.domain.performance.Performance;
import org.counterfoil.domain.performance.PriceList;
import org.counterfoil.domain.performance.PriceType;
import org.counterfoil.domain.seathold.HeldArea;
import org.counterfoil.domain.seathold.HeldSeat;
import org.counterfoil.domain.seathold.HoldId;
import org.counterfoil.domain.seathold.HoldRefusals;
import org.counterfoil.domain.seathold.PricedTicket;
import org.counterfoil.domain.seathold.SeatHold;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldOrdered;
import org.counterfoil.domain.seathold.SeatHoldRejection;
import org.counterfoil.domain.seathold.SeatInventory;
import org.counterfoil.domain.seating.AreaName;
import org.counterfoil.domain.seating.SeatId;
import org.counterfoil.domain.seating.ZoneName;
import org.jspecify.annotations.Nullable;

/** Decides one wish for an order: freezes prices and tax, and moves the end of its holds once. */
final class OrderPlacing {

  /** How long there is at least to pay, in seconds. */
  static final int SECONDS_TO_PAY = 300;

  private final PlaceOrder wish;
  private final Sale sale;
  private final Performance performance;
  private final SeatInventory inventory;
  private final Instant now;
  private final List<SeatHold> holds = new ArrayList<>();
  private final List<PricedTicket> tickets = new ArrayList<>();

  OrderPlacing(PlaceOrder wish, Sale sale, Instant now) {
    this.wish = wish;
    this.sale = sale;
    this.performance = sale.seats().performance();
    this.inventory = sale.seats().inventory();
    this.now = now;
  }

  Decision<Event> decide() {
    Decision<Event> refusal = refuseHolds();
    if (refusal == null) {
      refusal = refuseTickets();
    }
    return refusal == null ? accept() : refusal;
  }

  private Decision<Event> accept() {
    Instant payBefore = now.plusSeconds(SECONDS_TO_PAY);
    for (SeatHold hold : holds) {
      payBefore = hold.expiresAt().isAfter(payBefore) ? hold.expiresAt() : payBefore;
    }
    List<Event> events = new ArrayList<>();
    for (SeatHold hold : holds) {
      events.add(new HoldOrdered(performance.id(), hold.id(), wish.orderId(), payBefore));
    }
    OrderPlaced placed =
        new OrderPlaced(
            wish.orderId(),
            performance.organisation(),
            performance.id(),
            holds.getFirst().channel(),
            wish.holds(),
            List.copyOf(tickets),
            prices(holds.getFirst()).currency(),
            tickets.stream().mapToLong(PricedTicket::faceValueMinor).sum(),
            tickets.stream().mapToLong(PricedTicket::taxMinor).sum(),
            payBefore);
    events.add(placed);
    if (placed.totalMinor() == 0) {
      Issuing issuing = Issuing.of(placed, placed.holds(), inventory.lastTicketNumber());
      events.addAll(issuing.sold());
      events.add(
          new OrderCompleted(
              wish.orderId(), placed.organisationId(), performance.id(), issuing.numbers()));
    }
    return Decision.accept(events);
  }

  private @Nullable Decision<Event> refuseHolds() {
    if (!performance.exists()) {
      return Decision.reject(
          SeatHoldRejection.UNKNOWN_PERFORMANCE,
          "Expected a performance, but there is none with id " + wish.performanceId());
    }
    if (sale.order().exists()) {
      return Decision.reject(
          OrderRejection.ORDER_EXISTS, "Expected a new order, but " + wish.orderId() + " exists");
    }
    for (HoldId id : wish.holds()) {
      SeatHold hold = inventory.hold(id);
      if (hold == null) {
        return Decision.reject(
            SeatHoldRejection.UNKNOWN_HOLD, "Expected a hold, but there is none with id " + id);
      }
      Decision<Event> refusal = HoldRefusals.unlessLive(hold, now);
      if (refusal != null) {
        return refusal;
      }
      if (hold.orderId() != null) {
        return Decision.reject(
            SeatHoldRejection.HOLD_ORDERED,
            "Expected a hold without an order, but " + id + " has one");
      }
      holds.add(hold);
    }
    return null;
  }

  private @Nullable Decision<Event> refuseTickets() {
    Map<SeatId, SeatHold> seats = new LinkedHashMap<>();
    Map<SeatId, ZoneName> zones = new HashMap<>();
    Map<AreaName, List<AreaPlace>> areas = new LinkedHashMap<>();
    for (SeatHold hold : holds) {
      for (HeldSeat seat : hold.seats()) {
        seats.put(seat.seatId(), hold);
        zones.put(seat.seatId(), seat.zone());
      }
      for (HeldArea area : hold.areas()) {
        List<AreaPlace> places = areas.computeIfAbsent(area.area(), name -> new ArrayList<>());
        for (int place = 0; place < area.quantity(); place++) {
          places.add(new AreaPlace(hold, area.zone()));
        }
      }
    }
    for (TicketWish ticket : wish.tickets()) {
      Decision<Event> refusal = refuseTicket(ticket, seats, zones, areas);
      if (refusal != null) {
        return refusal;
      }
    }
    if (!seats.isEmpty()) {
      return uncovered("seat \"" + seats.keySet().iterator().next() + "\" has no ticket");
    }
    for (Map.Entry<AreaName, List<AreaPlace>> area : areas.entrySet()) {
      if (!area.getValue().isEmpty()) {
        return uncovered(
            area.getValue().size() + " places in \"" + area.getKey() + "\" have no ticket");
      }
    }
    return null;
  }

  private record AreaPlace(SeatHold hold, ZoneName zone) {}

  private @Nullable Decision<Event> refuseTicket(
      TicketWish ticket,
      Map<SeatId, SeatHold> seats,
      Map<SeatId, ZoneName> zones,
      Map<AreaName, List<AreaPlace>> areas) {
    if (ticket.seatId() != null) {
      SeatHold hold = seats.remove(ticket.seatId());
      ZoneName zone = zones.get(ticket.seatId());
      return hold == null || zone == null
          ? uncovered("\"" + ticket.seatId() + "\" is not in them, or has two tickets")
          : price(ticket, hold, zone);
    }
    List<AreaPlace> places = ticket.area() == null ? null : areas.get(ticket.area());
    if (places == null || places.isEmpty()) {
      return uncovered("\"" + ticket.area() + "\" has more tickets than places held");
    }
    AreaPlace place = places.removeFirst();
    return price(ticket, place.hold(), place.zone());
  }

  private @Nullable Decision<Event> price(TicketWish ticket, SeatHold hold, ZoneName zone) {
    PriceType type = prices(hold).priceType(zone, ticket.priceType());
    if (type == null || !type.isOfferedTo(wish.caller(), now)) {
      return Decision.reject(
          OrderRejection.PRICE_TYPE_NOT_OFFERED,
          "Expected a price type that is offered in \""
              + zone
              + "\", but "
              + ticket.priceType()
              + " is not");
    }
    boolean isFree = type.faceValueMinor() == 0;
    if (isFree && ticket.compReason() == null) {
      return Decision.reject(
          OrderRejection.COMP_REASON_REQUIRED,
          "Expected a reasonCode for the free ticket, but there is none");
    }
    if (!isFree && ticket.compReason() != null) {
      return Decision.reject(
          OrderRejection.COMP_REASON_NOT_ALLOWED,
          "Expected a reasonCode only for a free ticket, but "
              + ticket.priceType()
              + " has a price");
    }
    TaxSplit split =
        type.taxRate().split(new Money(type.faceValueMinor(), prices(hold).currency()));
    tickets.add(
        new PricedTicket(
            ticket.ticketId(),
            hold.id(),
            ticket.seatId(),
            ticket.area(),
            zone,
            type.priceType(),
            type.name(),
            split.gross().minor(),
            split.net().minor(),
            split.tax().minor(),
            type.taxRate(),
            ticket.compReason()));
    return null;
  }

  private PriceList prices(SeatHold hold) {
    return performance.priceList(hold.priceListVersion());
  }

  private static Decision<Event> uncovered(String but) {
    return Decision.reject(
        OrderRejection.TICKETS_DO_NOT_COVER_HOLDS,
        "Expected the tickets to cover the holds exactly, but " + but);
  }
}

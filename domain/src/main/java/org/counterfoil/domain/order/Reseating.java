package org.counterfoil.domain.order;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.access.Role;
import org.counterfoil.domain.order.OrderEvent.OrderCompleted;
import org.counterfoil.domain.order.OrderEvent.OrderPlaced;
import org.counterfoil.domain.performance.Caller;
import org.counterfoil.domain.seathold.HoldClaim;
import org.counterfoil.domain.seathold.HoldId;
import org.counterfoil.domain.seathold.OrderClaim;
import org.counterfoil.domain.seathold.PerformanceSeats;
import org.counterfoil.domain.seathold.PlacesWish;
import org.counterfoil.domain.seathold.PlacesWish.AreaWish;
import org.counterfoil.domain.seathold.PricedTicket;
import org.counterfoil.domain.seathold.SeatHoldCommand.PlaceHold;
import org.counterfoil.domain.seathold.SeatHoldDecider;
import org.counterfoil.domain.seathold.SeatHoldEvent;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldPlaced;
import org.counterfoil.domain.seating.AreaName;
import org.counterfoil.domain.seating.SeatId;

/**
 * Takes the places of a lapsed order again for money that came late: through a new hold that is
 * sold at once, at the prices the buyer was promised. The system asks on the buyer's behalf, so
 * limits and sale windows do not stand in the way, but every place must be free, and so must a
 * share of every quota: it was given back when the order lapsed. A place that was sold from a hold
 * code is free for it while the same code keeps it, and when nothing does. The places count for the
 * buyer and the presale code that they were held by at first.
 */
final class Reseating {

  private Reseating() {}

  /** The events, or none where a place or a quota is taken. */
  static List<Event> of(OrderPlaced order, HoldId newHold, PerformanceSeats seats, Instant now) {
    List<SeatId> wanted = new ArrayList<>();
    Map<AreaName, Integer> areas = new LinkedHashMap<>();
    for (PricedTicket ticket : order.tickets()) {
      if (ticket.seatId() != null) {
        wanted.add(ticket.seatId());
      } else if (ticket.area() != null) {
        areas.merge(ticket.area(), 1, Integer::sum);
      }
    }
    List<AreaWish> areaWishes =
        areas.entrySet().stream().map(a -> new AreaWish(a.getKey(), a.getValue())).toList();
    OrderClaim claim = seats.inventory().claimOf(order.orderId());
    PlaceHold again =
        new PlaceHold(
            order.performanceId(),
            newHold,
            new PlacesWish(wanted, areaWishes),
            new HoldClaim(
                new Caller(order.channel(), Set.of(Role.PLATFORM_ADMIN)),
                claim.buyer(),
                null,
                null,
                claim.code()));
    if (Quotas.refuse(order.tickets(), seats) != null) {
      return List.of();
    }
    return switch (new SeatHoldDecider().decide(again, seats, now)) {
      case Decision.Rejected<SeatHoldEvent> taken -> List.of();
      case Decision.Accepted<SeatHoldEvent> held ->
          sell(order, newHold, inTheNameOf(claim, held.events()), seats, now);
    };
  }

  /** Staff need no presale code; the places count for the one that opened the sale at first. */
  private static List<SeatHoldEvent> inTheNameOf(OrderClaim claim, List<SeatHoldEvent> held) {
    return held.stream()
        .map(
            event ->
                event instanceof HoldPlaced placed ? placed.openedBy(claim.presaleCode()) : event)
        .toList();
  }

  private static List<Event> sell(
      OrderPlaced order,
      HoldId newHold,
      List<SeatHoldEvent> held,
      PerformanceSeats seats,
      Instant now) {
    List<PricedTicket> moved =
        order.tickets().stream().map(ticket -> ticket.movedTo(newHold)).toList();
    OrderPlaced again = order.withTickets(moved);
    Issuing issuing = Issuing.of(again, List.of(newHold), seats.inventory().lastTicketNumber());
    List<Event> events = new ArrayList<>(held);
    events.addAll(issuing.sold());
    events.add(
        new OrderCompleted(
            order.orderId(), order.organisationId(), order.performanceId(), issuing.numbers()));
    events.addAll(IssuedVouchers.sold(order, now));
    events.addAll(IssuedPasses.sold(order, now));
    return events;
  }
}

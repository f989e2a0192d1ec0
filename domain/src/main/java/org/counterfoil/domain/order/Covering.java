package org.counterfoil.domain.order;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.counterfoil.domain.order.OrderCommand.TicketWish;
import org.counterfoil.domain.seathold.HeldArea;
import org.counterfoil.domain.seathold.HeldSeat;
import org.counterfoil.domain.seathold.SeatHold;
import org.counterfoil.domain.seathold.TicketId;
import org.counterfoil.domain.seating.AreaName;
import org.counterfoil.domain.seating.SeatId;
import org.counterfoil.domain.seating.ZoneName;
import org.jspecify.annotations.Nullable;

/** Gives every ticket wished for a place in the holds: they must cover them exactly, once. */
final class Covering {

  private record Place(SeatHold hold, ZoneName zone) {}

  private final Map<SeatId, Place> seats = new LinkedHashMap<>();
  private final Map<AreaName, Deque<Place>> areas = new LinkedHashMap<>();
  private final Set<TicketId> ids = new HashSet<>();
  private final List<TicketPlace> places = new ArrayList<>();

  Covering(List<SeatHold> holds) {
    for (SeatHold hold : holds) {
      for (HeldSeat seat : hold.seats()) {
        seats.put(seat.seatId(), new Place(hold, seat.zone()));
      }
      for (HeldArea area : hold.areas()) {
        Deque<Place> free = areas.computeIfAbsent(area.area(), name -> new ArrayDeque<>());
        for (int place = 0; place < area.quantity(); place++) {
          free.add(new Place(hold, area.zone()));
        }
      }
    }
  }

  /** The tickets with their places, in the order they were wished for. */
  List<TicketPlace> places() {
    return places;
  }

  /** Places the tickets; answers why they do not cover the holds, or null where they do. */
  @Nullable String cover(List<TicketWish> tickets) {
    for (TicketWish ticket : tickets) {
      String fault = cover(ticket);
      if (fault != null) {
        return fault;
      }
    }
    if (!seats.isEmpty()) {
      return "seat \"" + seats.keySet().iterator().next() + "\" has no ticket";
    }
    for (Map.Entry<AreaName, Deque<Place>> area : areas.entrySet()) {
      if (!area.getValue().isEmpty()) {
        return area.getValue().size() + " places in \"" + area.getKey() + "\" have no ticket";
      }
    }
    return null;
  }

  private @Nullable String cover(TicketWish ticket) {
    SeatId seat = ticket.seatId();
    AreaName area = ticket.area();
    if (!ids.add(ticket.ticketId())) {
      return "two tickets have the id " + ticket.ticketId();
    }
    if (seat != null && area == null) {
      Place place = seats.get(seat);
      if (place != null && isElsewhere(ticket, place)) {
        return "seat \"" + seat + "\" is not in hold " + ticket.holdId();
      }
      seats.remove(seat);
      return place == null
          ? "seat \"" + seat + "\" is not in them, or has two tickets"
          : put(ticket, place);
    }
    if (area != null && seat == null) {
      Place free = take(areas.getOrDefault(area, new ArrayDeque<>()), ticket);
      return free == null
          ? "area \"" + area + "\" has more tickets than places held"
          : put(ticket, free);
    }
    return "a ticket names both a seat and an area, or neither";
  }

  private static boolean isElsewhere(TicketWish ticket, Place place) {
    return ticket.holdId() != null && !place.hold().id().equals(ticket.holdId());
  }

  /** The next place in the area that the ticket may have; null where there is none. */
  private static @Nullable Place take(Deque<Place> places, TicketWish ticket) {
    for (Place place : places) {
      if (!isElsewhere(ticket, place)) {
        places.remove(place);
        return place;
      }
    }
    return null;
  }

  private @Nullable String put(TicketWish ticket, Place place) {
    places.add(new TicketPlace(ticket, place.hold(), place.zone()));
    return null;
  }
}

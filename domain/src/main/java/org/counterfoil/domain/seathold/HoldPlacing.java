package org.counterfoil.domain.seathold;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.performance.Performance;
import org.counterfoil.domain.performance.SaleRules.SeatChoice;
import org.counterfoil.domain.seathold.SeatHoldCommand.AreaWish;
import org.counterfoil.domain.seathold.SeatHoldCommand.PlaceHold;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldPlaced;
import org.counterfoil.domain.seating.Area;
import org.counterfoil.domain.seating.PlanSeat;
import org.counterfoil.domain.seating.SeatId;
import org.counterfoil.domain.seating.SeatingPlan;
import org.jspecify.annotations.Nullable;

/**
 * Decides one wish for places: every seat and area or nothing. A seat whose hold is over counts as
 * free; the end of that hold is then recorded first.
 */
final class HoldPlacing {

  private final PlaceHold wish;
  private final Performance performance;
  private final SeatInventory inventory;
  private final Instant now;
  private final List<HeldSeat> seats = new ArrayList<>();
  private final List<HeldArea> areas = new ArrayList<>();
  private final Map<HoldId, SeatHold> overdue = new LinkedHashMap<>();

  HoldPlacing(PlaceHold wish, PerformanceSeats state, Instant now) {
    this.wish = wish;
    this.performance = state.performance();
    this.inventory = state.inventory();
    this.now = now;
  }

  Decision<SeatHoldEvent> decide() {
    Decision<SeatHoldEvent> refusal = refuseUnknown();
    if (refusal == null) {
      refusal = refuseByRules();
    }
    if (refusal == null) {
      refusal = refuseTakenSeats();
    }
    if (refusal == null) {
      refusal = refuseFullAreas();
    }
    if (refusal == null && performance.rules().refuseOrphanSeats() && !wish.caller().isStaff()) {
      refusal = refuseOrphans();
    }
    return refusal == null ? accept() : refusal;
  }

  private Decision<SeatHoldEvent> accept() {
    List<SeatHoldEvent> events = new ArrayList<>();
    overdue.values().forEach(hold -> events.add(SeatHoldDecider.expired(performance.id(), hold)));
    events.add(
        new HoldPlaced(
            performance.id(),
            wish.holdId(),
            List.copyOf(seats),
            List.copyOf(areas),
            now.plusSeconds(performance.rules().holdSeconds()),
            performance.priceListVersion(),
            wish.caller().channel(),
            placeCount() > performance.rules().maxSeatsPerHold()));
    return Decision.accept(events);
  }

  private @Nullable Decision<SeatHoldEvent> refuseUnknown() {
    SeatingPlan plan = performance.plan();
    Set<SeatId> named = new HashSet<>();
    for (SeatId id : wish.seats()) {
      int index = plan.indexOf(id);
      if (index < 0) {
        return Decision.reject(
            SeatHoldRejection.UNKNOWN_SEAT,
            "Expected seats of the seating plan, but \"" + id + "\" is none");
      }
      if (!named.add(id)) {
        return Decision.reject(
            SeatHoldRejection.SEAT_REPEATED, "Expected each seat once, but \"" + id + "\" repeats");
      }
      seats.add(new HeldSeat(index, id, plan.seat(index).zone()));
    }
    Map<Area, Integer> quantities = new LinkedHashMap<>();
    for (AreaWish areaWish : wish.areas()) {
      int index = plan.indexOf(areaWish.area());
      if (index < 0) {
        return Decision.reject(
            SeatHoldRejection.UNKNOWN_AREA,
            "Expected areas of the seating plan, but \"" + areaWish.area() + "\" is none");
      }
      if (areaWish.quantity() < 1) {
        return Decision.reject(
            SeatHoldRejection.NOTHING_ASKED,
            "Expected a quantity of at least 1, but it is " + areaWish.quantity());
      }
      quantities.merge(plan.areas().get(index), areaWish.quantity(), Math::addExact);
    }
    quantities.forEach(
        (area, quantity) -> areas.add(new HeldArea(area.name(), area.zone(), quantity)));
    if (seats.isEmpty() && areas.isEmpty()) {
      return Decision.reject(
          SeatHoldRejection.NOTHING_ASKED,
          "Expected at least one seat or place, but none is asked");
    }
    if (inventory.hold(wish.holdId()) != null) {
      return Decision.reject(
          SeatHoldRejection.HOLD_EXISTS, "Expected a new hold, but " + wish.holdId() + " exists");
    }
    return null;
  }

  private @Nullable Decision<SeatHoldEvent> refuseByRules() {
    boolean isOver = !now.isBefore(performance.scheduled().endsAt());
    if (isOver || !performance.isOnsaleFor(wish.caller(), now)) {
      return Decision.reject(
          SeatHoldRejection.ONSALE_NOT_OPEN,
          "Expected the sale to be open, but it is not open for channel "
              + wish.caller().channel()
              + " at "
              + now);
    }
    if (wish.caller().isStaff()) {
      return null;
    }
    if (performance.rules().seatChoice() == SeatChoice.BEST_AVAILABLE_ONLY && !seats.isEmpty()) {
      return Decision.reject(
          SeatHoldRejection.BEST_AVAILABLE_ONLY,
          "Expected best available to be asked, but seats are named");
    }
    int limit = performance.rules().maxSeatsPerHold();
    if (placeCount() > limit) {
      return Decision.reject(
          SeatHoldRejection.HOLD_LIMIT_REACHED,
          "Expected at most " + limit + " places in a hold, but " + placeCount() + " are asked");
    }
    return null;
  }

  private @Nullable Decision<SeatHoldEvent> refuseTakenSeats() {
    for (HeldSeat seat : seats) {
      if (inventory.isSold(seat.index())) {
        return Decision.reject(
            SeatHoldRejection.SEAT_ALREADY_SOLD,
            "Expected free seats, but \"" + seat.seatId() + "\" is sold");
      }
    }
    for (HeldSeat seat : seats) {
      SeatHold holder = inventory.holderOf(seat.index());
      if (holder != null && !holder.isOverAt(now)) {
        return Decision.reject(
            SeatHoldRejection.SEAT_ALREADY_HELD,
            "Expected free seats, but \"" + seat.seatId() + "\" is held");
      }
      if (holder != null) {
        overdue.put(holder.id(), holder);
      }
    }
    return null;
  }

  private @Nullable Decision<SeatHoldEvent> refuseFullAreas() {
    for (HeldArea wanted : areas) {
      Area area = performance.plan().areas().get(performance.plan().indexOf(wanted.area()));
      long free = (long) area.capacity() - inventory.takenIn(area.name());
      if (free < wanted.quantity()) {
        free += countOverdueIn(area);
      }
      if (free < wanted.quantity()) {
        return Decision.reject(
            SeatHoldRejection.NOT_ENOUGH_SEATS,
            "Expected "
                + wanted.quantity()
                + " free places in \""
                + area.name()
                + "\", but there"
                + " are "
                + free);
      }
    }
    return null;
  }

  /** Places of the area that overdue holds keep; these holds are then recorded as expired. */
  private long countOverdueIn(Area area) {
    long places = 0;
    for (SeatHold hold : inventory.placedHolds()) {
      if (hold.isOverAt(now)) {
        for (HeldArea held : hold.areas()) {
          if (held.area().equals(area.name())) {
            overdue.put(hold.id(), hold);
            places += held.quantity();
          }
        }
      }
    }
    return places;
  }

  /** A free seat is orphaned when this hold takes its last free neighbour in the row. */
  private @Nullable Decision<SeatHoldEvent> refuseOrphans() {
    Set<Integer> wanted = new HashSet<>();
    seats.forEach(seat -> wanted.add(seat.index()));
    for (HeldSeat seat : seats) {
      for (int neighbour : new int[] {seat.index() - 1, seat.index() + 1}) {
        boolean isRemaining = isFreeInRow(seat.index(), neighbour) && !wanted.contains(neighbour);
        if (isRemaining && !hasFreeNeighbour(neighbour, wanted)) {
          return Decision.reject(
              SeatHoldRejection.WOULD_LEAVE_ORPHAN_SEAT,
              "Expected no single free seat to be left, but \""
                  + performance.plan().seat(neighbour).id()
                  + "\" would be");
        }
      }
    }
    return null;
  }

  private boolean hasFreeNeighbour(int seat, Set<Integer> wanted) {
    return (isFreeInRow(seat, seat - 1) && !wanted.contains(seat - 1))
        || (isFreeInRow(seat, seat + 1) && !wanted.contains(seat + 1));
  }

  private boolean isFreeInRow(int seat, int neighbour) {
    SeatingPlan plan = performance.plan();
    if (neighbour < 0 || neighbour >= plan.seatCount()) {
      return false;
    }
    PlanSeat here = plan.seat(seat);
    SeatHold holder = inventory.holderOf(neighbour);
    boolean isFree = inventory.isFree(neighbour) || (holder != null && holder.isOverAt(now));
    return isFree && plan.seat(neighbour).isInRowOf(here);
  }

  private int placeCount() {
    return seats.size() + areas.stream().mapToInt(HeldArea::quantity).sum();
  }
}

package org.counterfoil.domain.history;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.counterfoil.domain.heldback.AllotmentTerms;
import org.counterfoil.domain.heldback.FreedPlaces;
import org.counterfoil.domain.heldback.HeldBackArea;
import org.counterfoil.domain.heldback.HeldBackEvent;
import org.counterfoil.domain.heldback.HeldBackEvent.AllotmentCascaded;
import org.counterfoil.domain.heldback.HeldBackEvent.AllotmentMade;
import org.counterfoil.domain.heldback.HeldBackEvent.AllotmentReturned;
import org.counterfoil.domain.heldback.HeldBackEvent.HoldCodeLifted;
import org.counterfoil.domain.heldback.HeldBackEvent.HoldCodeSet;
import org.counterfoil.domain.heldback.HeldBackEvent.PlacesKilled;
import org.counterfoil.domain.heldback.HeldBackEvent.PlacesRevived;
import org.counterfoil.domain.heldback.HeldBackId;
import org.counterfoil.domain.heldback.HeldBackSeat;
import org.counterfoil.domain.heldback.HoldCode;
import org.counterfoil.domain.performance.SalesChannel;
import org.counterfoil.domain.seathold.HeldArea;
import org.counterfoil.domain.seathold.HoldClaim;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldPlaced;
import org.counterfoil.domain.seating.AreaName;
import org.counterfoil.domain.seating.SeatId;

/** What is held back, in the most obvious way, from the events alone. */
final class NaiveKeeping {

  /** Who may sell what it keeps: a code's bearers, a channel, or nobody where both are missing. */
  private record Terms(HoldCode code, SalesChannel channel, Instant returnsAt) {}

  private final Map<HeldBackId, Terms> open = new LinkedHashMap<>();
  private final Map<HeldBackId, HeldBackId> wentTo = new HashMap<>();
  private final Map<SeatId, HeldBackId> seats = new HashMap<>();
  private final Map<HeldBackId, Map<AreaName, Integer>> areas = new LinkedHashMap<>();
  private final List<String> faults;
  private Predicate<SeatId> isTaken = seat -> false;

  NaiveKeeping(List<String> faults) {
    this.faults = faults;
  }

  void takenAre(Predicate<SeatId> taken) {
    isTaken = taken;
  }

  HeldBackId keeperOf(SeatId seat) {
    return seats.get(seat);
  }

  int keptIn(AreaName area) {
    return areas.values().stream().mapToInt(kept -> kept.getOrDefault(area, 0)).sum();
  }

  /** Places of the area that are closed to this claim. */
  int closedIn(AreaName area, HoldClaim claim) {
    int closed = 0;
    for (Map.Entry<HeldBackId, Map<AreaName, Integer>> kept : areas.entrySet()) {
      boolean isOpen = open.containsKey(kept.getKey()) && isFor(kept.getKey(), claim);
      closed += isOpen ? 0 : kept.getValue().getOrDefault(area, 0);
    }
    return closed;
  }

  /** Whether the places drawn from here come back to where this claim finds them. */
  boolean comesBackTo(HeldBackId from, HoldClaim claim) {
    HeldBackId heir = from == null ? null : heirOf(from);
    return heir == null || isFor(heir, claim);
  }

  boolean isFor(SeatId seat, HoldClaim claim) {
    HeldBackId keeper = seats.get(seat);
    return keeper == null || isFor(keeper, claim);
  }

  private boolean isFor(HeldBackId keeper, HoldClaim claim) {
    Terms terms = open.get(keeper);
    if (terms.channel() != null) {
      return terms.channel().equals(claim.caller().channel());
    }
    return terms.code() != null
        && terms.code().equals(claim.holdCode())
        && claim.caller().isStaff();
  }

  private HeldBackId heirOf(HeldBackId from) {
    HeldBackId heir = from;
    while (heir != null && !open.containsKey(heir)) {
      heir = wentTo.get(heir);
    }
    return heir;
  }

  void apply(HeldBackEvent event) {
    switch (event) {
      case HoldCodeSet set ->
          begin(set, new Terms(set.code(), null, null), set.seats(), set.areas());
      case PlacesKilled killed ->
          begin(killed, new Terms(null, null, null), killed.seats(), killed.areas());
      case AllotmentMade made ->
          begin(
              made, new Terms(null, made.channel(), made.returnsAt()), made.seats(), made.areas());
      case HoldCodeLifted lifted -> end(lifted.heldBackId(), null, lifted.freed());
      case PlacesRevived revived -> end(revived.heldBackId(), null, revived.freed());
      case AllotmentReturned returned -> end(returned.heldBackId(), null, returned.freed());
      case AllotmentCascaded cascaded ->
          end(cascaded.heldBackId(), cascaded.next(), cascaded.moved());
    }
  }

  private void begin(
      HeldBackEvent event, Terms terms, List<HeldBackSeat> kept, List<HeldBackArea> inAreas) {
    open.put(event.heldBackId(), terms);
    for (HeldBackSeat seat : kept) {
      require(!isTaken.test(seat.seatId()), seat.seatId() + " is held back though taken");
      require(!seats.containsKey(seat.seatId()), seat.seatId() + " is held back twice");
      seats.put(seat.seatId(), event.heldBackId());
    }
    Map<AreaName, Integer> counts = new HashMap<>();
    inAreas.forEach(area -> counts.merge(area.area(), area.quantity(), Integer::sum));
    areas.put(event.heldBackId(), counts);
  }

  private void end(HeldBackId id, AllotmentTerms next, List<FreedPlaces> freed) {
    require(open.containsKey(id), id + " ends though it is over");
    if (open.remove(id) == null) {
      return;
    }
    long free =
        seats.entrySet().stream()
            .filter(seat -> seat.getValue().equals(id) && !isTaken.test(seat.getKey()))
            .count();
    Map<AreaName, Integer> counts = areas.remove(id);
    free += counts.values().stream().mapToInt(Integer::intValue).sum();
    int told = freed.stream().mapToInt(FreedPlaces::quantity).sum();
    require(free == told, id + " frees " + free + " places, but tells of " + told);
    if (next == null) {
      seats.values().removeIf(id::equals);
      return;
    }
    seats.replaceAll((seat, keeper) -> keeper.equals(id) ? next.heldBackId() : keeper);
    open.put(next.heldBackId(), new Terms(null, next.channel(), next.returnsAt()));
    areas.put(next.heldBackId(), counts);
    wentTo.put(id, next.heldBackId());
  }

  void place(HoldPlaced placed) {
    placed.seats().stream()
        .map(seat -> seats.get(seat.seatId()))
        .filter(Objects::nonNull)
        .forEach(keeper -> requireOpenTo(placed.channel(), keeper));
    for (HeldArea area : placed.areas()) {
      if (area.drawnFrom() != null) {
        requireOpenTo(placed.channel(), area.drawnFrom());
        int left = areas.get(area.drawnFrom()).merge(area.area(), -area.quantity(), Integer::sum);
        require(left >= 0, area.drawnFrom() + " gives more than it keeps");
      }
    }
  }

  private void requireOpenTo(SalesChannel channel, HeldBackId keeper) {
    Terms terms = open.get(keeper);
    boolean isOpen = terms != null && (terms.code() != null || channel.equals(terms.channel()));
    require(isOpen, "what " + keeper + " keeps went to channel " + channel);
  }

  void giveBack(List<HeldArea> drawn) {
    for (HeldArea area : drawn) {
      HeldBackId heir = area.drawnFrom() == null ? null : heirOf(area.drawnFrom());
      if (heir != null) {
        areas.get(heir).merge(area.area(), area.quantity(), Integer::sum);
      }
    }
  }

  /** After every return was decided, none that is due is open. */
  void requireNoneDue(Instant now) {
    Set<HeldBackId> due = new HashSet<>();
    open.forEach(
        (id, terms) -> {
          if (terms.returnsAt() != null && !now.isBefore(terms.returnsAt())) {
            due.add(id);
          }
        });
    require(due.isEmpty(), "Expected every allotment to have returned, but these have not: " + due);
  }

  private void require(boolean isTrue, String fault) {
    if (!isTrue) {
      faults.add(fault);
    }
  }
}

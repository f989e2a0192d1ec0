package org.counterfoil.query.given;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.counterfoil.domain.heldback.AllotmentTerms;
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
import org.counterfoil.domain.seathold.HeldArea;
import org.counterfoil.domain.seathold.HeldSeat;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldPlaced;

/** Counts straight from the events what is kept off general sale. */
final class NaiveHeldBack {

  private final Map<Integer, HeldBackId> keepers = new HashMap<>();
  private final Map<Integer, String> zones = new HashMap<>();
  private final Set<Integer> taken = new HashSet<>();
  private final Map<HeldBackId, Map<String, Integer>> inAreas = new HashMap<>();
  private final Map<HeldBackId, HeldBackId> movedTo = new HashMap<>();
  private final Map<HeldBackId, List<AllotmentTerms>> cascades = new HashMap<>();

  void count(HeldBackEvent event) {
    switch (event) {
      case HoldCodeSet set -> begin(set, set.seats(), set.areas());
      case PlacesKilled killed -> begin(killed, killed.seats(), killed.areas());
      case AllotmentMade made -> {
        begin(made, made.seats(), made.areas());
        cascades.put(made.heldBackId(), made.cascade());
      }
      case HoldCodeLifted lifted -> end(lifted.heldBackId());
      case PlacesRevived revived -> end(revived.heldBackId());
      case AllotmentReturned returned -> end(returned.heldBackId());
      case AllotmentCascaded cascaded -> {
        HeldBackId from = cascaded.heldBackId();
        HeldBackId next = cascaded.next().heldBackId();
        keepers.replaceAll((seat, keeper) -> keeper.equals(from) ? next : keeper);
        inAreas.put(next, inAreas.remove(from));
        movedTo.put(from, next);
        List<AllotmentTerms> left = cascades.remove(from);
        cascades.put(next, left.subList(1, left.size()));
      }
    }
  }

  private void begin(HeldBackEvent event, List<HeldBackSeat> seats, List<HeldBackArea> areas) {
    for (HeldBackSeat seat : seats) {
      keepers.put(seat.index(), event.heldBackId());
      zones.put(seat.index(), seat.zone().value());
    }
    Map<String, Integer> counts = new HashMap<>();
    areas.forEach(area -> counts.merge(area.zone().value(), area.quantity(), Integer::sum));
    inAreas.put(event.heldBackId(), counts);
  }

  private void end(HeldBackId id) {
    keepers.values().removeIf(id::equals);
    inAreas.remove(id);
    cascades.remove(id);
  }

  void take(HoldPlaced hold) {
    for (HeldSeat seat : hold.seats()) {
      taken.add(seat.index());
    }
    hold.areas().forEach(area -> move(area, -area.quantity()));
  }

  void giveBack(HoldPlaced hold) {
    for (HeldSeat seat : hold.seats()) {
      taken.remove(seat.index());
    }
    hold.areas().forEach(area -> move(area, area.quantity()));
  }

  /** A sold seat whose ticket is void. */
  void giveBack(int seat) {
    taken.remove(seat);
  }

  private void move(HeldArea area, int quantity) {
    HeldBackId heir = area.drawnFrom();
    while (heir != null && !inAreas.containsKey(heir)) {
      heir = movedTo.get(heir);
    }
    if (heir != null) {
      inAreas.get(heir).merge(area.zone().value(), quantity, Integer::sum);
    }
  }

  /** Free places of the zone that are kept off general sale. */
  long places(String zone) {
    long seats =
        keepers.keySet().stream()
            .filter(seat -> !taken.contains(seat) && zones.get(seat).equals(zone))
            .count();
    return seats + inAreas.values().stream().mapToInt(a -> a.getOrDefault(zone, 0)).sum();
  }

  /** To whom the places of each open allotment go, and until when they stay there. */
  Map<UUID, List<String>> cascades() {
    Map<UUID, List<String>> told = new HashMap<>();
    cascades.forEach(
        (id, terms) ->
            told.put(
                id.value(),
                terms.stream().map(next -> next.channel() + " " + next.returnsAt()).toList()));
    return told;
  }

  boolean isKept(int seat) {
    return keepers.containsKey(seat) && !taken.contains(seat);
  }
}

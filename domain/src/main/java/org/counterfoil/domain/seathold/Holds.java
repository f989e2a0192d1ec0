package org.counterfoil.domain.seathold;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.counterfoil.domain.seathold.InventorySnapshot.PlacedHold;
import org.jspecify.annotations.Nullable;

/** The holds of a performance: those that are placed, and how all others ended. */
final class Holds {

  private final Map<HoldId, SeatHold> placed = new LinkedHashMap<>();
  private final Map<HoldId, HoldStatus> ended = new HashMap<>();

  void place(SeatHold hold) {
    placed.put(hold.id(), hold);
  }

  void end(SeatHold hold, HoldStatus how) {
    placed.remove(hold.id());
    ended.put(hold.id(), how);
  }

  @Nullable SeatHold placed(HoldId id) {
    return placed.get(id);
  }

  /** In the order they were placed. */
  Collection<SeatHold> placed() {
    return placed.values();
  }

  @Nullable HoldStatus statusOf(HoldId id) {
    return placed.containsKey(id) ? HoldStatus.PLACED : ended.get(id);
  }

  List<PlacedHold> copyOfPlaced() {
    return placed.values().stream().map(SeatHold::copy).toList();
  }

  Map<HoldStatus, List<HoldId>> copyOfEnded() {
    Map<HoldStatus, List<HoldId>> ends = new EnumMap<>(HoldStatus.class);
    ended.forEach((id, how) -> ends.computeIfAbsent(how, none -> new ArrayList<>()).add(id));
    return ends;
  }

  void restoreEnded(Map<HoldStatus, List<HoldId>> ends) {
    ends.forEach((how, ids) -> ids.forEach(id -> ended.put(id, how)));
  }
}

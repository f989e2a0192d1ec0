package org.counterfoil.domain.history;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldPlaced;
import org.counterfoil.domain.seating.ZoneName;
import org.counterfoil.domain.waitinglist.WaitingListEvent.WaitingListJoined;
import org.counterfoil.domain.waitinglist.WaitingListEvent.WaitingListLeft;

/** Who waits, from the events alone; notes every offer that was not in order. */
final class NaiveList {

  private final Map<UUID, WaitingListJoined> waiting = new LinkedHashMap<>();
  private final List<String> faults;

  NaiveList(List<String> faults) {
    this.faults = faults;
  }

  Iterable<WaitingListJoined> waiting() {
    return waiting.values();
  }

  boolean awaits(ZoneName zone) {
    return waiting.values().stream().anyMatch(entry -> entry.zone().equals(zone));
  }

  void apply(Event event) {
    switch (event) {
      case WaitingListJoined joined -> waiting.put(joined.entryId().value(), joined);
      case WaitingListLeft left -> waiting.remove(left.entryId().value());
      case HoldPlaced placed -> offer(placed);
      default -> {
        // Nobody joins, leaves or is offered anything.
      }
    }
  }

  private void offer(HoldPlaced placed) {
    WaitingListJoined offered = waiting.get(placed.holdId().value());
    if (offered == null) {
      return;
    }
    for (WaitingListJoined earlier : waiting.values()) {
      if (earlier.equals(offered)) {
        break;
      }
      boolean isPassedOver =
          earlier.zone().equals(offered.zone()) && earlier.quantity() == offered.quantity();
      if (isPassedOver) {
        faults.add(earlier.entryId() + " was passed over for " + offered.entryId());
      }
    }
    int places =
        placed.seats().size() + placed.areas().stream().mapToInt(area -> area.quantity()).sum();
    if (places != offered.quantity()) {
      faults.add(offered + " was offered " + places + " places");
    }
    waiting.remove(placed.holdId().value());
  }
}

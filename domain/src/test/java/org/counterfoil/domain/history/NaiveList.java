package org.counterfoil.domain.history;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldPlaced;
import org.counterfoil.domain.seating.ZoneName;
import org.counterfoil.domain.waitinglist.WaitingListEvent.WaitingListJoined;
import org.counterfoil.domain.waitinglist.WaitingListEvent.WaitingListLeft;

/** Who waits, from the events alone; notes every offer that was not in order. */
final class NaiveList {

  private final Map<UUID, WaitingListJoined> waiting = new LinkedHashMap<>();
  private final List<String> faults;
  private final Predicate<WaitingListJoined> mayHave;

  /**
   * @param mayHave whether the buyer of an entry may have what it waits for, by the rules
   */
  NaiveList(List<String> faults, Predicate<WaitingListJoined> mayHave) {
    this.faults = faults;
    this.mayHave = mayHave;
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
          earlier.zone().equals(offered.zone())
              && earlier.quantity() == offered.quantity()
              && mayHave.test(earlier);
      if (isPassedOver) {
        faults.add(earlier.entryId() + " was passed over for " + offered.entryId());
      }
    }
    if (!Objects.equals(placed.buyer(), offered.buyer())) {
      faults.add(offered + " was offered to buyer " + placed.buyer());
    }
    int places =
        placed.seats().size() + placed.areas().stream().mapToInt(area -> area.quantity()).sum();
    if (places != offered.quantity()) {
      faults.add(offered + " was offered " + places + " places");
    }
    waiting.remove(placed.holdId().value());
  }
}

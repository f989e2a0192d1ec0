package org.counterfoil.query.given;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.counterfoil.domain.seathold.SeatHoldEvent;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldExpired;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldExtended;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldOrdered;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldPlaced;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldReleased;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldSold;
import org.counterfoil.domain.waitinglist.WaitingListEvent;
import org.counterfoil.domain.waitinglist.WaitingListEvent.WaitingListJoined;
import org.counterfoil.domain.waitinglist.WaitingListEvent.WaitingListLeft;

/** Counts straight from the events who waits, and what became of what they were offered. */
final class NaiveWaiting {

  private final Map<UUID, Integer> waiting = new HashMap<>();
  private final Set<UUID> offered = new HashSet<>();
  private int taken;

  void count(WaitingListEvent event) {
    switch (event) {
      case WaitingListJoined joined -> waiting.put(joined.entryId().value(), joined.quantity());
      case WaitingListLeft left -> waiting.remove(left.entryId().value());
    }
  }

  void count(SeatHoldEvent event) {
    UUID hold = event.holdId().value();
    switch (event) {
      case HoldPlaced placed -> {
        if (waiting.remove(hold) != null) {
          offered.add(hold);
        }
      }
      case HoldSold sold -> taken += offered.remove(hold) ? 1 : 0;
      case HoldReleased released -> offered.remove(hold);
      case HoldExpired expired -> offered.remove(hold);
      case HoldExtended extended -> {}
      case HoldOrdered ordered -> {}
    }
  }

  String text() {
    int places = waiting.values().stream().mapToInt(Integer::intValue).sum();
    return waiting.size() + "/" + places + "/" + offered.size() + "/" + taken;
  }
}

package org.counterfoil.domain.seathold;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.counterfoil.domain.performance.BuyerMark;
import org.counterfoil.domain.performance.Performance;
import org.counterfoil.domain.seathold.PlacesOnSale.Found;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldPlaced;
import org.counterfoil.domain.seating.PlanSeat;
import org.counterfoil.domain.seating.ZoneName;
import org.counterfoil.domain.waitinglist.WaitingListSnapshot.Waiting;

/**
 * Offers free places to those who wait for them, in the order they joined: whoever is first among
 * those whose whole wish can be fulfilled. An offer is a hold like any other, under the entry's id,
 * and what it does not sell is offered to the next. It counts for its buyer's limit.
 */
final class Offering {

  private record Wish(ZoneName zone, int quantity) {}

  private final PerformanceSeats state;
  private final Instant now;

  /** Places offered by this decision, by buyer. */
  private final Map<BuyerMark, Integer> offered = new HashMap<>();

  Offering(PerformanceSeats state, Instant now) {
    this.state = state;
    this.now = now;
  }

  /** The holds that are offered; none after the performance. */
  List<SeatHoldEvent> decide() {
    List<SeatHoldEvent> offers = new ArrayList<>();
    if (state.performance().isOverAt(now)) {
      return offers;
    }
    Set<Wish> beyond = new HashSet<>(); // what could not be fulfilled is not tried again
    try (PlacesOnSale places = new PlacesOnSale(state)) {
      for (Waiting entry : state.inventory().waitingList().waiting()) {
        if (isAtTheLimit(entry)) {
          continue; // waits on: what the buyer has may come back
        }
        Wish wish = new Wish(entry.zone(), entry.quantity());
        Found found = beyond.contains(wish) ? null : places.find(wish.zone(), wish.quantity());
        if (found == null) {
          beyond.add(wish);
        } else {
          places.give(found);
          if (entry.buyer() != null) {
            offered.merge(entry.buyer(), entry.quantity(), Integer::sum);
          }
          offers.add(offer(entry, found));
        }
      }
    }
    return offers;
  }

  /** Whether the offer would be more than the rules let the buyer have. */
  private boolean isAtTheLimit(Waiting entry) {
    BuyerMark buyer = entry.buyer();
    return buyer != null
        && state.inventory().takenBy(buyer, now) + offered.getOrDefault(buyer, 0) + entry.quantity()
            > state.performance().rules().maxSeatsPerBuyer();
  }

  private HoldPlaced offer(Waiting entry, Found found) {
    Performance performance = state.performance();
    List<HeldSeat> seats = new ArrayList<>();
    for (int index : found.seats()) {
      PlanSeat seat = performance.plan().seat(index);
      seats.add(new HeldSeat(index, seat.id(), seat.zone()));
    }
    return new HoldPlaced(
        performance.id(),
        new HoldId(entry.entryId().value()),
        seats,
        found.area() == null ? List.of() : List.of(found.area()),
        now.plusSeconds(performance.rules().holdSeconds()),
        performance.priceListVersion(),
        entry.channel(),
        false,
        entry.buyer(),
        null,
        null);
  }
}

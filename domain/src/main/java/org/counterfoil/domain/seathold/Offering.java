package org.counterfoil.domain.seathold;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.counterfoil.domain.performance.Performance;
import org.counterfoil.domain.seathold.PlacesOnSale.Found;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldPlaced;
import org.counterfoil.domain.seating.PlanSeat;
import org.counterfoil.domain.seating.ZoneName;
import org.counterfoil.domain.waitinglist.WaitingListSnapshot.Waiting;

/**
 * Offers free places to those who wait for them, in the order they joined: whoever is first among
 * those whose whole wish can be fulfilled. An offer is a hold like any other, under the entry's id,
 * and what it does not sell is offered to the next.
 */
final class Offering {

  private record Wish(ZoneName zone, int quantity) {}

  private final PerformanceSeats state;
  private final Instant now;

  Offering(PerformanceSeats state, Instant now) {
    this.state = state;
    this.now = now;
  }

  /** The holds that are offered; none after the performance. */
  List<SeatHoldEvent> decide() {
    List<SeatHoldEvent> offers = new ArrayList<>();
    if (!now.isBefore(state.performance().scheduled().endsAt())) {
      return offers;
    }
    Set<Wish> beyond = new HashSet<>(); // what could not be fulfilled is not tried again
    try (PlacesOnSale places = new PlacesOnSale(state)) {
      for (Waiting entry : state.inventory().waitingList().waiting()) {
        Wish wish = new Wish(entry.zone(), entry.quantity());
        Found found = beyond.contains(wish) ? null : places.find(wish.zone(), wish.quantity());
        if (found == null) {
          beyond.add(wish);
        } else {
          places.give(found);
          offers.add(offer(entry, found));
        }
      }
    }
    return offers;
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
        null,
        null,
        null);
  }
}

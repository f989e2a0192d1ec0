package org.counterfoil.domain.seathold;

import org.counterfoil.domain.heldback.House;
import org.counterfoil.domain.performance.Performance;
import org.counterfoil.domain.waitinglist.Demand;

/** What a decision about seats is made on: the performance's terms and where its places stand. */
public record PerformanceSeats(Performance performance, SeatInventory inventory) {

  /** What a decision about held-back places is made on. */
  public House house() {
    return new House(performance, inventory.heldBack(), inventory);
  }

  /** What a decision about the waiting list is made on. */
  public Demand demand() {
    return new Demand(
        performance,
        inventory.waitingList(),
        (zone, quantity) -> {
          try (PlacesOnSale places = new PlacesOnSale(this)) {
            return places.find(zone, quantity) != null;
          }
        });
  }
}

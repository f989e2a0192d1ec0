package org.counterfoil.domain.seathold;

import java.time.Instant;
import org.counterfoil.domain.heldback.House;
import org.counterfoil.domain.performance.BuyerMark;
import org.counterfoil.domain.performance.Performance;
import org.counterfoil.domain.seating.ZoneName;
import org.counterfoil.domain.waitinglist.Demand;
import org.counterfoil.domain.waitinglist.Supply;

/** What a decision about seats is made on: the performance's terms and where its places stand. */
public record PerformanceSeats(Performance performance, SeatInventory inventory) {

  /** What a decision about held-back places is made on. */
  public House house() {
    return new House(performance, inventory.heldBack(), inventory);
  }

  /** What a decision about the waiting list is made on. */
  public Demand demand() {
    return new Demand(performance, inventory.waitingList(), new OnSale(this));
  }

  private record OnSale(PerformanceSeats seats) implements Supply {

    @Override
    public boolean has(ZoneName zone, int quantity) {
      try (PlacesOnSale places = new PlacesOnSale(seats)) {
        return places.find(zone, quantity) != null;
      }
    }

    @Override
    public int takenBy(BuyerMark buyer, Instant now) {
      return seats.inventory().takenBy(buyer, now);
    }
  }
}

package org.counterfoil.domain.seathold;

import org.counterfoil.domain.heldback.House;
import org.counterfoil.domain.performance.Performance;

/** What a decision about seats is made on: the performance's terms and where its places stand. */
public record PerformanceSeats(Performance performance, SeatInventory inventory) {

  /** What a decision about held-back places is made on. */
  public House house() {
    return new House(performance, inventory.heldBack(), inventory);
  }
}

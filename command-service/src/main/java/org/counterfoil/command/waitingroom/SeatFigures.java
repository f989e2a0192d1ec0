package org.counterfoil.command.waitingroom;

import org.counterfoil.domain.performance.Performance;
import org.counterfoil.domain.seathold.PerformanceSeats;
import org.counterfoil.domain.seathold.SeatInventory;
import org.counterfoil.domain.seathold.UsedAdmissions;
import org.counterfoil.domain.seating.Area;

/**
 * What a performance's seats say to its waiting room.
 *
 * @param placesLeft places that are neither sold, held nor held back
 * @param placesHeld places that holds keep, and that may come back
 * @param used admissions that holds have burnt
 * @param placesTaken places that these holds have kept, whatever became of them
 */
record SeatFigures(int placesLeft, int placesHeld, int used, long placesTaken) {

  static SeatFigures of(PerformanceSeats seats) {
    Performance performance = seats.performance();
    SeatInventory inventory = seats.inventory();
    int left = 0;
    for (int seat = 0; seat < performance.plan().seatCount(); seat++) {
      left += inventory.isOnSale(seat) ? 1 : 0;
    }
    for (Area area : performance.plan().areas()) {
      int kept = inventory.heldBack().keptIn(area.name());
      left += Math.max(0, area.capacity() - inventory.takenIn(area.name()) - kept);
    }
    int held =
        inventory.placedHolds().stream()
            .mapToInt(
                hold ->
                    hold.seats().size()
                        + hold.areas().stream().mapToInt(area -> area.quantity()).sum())
            .sum();
    UsedAdmissions admissions = inventory.admissions();
    return new SeatFigures(left, held, admissions.count(), admissions.places());
  }

  /** Whether nothing is left, and nothing can come back by itself. */
  boolean isSoldOut() {
    return placesLeft == 0 && placesHeld == 0;
  }
}

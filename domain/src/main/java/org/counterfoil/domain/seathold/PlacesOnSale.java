package org.counterfoil.domain.seathold;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.counterfoil.domain.seating.Area;
import org.counterfoil.domain.seating.AreaName;
import org.counterfoil.domain.seating.SeatingPlan;
import org.counterfoil.domain.seating.ZoneName;
import org.jspecify.annotations.Nullable;

/**
 * Finds free places of a zone for those who wait: the best available seats, or else places in one
 * of its areas. What was given is not found again until {@link #close}, which leaves everything as
 * it was.
 */
final class PlacesOnSale implements AutoCloseable {

  /** Places that were found: seats by index, or places of an area. */
  record Found(List<Integer> seats, @Nullable HeldArea area) {}

  private final SeatingPlan plan;
  private final SeatInventory inventory;
  private final FreeBlocks blocks;
  private final List<Integer> givenSeats = new ArrayList<>();
  private final Map<AreaName, Integer> givenInAreas = new HashMap<>();

  PlacesOnSale(PerformanceSeats state) {
    this.plan = state.performance().plan();
    this.inventory = state.inventory();
    this.blocks = inventory.freeBlocks(state.performance());
  }

  @Nullable Found find(ZoneName zone, int quantity) {
    int ofSeats = blocks.rows().zone(zone);
    List<Integer> seats =
        ofSeats < 0 ? List.of() : new BestAvailable(blocks, ofSeats).choose(quantity);
    if (!seats.isEmpty()) {
      return new Found(List.copyOf(seats), null);
    }
    for (Area area : plan.areas()) {
      if (area.zone().equals(zone) && freeIn(area) >= quantity) {
        return new Found(List.of(), new HeldArea(area.name(), zone, quantity));
      }
    }
    return null;
  }

  void give(Found found) {
    for (int seat : found.seats()) {
      blocks.set(seat, false);
      givenSeats.add(seat);
    }
    if (found.area() != null) {
      givenInAreas.merge(found.area().area(), found.area().quantity(), Integer::sum);
    }
  }

  @Override
  public void close() {
    givenSeats.forEach(blocks::refresh);
  }

  private int freeIn(Area area) {
    return area.capacity()
        - inventory.takenIn(area.name())
        - inventory.heldBack().keptIn(area.name())
        - givenInAreas.getOrDefault(area.name(), 0);
  }
}

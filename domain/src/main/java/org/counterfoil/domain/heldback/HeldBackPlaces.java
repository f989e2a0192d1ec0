package org.counterfoil.domain.heldback;

import java.util.List;
import org.counterfoil.domain.seating.AreaName;
import org.counterfoil.domain.seating.SeatId;
import org.counterfoil.domain.seating.ZoneName;
import org.jspecify.annotations.Nullable;

/** Which places are to be held back. */
public sealed interface HeldBackPlaces {

  /** Seats by name, and places of areas by count. */
  record Named(List<SeatId> seats, List<InArea> areas) implements HeldBackPlaces {
    public Named {
      seats = List.copyOf(seats);
      areas = List.copyOf(areas);
    }
  }

  /**
   * As many places of a zone: its free standard seats by rank, of equal rank in plan order, then
   * places of its areas in plan order. Wheelchair and companion places have to be named.
   */
  record BestOfZone(ZoneName zone, int quantity) implements HeldBackPlaces {}

  /** Places of an area. */
  record InArea(AreaName area, int quantity) {}

  /** Seats by name only. */
  static HeldBackPlaces ofSeats(@Nullable List<SeatId> seats) {
    return new Named(seats == null ? List.of() : seats, List.of());
  }
}

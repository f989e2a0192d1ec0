package org.counterfoil.domain.seathold;

import java.util.List;
import org.counterfoil.domain.seating.AreaName;
import org.counterfoil.domain.seating.SeatId;

/** The places that somebody wishes to hold: all of them or none. */
public record PlacesWish(List<SeatId> seats, List<AreaWish> areas) {

  public PlacesWish {
    seats = List.copyOf(seats);
    areas = List.copyOf(areas);
  }

  /** Places wished for in an area. */
  public record AreaWish(AreaName area, int quantity) {}

  public static PlacesWish ofSeats(List<SeatId> seats) {
    return new PlacesWish(seats, List.of());
  }

  public static PlacesWish ofAreas(List<AreaWish> areas) {
    return new PlacesWish(List.of(), areas);
  }
}

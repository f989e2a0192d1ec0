package org.counterfoil.domain.seathold;

import java.util.List;
import org.counterfoil.domain.seating.AreaName;
import org.counterfoil.domain.seating.SeatId;
import org.jspecify.annotations.Nullable;

/**
 * The places that somebody wishes to hold: all of them or none.
 *
 * @param bestAvailable seats that the house is to choose; in place of all else
 */
public record PlacesWish(
    List<SeatId> seats, List<AreaWish> areas, @Nullable BestAvailableWish bestAvailable) {

  public PlacesWish {
    seats = List.copyOf(seats);
    areas = List.copyOf(areas);
    if (bestAvailable != null && !(seats.isEmpty() && areas.isEmpty())) {
      throw new IllegalArgumentException(
          "Expected either named places or best available, but there are both");
    }
  }

  /** Places wished for in an area. */
  public record AreaWish(AreaName area, int quantity) {}

  /** Named seats, and places of areas. */
  public PlacesWish(List<SeatId> seats, List<AreaWish> areas) {
    this(seats, areas, null);
  }

  public static PlacesWish ofBestAvailable(BestAvailableWish wish) {
    return new PlacesWish(List.of(), List.of(), wish);
  }

  public static PlacesWish ofSeats(List<SeatId> seats) {
    return new PlacesWish(seats, List.of());
  }

  public static PlacesWish ofAreas(List<AreaWish> areas) {
    return new PlacesWish(List.of(), areas);
  }
}

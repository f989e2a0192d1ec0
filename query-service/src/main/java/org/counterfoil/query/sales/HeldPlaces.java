package org.counterfoil.query.sales;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.counterfoil.domain.seathold.HeldSeat;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldPlaced;
import org.jspecify.annotations.Nullable;

/**
 * How many places a hold keeps in a zone; those of an area are counted apart.
 *
 * @param area missing for seats
 * @param drawnFrom what kept the places of an area; missing for general sale and for seats
 */
record HeldPlaces(String zone, @Nullable String area, int quantity, @Nullable UUID drawnFrom) {

  static List<HeldPlaces> of(HoldPlaced placed) {
    Map<String, Integer> seats = new LinkedHashMap<>();
    for (HeldSeat seat : placed.seats()) {
      seats.merge(seat.zone().value(), 1, Integer::sum);
    }
    List<HeldPlaces> places = new ArrayList<>();
    seats.forEach((zone, quantity) -> places.add(new HeldPlaces(zone, null, quantity, null)));
    placed
        .areas()
        .forEach(
            area ->
                places.add(
                    new HeldPlaces(
                        area.zone().value(),
                        area.area().value(),
                        area.quantity(),
                        area.drawnFrom() == null ? null : area.drawnFrom().value())));
    return List.copyOf(places);
  }
}

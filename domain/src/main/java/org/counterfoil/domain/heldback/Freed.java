package org.counterfoil.domain.heldback;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.counterfoil.domain.seating.Area;
import org.counterfoil.domain.seating.ZoneName;

/** Counts the free places that a keeper keeps. */
final class Freed {

  private Freed() {}

  static List<FreedPlaces> by(Keeper keeper, House house) {
    Occupancy occupancy = house.occupancy();
    Map<ZoneName, Integer> seats = new LinkedHashMap<>();
    for (int seat : house.heldBack().seatsOf(keeper.id())) {
      if (!occupancy.isSold(seat) && !occupancy.isHeld(seat)) {
        seats.merge(house.performance().plan().seat(seat).zone(), 1, Integer::sum);
      }
    }
    List<FreedPlaces> freed = new ArrayList<>();
    seats.forEach((zone, count) -> freed.add(new FreedPlaces(zone, null, count)));
    for (Area area : house.performance().plan().areas()) {
      int free = keeper.freeIn(area.name());
      if (free > 0) {
        freed.add(new FreedPlaces(area.zone(), area.name(), free));
      }
    }
    return freed;
  }
}

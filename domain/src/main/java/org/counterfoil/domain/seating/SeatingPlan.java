package org.counterfoil.domain.seating;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.counterfoil.domain.PublicLabel;

/**
 * A checked seating plan: immutable, its seats numbered from 0 in plan order. Consecutive seats of
 * a row are neighbours. Made by {@link SeatingPlanCheck} and found again by its hash.
 */
public final class SeatingPlan {

  private final PublicLabel name;
  private final List<Zone> zones;
  private final List<PlanSeat> seats;
  private final List<Area> areas;
  private final Map<SeatId, Integer> indexes;

  SeatingPlan(PublicLabel name, List<Zone> zones, List<PlanSeat> seats, List<Area> areas) {
    this.name = name;
    this.zones = List.copyOf(zones);
    this.seats = List.copyOf(seats);
    this.areas = List.copyOf(areas);
    this.indexes = HashMap.newHashMap(seats.size());
    for (int index = 0; index < seats.size(); index++) {
      indexes.put(seats.get(index).id(), index);
    }
  }

  public PublicLabel name() {
    return name;
  }

  public List<Zone> zones() {
    return zones;
  }

  /** All seats in plan order. */
  public List<PlanSeat> seats() {
    return seats;
  }

  public List<Area> areas() {
    return areas;
  }

  public int seatCount() {
    return seats.size();
  }

  public PlanSeat seat(int index) {
    return seats.get(index);
  }

  /** The seat's place in plan order, or -1 where the plan has no such seat. */
  public int indexOf(SeatId seat) {
    return indexes.getOrDefault(seat, -1);
  }

  /** The area's place in the plan's order, or -1 where the plan has no such area. */
  public int indexOf(AreaName area) {
    for (int index = 0; index < areas.size(); index++) {
      if (areas.get(index).name().equals(area)) {
        return index;
      }
    }
    return -1;
  }

  /** Seats and places of areas in each zone, in the order of the zones. */
  public List<ZoneCapacity> zoneCapacities() {
    Map<ZoneName, Integer> counts = new HashMap<>();
    seats.forEach(seat -> counts.merge(seat.zone(), 1, Integer::sum));
    areas.forEach(area -> counts.merge(area.zone(), area.capacity(), Integer::sum));
    return zones.stream()
        .map(
            zone -> new ZoneCapacity(zone.name(), zone.rank(), counts.getOrDefault(zone.name(), 0)))
        .toList();
  }
}

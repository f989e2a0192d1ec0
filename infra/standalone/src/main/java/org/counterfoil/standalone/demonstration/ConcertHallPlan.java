package org.counterfoil.standalone.demonstration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The plan of a concert hall: a pit of 900 places sold by count, and 240 seats in tiers. */
final class ConcertHallPlan {

  private ConcertHallPlan() {}

  /** As Counterfoil's own format of seating plans. */
  static Map<String, Object> document() {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (int row = 1; row <= 8; row++) {
      List<Map<String, Object>> seats = new ArrayList<>();
      for (int seat = 1; seat <= 30; seat++) {
        seats.add(
            Map.of("label", Integer.toString(seat), "rank", row, "x", 2 * seat - 31, "y", row));
      }
      rows.add(Map.of("label", Integer.toString(row), "rank", row, "seats", seats));
    }
    return Map.of(
        "name", "Grande halle",
        "zones", List.of(Map.of("name", "Fosse", "rank", 1), Map.of("name", "Gradins", "rank", 2)),
        "sections", List.of(Map.of("name", "Gradins", "zone", "Gradins", "rows", rows)),
        "areas", List.of(Map.of("name", "Fosse", "zone", "Fosse", "capacity", 900)));
  }
}

package org.counterfoil.standalone.demonstration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The seating plan of an Italian-style theatre of 1,300 seats: stalls, dress circle and two
 * balconies, rows that widen towards the back, four price zones, places for wheelchairs with
 * companions.
 */
final class TheatrePlan {

  private static final String GOLD = "Carré or";
  private static final String FIRST = "Première catégorie";
  private static final String SECOND = "Deuxième catégorie";
  private static final String THIRD = "Troisième catégorie";

  private TheatrePlan() {}

  /** As Counterfoil's own format of seating plans. */
  static Map<String, Object> document() {
    return Map.of(
        "name", "Grande salle",
        "zones",
            List.of(
                Map.of("name", GOLD, "rank", 1),
                Map.of("name", FIRST, "rank", 2),
                Map.of("name", SECOND, "rank", 3),
                Map.of("name", THIRD, "rank", 4)),
        "sections",
            List.of(
                section("Parterre", GOLD, 'A', 8, 24, 1),
                section("Parterre arrière", FIRST, 'J', 14, 30, 0),
                section("Corbeille", FIRST, 'A', 4, 34, 1),
                section("Premier balcon", SECOND, 'A', 7, 36, 0),
                section("Deuxième balcon", THIRD, 'A', 7, 38, 0)),
        "areas", List.of());
  }

  /** Rows from the first letter on; each is wider by {@code widening} seats than the one before. */
  private static Map<String, Object> section(
      String name, String zone, char firstRow, int rows, int seats, int widening) {
    List<Map<String, Object>> made = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      String label = String.valueOf((char) (firstRow + row));
      made.add(
          Map.of(
              "label", label, "rank", row + 1, "seats", seats(row, seats + row * widening, rows)));
    }
    return Map.of("name", name, "zone", zone, "rows", made);
  }

  private static List<Map<String, Object>> seats(int row, int count, int rows) {
    List<Map<String, Object>> made = new ArrayList<>();
    for (int number = 1; number <= count; number++) {
      boolean isLastRow = row == rows - 1;
      String kind =
          switch (isLastRow ? number : 0) {
            case 1, 3 -> "WHEELCHAIR";
            case 2, 4 -> "COMPANION";
            default -> "STANDARD";
          };
      int fromCentre = Math.abs(2 * number - count - 1);
      made.add(
          kind.equals("STANDARD")
              ? Map.of(
                  "label",
                  Integer.toString(number),
                  "rank",
                  1 + row * 100 + fromCentre,
                  "x",
                  2 * number - count - 1,
                  "y",
                  row)
              : Map.of(
                  "label",
                  Integer.toString(number),
                  "rank",
                  1 + row * 100 + fromCentre,
                  "x",
                  2 * number - count - 1,
                  "y",
                  row,
                  "kind",
                  kind));
    }
    return made;
  }
}

package org.counterfoil.standalone.demonstration;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which seats of one performance the demonstration has sold, so that it asks for free ones. */
final class House {

  private final List<List<String>> rows = new ArrayList<>();
  private final Set<String> taken = new HashSet<>();

  /** Rows of seat ids as the plan's document implies them: section, row, label. */
  static House of(Map<String, Object> plan) {
    House house = new House();
    for (Map<String, Object> section : parts(plan, "sections")) {
      for (Map<String, Object> row : parts(section, "rows")) {
        List<String> ids = new ArrayList<>();
        for (Map<String, Object> seat : parts(row, "seats")) {
          ids.add(section.get("name") + "-" + row.get("label") + "-" + seat.get("label"));
        }
        house.rows.add(ids);
      }
    }
    return house;
  }

  @SuppressWarnings("unchecked") // a document's parts are what the plan's class made them
  private static List<Map<String, Object>> parts(Map<String, Object> whole, String name) {
    return (List<Map<String, Object>>) Objects.requireNonNull(whole.get(name), name);
  }

  /** Neighbouring free seats, better rows first; null where the luck of the draw finds none. */
  @Nullable List<String> take(int count, Random random) {
    for (int attempt = 0; attempt < 40; attempt++) {
      double quality = Math.min(0.999, Math.abs(random.nextGaussian()) / 2.5);
      List<String> row = rows.get((int) (quality * rows.size()));
      if (row.size() >= count) {
        int centre = (row.size() - count) / 2;
        int from = Math.clamp(centre + (int) (random.nextGaussian() * 6), 0, row.size() - count);
        List<String> seats = row.subList(from, from + count);
        if (seats.stream().noneMatch(taken::contains)) {
          taken.addAll(seats);
          return List.copyOf(seats);
        }
      }
    }
    return null;
  }
}

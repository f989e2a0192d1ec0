package org.counterfoil.standalone.demonstration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Price lists as the contract takes them: full, reduced, young, and comps that only staff issue.
 */
final class Prices {

  private Prices() {}

  /** Four price types per zone, derived from the zone's full price in cents. */
  static Map<String, Object> list(Map<String, Integer> fullPrices, String taxRate) {
    Map<String, Object> list = new LinkedHashMap<>();
    fullPrices.forEach(
        (zone, full) -> {
          List<Map<String, Object>> types = new ArrayList<>();
          types.add(type("FULL", "Plein tarif", full, taxRate));
          types.add(type("REDUCED", "Tarif réduit", full * 3 / 4 / 50 * 50, taxRate));
          types.add(type("YOUNG", "Moins de 26 ans", full / 2 / 50 * 50, taxRate));
          Map<String, Object> comp = new LinkedHashMap<>(type("COMP", "Invitation", 0, taxRate));
          comp.put("roles", List.of("BOX_OFFICE", "ADMIN", "ORGANISER"));
          types.add(comp);
          list.put(zone, types);
        });
    return list;
  }

  private static Map<String, Object> type(String code, String name, int minor, String taxRate) {
    return Map.of("priceType", code, "name", name, "faceValueMinor", minor, "taxRate", taxRate);
  }
}

package org.counterfoil.crowd;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What is sold: the seats in plan order, the areas, the prices. The front is where the plan begins.
 *
 * @param seats in plan order
 * @param areas general admission
 * @param zones by name
 * @param holdSeconds how long a hold lasts
 */
record House(
    String performanceId,
    List<Seat> seats,
    List<Area> areas,
    Map<String, Zone> zones,
    int holdSeconds,
    boolean isTraining,
    boolean hasWaitingRoom) {

  House {
    seats = List.copyOf(seats);
    areas = List.copyOf(areas);
    zones = new LinkedHashMap<>(zones);
  }

  /**
   * A seat.
   *
   * @param rowEnd the index after the last seat of its row
   * @param isOrdinary whether it is for everybody
   */
  record Seat(String id, String zone, int rowEnd, boolean isOrdinary) {}

  record Area(String name, String zone) {}

  /**
   * A price zone.
   *
   * @param seats how many seats it has; areas are not counted
   * @param priceType what everybody may buy there
   */
  record Zone(String name, int seats, String priceType) {}

  /**
   * Reads what the API says.
   *
   * @param performance as offered to everybody
   * @param plan the document of its seating plan
   */
  static House of(JsonNode performance, JsonNode plan) {
    List<Seat> seats = new ArrayList<>();
    Map<String, Integer> counts = new HashMap<>();
    for (JsonNode section : plan.path("sections")) {
      String zone = section.path("zone").asString();
      for (JsonNode row : section.path("rows")) {
        int end = seats.size() + row.path("seats").size();
        for (JsonNode seat : row.path("seats")) {
          seats.add(new Seat(seat.path("id").asString(), zone, end, !seat.has("kind")));
          counts.merge(zone, 1, Integer::sum);
        }
      }
    }
    List<Area> areas = new ArrayList<>();
    for (JsonNode area : performance.path("areas")) {
      areas.add(new Area(area.path("name").asString(), area.path("zone").asString()));
    }
    Map<String, Zone> zones = new LinkedHashMap<>();
    for (JsonNode capacity : performance.path("zones")) {
      String name = capacity.path("zone").asString();
      JsonNode offers = performance.path("offers").path(name);
      if (!offers.isEmpty()) {
        String priceType = offers.get(0).path("priceType").asString();
        zones.put(name, new Zone(name, counts.getOrDefault(name, 0), priceType));
      }
    }
    return new House(
        performance.path("performanceId").asString(),
        seats,
        areas,
        zones,
        performance.path("rules").path("holdSeconds").asInt(),
        performance.path("isTraining").asBoolean(),
        performance.path("onsale").path("waitingRoom").path("enabled").asBoolean());
  }

  /** Whether the seats from this one on are so many of one row, and all free for everybody. */
  boolean isRun(FreeSeats free, int from, int count) {
    if (from + count > seats.get(from).rowEnd()) {
      return false;
    }
    for (int seat = from; seat < from + count; seat++) {
      if (!free.contains(seat) || !seats.get(seat).isOrdinary()) {
        return false;
      }
    }
    return zones.containsKey(seats.get(from).zone());
  }

  List<String> ids(int from, int count) {
    return seats.subList(from, from + count).stream().map(Seat::id).toList();
  }
}

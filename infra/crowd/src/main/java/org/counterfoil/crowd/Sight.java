package org.counterfoil.crowd;

import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What can be bought, as it was a moment ago.
 *
 * @param position of the log up to which it is right
 * @param free which seats
 * @param areas places left, by name
 * @param zones places left, by name
 * @param sold seats and places
 * @param held seats and places
 * @param takenAt {@link System#nanoTime} when it was asked for
 */
record Sight(
    long position,
    FreeSeats free,
    Map<String, Long> areas,
    Map<String, Long> zones,
    long sold,
    long held,
    long takenAt) {

  /** How many places of these zones are left. */
  long left(Set<String> ofZones) {
    return ofZones.stream().mapToLong(zone -> zones.getOrDefault(zone, 0L)).sum();
  }

  static Sight of(JsonNode availability, long takenAt) {
    Map<String, Long> areas = new HashMap<>();
    availability
        .path("areas")
        .forEach(a -> areas.put(a.path("area").asString(), a.path("available").asLong()));
    Map<String, Long> zones = new HashMap<>();
    long sold = 0;
    long held = 0;
    for (JsonNode zone : availability.path("zones")) {
      zones.put(zone.path("zone").asString(), zone.path("available").asLong());
      sold += zone.path("sold").asLong();
      held += zone.path("held").asLong();
    }
    return new Sight(
        availability.path("position").asLong(),
        FreeSeats.of(
            Base64.getDecoder().decode(availability.path("seats").asString()),
            availability.path("seatCount").asInt()),
        areas,
        zones,
        sold,
        held,
        takenAt);
  }
}

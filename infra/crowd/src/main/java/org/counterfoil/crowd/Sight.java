package org.counterfoil.crowd;

import java.util.Base64;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
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
    BitSet free,
    Map<String, Long> areas,
    Map<String, Long> zones,
    long sold,
    long held,
    long takenAt) {

  private static final int SEATS_PER_BYTE = 4;

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
        free(availability.path("seats").asString(), availability.path("seatCount").asInt()),
        areas,
        zones,
        sold,
        held,
        takenAt);
  }

  /** Two bits a seat, the first in the most significant ones; 0 is free. */
  private static BitSet free(String base64, int seatCount) {
    byte[] states = Base64.getDecoder().decode(base64);
    BitSet free = new BitSet(seatCount);
    for (int seat = 0; seat < seatCount; seat++) {
      int shift = 6 - 2 * (seat % SEATS_PER_BYTE);
      free.set(seat, (states[seat / SEATS_PER_BYTE] >> shift & 3) == 0);
    }
    return free;
  }
}

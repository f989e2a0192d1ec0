package org.counterfoil.standalone.demonstration;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.counterfoil.eventstore.time.DrivenClock;
import tools.jackson.databind.JsonNode;

/** Lets in who comes: nearly everybody, in the hour before the start, some by the wrong ticket. */
final class Doors {

  private static final Duration OPEN_FOR = Duration.ofMinutes(50);
  private static final int COMING_PERCENT = 91;
  private static final int REPEATING_PERCENT = 3;

  private final Api api;
  private final DrivenClock clock;
  private final String token;
  private final Random random = new Random(1_680);
  private final Map<String, List<String>> codes = new HashMap<>();

  Doors(Api api, DrivenClock clock, String token) {
    this.api = api;
    this.clock = clock;
    this.token = token;
  }

  /** Remembers the tickets of an answer. */
  void sold(Showing showing, JsonNode answer) {
    for (JsonNode ticket : answer.path("tickets")) {
      codes
          .computeIfAbsent(showing.performanceId(), id -> new ArrayList<>())
          .add(ticket.get("code").asString());
    }
  }

  /** Opens the doors; the clock is driven to the start. */
  void open(Showing showing) {
    List<String> coming = new ArrayList<>();
    for (String code : codes.getOrDefault(showing.performanceId(), List.of())) {
      if (random.nextInt(100) < COMING_PERCENT) {
        coming.add(code);
      }
    }
    Instant opensAt = showing.startsAt().minus(OPEN_FOR);
    Instant from = clock.instant().isAfter(opensAt) ? clock.instant() : opensAt;
    Duration left = Duration.between(from, showing.startsAt());
    for (int i = 0; i < coming.size(); i++) {
      clock.driveTo(from.plus(left.multipliedBy(i).dividedBy(coming.size())));
      scan(showing, coming.get(i));
      if (random.nextInt(100) < REPEATING_PERCENT) {
        scan(showing, coming.get(random.nextInt(i + 1)));
      }
    }
  }

  private void scan(Showing showing, String code) {
    api.post(
        "/admissions",
        token,
        Map.of(
            "code",
            code,
            "gate",
            random.nextInt(3) < 2 ? "FOYER" : "JARDIN",
            "performanceIds",
            List.of(showing.performanceId())));
  }
}

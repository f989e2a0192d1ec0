package org.counterfoil.query.operations;

import java.time.Clock;
import java.time.Duration;
import org.counterfoil.http.position.Page;
import org.counterfoil.query.live.EventStreams;
import org.counterfoil.query.live.LiveAnswer;
import org.counterfoil.query.live.LiveQuestion;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Streams how the projections are doing. Progress is not announced, so it is looked at once a
 * second while somebody listens.
 */
final class OperationsStream implements LiveQuestion {

  private final Projections projections;
  private final EventStreams streams;
  private final JsonMapper json;
  private final Clock clock;
  private String body = "";
  private long version;

  OperationsStream(Projections projections, EventStreams streams, JsonMapper json, Clock clock) {
    this.projections = projections;
    this.streams = streams;
    this.json = json;
    this.clock = clock;
  }

  SseEmitter open() {
    return streams.open("operations", keys -> false, this, null);
  }

  @Override
  public Duration goodFor() {
    return Duration.ofSeconds(1);
  }

  /** Grows with every change, also over restarts: there is no one position of all projections. */
  @Override
  public synchronized long version() {
    String now = json.writeValueAsString(new Page<>(projections.reports(), null));
    if (!now.equals(body)) {
      body = now;
      version = Math.max(version + 1, clock.millis());
    }
    return version;
  }

  @Override
  public synchronized LiveAnswer answer() {
    long newest = version();
    return new LiveAnswer(newest, newest, body);
  }
}

package org.counterfoil.query.sales;

import java.time.Duration;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.feed.projection.ProjectionRunner;
import org.counterfoil.query.live.AsOf;
import org.counterfoil.query.live.EventStreams;
import org.counterfoil.query.live.LiveAnswer;
import org.counterfoil.query.live.LiveQuestion;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.json.JsonMapper;

/** The questions about sales that can be followed. */
final class SalesStreams {

  static final String LAST_EVENT_ID = "Last-Event-ID";

  private final EventStreams streams;
  private final ProjectionRunner runner;
  private final PerformanceQueries performances;
  private final AvailabilityQueries availability;
  private final DashboardQueries dashboards;
  private final JsonMapper json;

  SalesStreams(
      EventStreams streams,
      ProjectionRunner runner,
      PerformanceQueries performances,
      AvailabilityQueries availability,
      DashboardQueries dashboards,
      JsonMapper json) {
    this.streams = streams;
    this.runner = runner;
    this.performances = performances;
    this.availability = availability;
    this.dashboards = dashboards;
    this.json = json;
  }

  SseEmitter availability(PerformanceId id, @Nullable String lastEventId) {
    if (performances.changedPosition(id).isEmpty()) {
      throw SalesProblems.unknown(id);
    }
    LiveQuestion question =
        new Question(
            () -> version(id),
            reached ->
                availability
                    .current(id, reached)
                    .map(AvailabilityQueries.Versioned::availability)
                    .orElseThrow(() -> SalesProblems.unknown(id)));
    return streams.open("availability-" + id, only(id), question, lastEventId);
  }

  SseEmitter dashboard(PerformanceId id, @Nullable String lastEventId) {
    LiveQuestion question =
        new Question(
            () -> version(id),
            reached ->
                dashboards
                    .performance(id, new AsOf.Now(), reached)
                    .orElseThrow(() -> SalesProblems.unknown(id)));
    return streams.open("performance-" + id, only(id), question, lastEventId);
  }

  /** Any change may be of one of its performances; the version tells whether it was. */
  SseEmitter dashboard(OrganisationId id, @Nullable String lastEventId) {
    if (performances.changedPosition(id).isEmpty()) {
      throw SalesProblems.unknown(id);
    }
    LiveQuestion question =
        new Question(
            () -> version(id),
            reached ->
                dashboards
                    .organisation(id, new AsOf.Now(), reached)
                    .orElseThrow(() -> SalesProblems.unknown(id)));
    return streams.open("organisation-" + id, keys -> true, question, lastEventId);
  }

  private long version(PerformanceId id) {
    return performances.changedPosition(id).orElseThrow(() -> SalesProblems.unknown(id));
  }

  private long version(OrganisationId id) {
    return performances.changedPosition(id).orElseThrow(() -> SalesProblems.unknown(id));
  }

  private static Predicate<Set<String>> only(PerformanceId id) {
    String key = id.toString();
    return keys -> keys.contains(key);
  }

  private final class Question implements LiveQuestion {
    private final LongSupplier version;
    private final LongFunction<Object> body;

    Question(LongSupplier version, LongFunction<Object> body) {
      this.version = version;
      this.body = body;
    }

    @Override
    public long version() {
      return version.getAsLong();
    }

    /** Another node may have applied the change; of that nothing is heard here. */
    @Override
    public Duration goodFor() {
      return Duration.ofSeconds(5);
    }

    /** An answer may be newer than its version and position, never older: they are read first. */
    @Override
    public LiveAnswer answer() {
      long asked = version();
      long reached = runner.position();
      return new LiveAnswer(reached, asked, json.writeValueAsString(body.apply(reached)));
    }
  }
}

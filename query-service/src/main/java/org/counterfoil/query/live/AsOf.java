package org.counterfoil.query.live;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.counterfoil.http.problem.Problem;
import org.counterfoil.http.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Which state of the past is asked for. Bounds include the event at the bound. */
public sealed interface AsOf {

  /** The newest state there is. */
  record Now() implements AsOf {}

  /** After the event at this position of the log, from 0. */
  record Position(long value) implements AsOf {}

  /** After every event recorded at this time or before. */
  record Time(Instant value) implements AsOf {}

  /**
   * Reads the parameter {@code asOf}: a position, or a time as of RFC 3339.
   *
   * @throws ProblemException 400 where it is neither, or is in the future
   */
  static AsOf asked(@Nullable String text, Clock clock) {
    AsOf asOf = parse(text);
    if (asOf == null) {
      throw Problem.invalid(
              "asOf",
              "Expected a position or a time such as 2026-12-01T19:30:00Z, but it is neither")
          .exception();
    }
    if (asOf instanceof Time time && time.value().isAfter(clock.instant())) {
      throw Problem.invalid("asOf", "Expected a time in the past, but it is to come").exception();
    }
    return asOf;
  }

  /** Missing where the text is neither position nor time. */
  private static @Nullable AsOf parse(@Nullable String text) {
    if (text == null) {
      return new Now();
    }
    if (text.matches("[0-9]{1,18}")) {
      return new Position(Long.parseLong(text));
    }
    try {
      return new Time(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeParseException neither) {
      return null;
    }
  }

  /** The last position that counts. */
  default long lastPosition() {
    return switch (this) {
      case Now now -> Long.MAX_VALUE;
      case Position position -> position.value();
      case Time time -> Long.MAX_VALUE;
    };
  }

  /** The last time that counts, as PostgreSQL reads it. */
  default String lastTime() {
    return switch (this) {
      case Now now -> "infinity";
      case Position position -> "infinity";
      case Time time -> time.value().toString();
    };
  }
}

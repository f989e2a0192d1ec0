package org.counterfoil.query.audit.subject;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import org.counterfoil.http.problem.Problem;
import org.counterfoil.query.live.AsOf;
import org.jspecify.annotations.Nullable;

/**
 * As of when consents are asked for. A time counts answers given until then, also those that were
 * brought later from elsewhere; a position counts answers recorded until then: what was known.
 */
public final class ConsentMoment {

  private ConsentMoment() {}

  /**
   * Reads {@code asOf}: a position, a time as of RFC 3339, or a day, of which its end is meant.
   *
   * @param zone by whose days it counts
   */
  public static AsOf asked(@Nullable String text, ZoneId zone, Clock clock) {
    if (text == null || text.isEmpty() || !text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
      return AsOf.asked(text == null || text.isEmpty() ? null : text, clock);
    }
    LocalDate day = day(text);
    if (day.isAfter(LocalDate.ofInstant(clock.instant(), zone))) {
      throw Problem.invalid("asOf", "Expected a day in the past, but it is to come").exception();
    }
    return new AsOf.Time(day.atTime(LocalTime.MAX).atZone(zone).toInstant());
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException none) {
      throw Problem.invalid("asOf", "Expected a day such as 2026-12-01, but it is none")
          .exception();
    }
  }

  /** As it is told in the answer. */
  static String word(AsOf asOf) {
    return switch (asOf) {
      case AsOf.Now now -> "now";
      case AsOf.Position position -> Long.toString(position.value());
      case AsOf.Time time -> time.value().toString();
    };
  }
}

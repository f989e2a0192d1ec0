package org.counterfoil.query.audit.lists;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.counterfoil.http.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Between when something happened.
 *
 * @param from the first moment that counts
 * @param until the first that does not any more
 */
public record Window(Instant from, Instant until) {

  private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");

  /** After whatever may happen. */
  static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

  /**
   * Reads {@code from} and {@code to}: times as of RFC 3339, of which {@code to} is the first that
   * does not count any more, or days, of which it is the last that does. Missing for no bound.
   *
   * @param zone by whose days it counts
   */
  public static Window asked(@Nullable String from, @Nullable String to, ZoneId zone) {
    Instant first = parse("from", from, zone, 0, FIRST);
    Instant last = parse("to", to, zone, 1, LAST);
    if (!first.isBefore(last)) {
      throw Problem.invalid("from", "Expected from to be before to, but it is not").exception();
    }
    return new Window(first, last);
  }

  /** The same where both must be named. */
  static Window required(@Nullable String from, @Nullable String to, ZoneId zone) {
    if (isMissing(from) || isMissing(to)) {
      throw Problem.invalid(
              isMissing(from) ? "from" : "to",
              "Expected a window such as from=2026-11-24T14:00:00+01:00, but an end is missing")
          .exception();
    }
    return asked(from, to, zone);
  }

  /** A time as forms send it, such as {@code 2026-11-24T14:00}, with the zone's offset. */
  public static String local(String text, ZoneId zone) {
    try {
      return text.matches("[0-9-]{10}T[0-9:]{5,8}")
          ? LocalDateTime.parse(text).atZone(zone).toOffsetDateTime().toString()
          : text;
    } catch (DateTimeParseException none) {
      return text;
    }
  }

  private static boolean isMissing(@Nullable String text) {
    return text == null || text.isEmpty();
  }

  private static Instant parse(
      String name, @Nullable String text, ZoneId zone, int days, Instant missing) {
    if (text == null || text.isEmpty()) {
      return missing;
    }
    try {
      Instant at =
          text.length() == "2026-11-24".length()
              ? LocalDate.parse(text).plusDays(days).atStartOfDay(zone).toInstant()
              : OffsetDateTime.parse(text).toInstant();
      if (at.isBefore(FIRST) || at.isAfter(LAST)) {
        throw Problem.invalid(name, "Expected a year from 1900 to 9999, but it is another")
            .exception();
      }
      return at;
    } catch (DateTimeParseException neither) {
      throw Problem.invalid(
              name, "Expected a day or a time such as 2026-11-24T14:00:00+01:00, but it is neither")
          .exception();
    }
  }

  /** As PostgreSQL reads them: {@code :from}, {@code :until}. */
  Map<String, Object> parameters() {
    return Map.of("from", from.toString(), "until", until.toString());
  }
}

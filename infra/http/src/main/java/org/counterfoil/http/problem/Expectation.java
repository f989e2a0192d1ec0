package org.counterfoil.http.problem;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.Map;
import java.util.UUID;
import org.counterfoil.domain.Identifier;
import org.counterfoil.domain.Text;
import org.jspecify.annotations.Nullable;

/** In words, what a value of a type looks like in a request. */
final class Expectation {

  /** Nobody who sends a request knows the classes that it becomes. */
  private static final Map<Class<?>, String> EXAMPLES =
      Map.ofEntries(
          Map.entry(Instant.class, "a time such as 2026-12-01T19:30:00Z"),
          Map.entry(OffsetDateTime.class, "a time such as 2026-12-01T20:30:00+01:00"),
          Map.entry(LocalDateTime.class, "a local time such as 2026-12-01T20:30"),
          Map.entry(LocalDate.class, "a date such as 2026-01-31"),
          Map.entry(LocalTime.class, "a time of day such as 20:30"),
          Map.entry(YearMonth.class, "a month such as 2026-01"),
          Map.entry(MonthDay.class, "a day of the year such as --01-31"),
          Map.entry(Period.class, "a period such as P3Y"),
          Map.entry(Duration.class, "a duration such as PT15M"),
          Map.entry(ZoneId.class, "a time zone such as Europe/Paris"),
          Map.entry(Currency.class, "a currency such as EUR"));

  private Expectation() {}

  static String of(@Nullable Class<?> type) {
    return "Expected " + words(type) + ", but it is not";
  }

  private static String words(@Nullable Class<?> type) {
    if (type == null) {
      return "another kind of value";
    }
    if (type.isEnum()) {
      return "one of " + Arrays.toString(type.getEnumConstants());
    }
    if (Identifier.class.isAssignableFrom(type) || type == UUID.class) {
      return "a UUID";
    }
    if (type == long.class || type == int.class || type == Long.class || type == Integer.class) {
      return "a whole number, in range and without quotes";
    }
    if (type == boolean.class || type == Boolean.class) {
      return "true or false";
    }
    String example = EXAMPLES.get(type);
    if (example != null) {
      return example;
    }
    if (Collection.class.isAssignableFrom(type) || type.isArray()) {
      return "a list";
    }
    if (type == String.class || Text.class.isAssignableFrom(type)) {
      return "text";
    }
    return type.isRecord() || Map.class.isAssignableFrom(type) ? "an object" : "another value";
  }
}

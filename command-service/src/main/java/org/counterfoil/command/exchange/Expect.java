package org.counterfoil.command.exchange;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.counterfoil.http.problem.Problem;
import org.jspecify.annotations.Nullable;

/** What every request is held to before it becomes a command. */
public final class Expect {

  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

  private Expect() {}

  /** Refuses a field that the contract has and this version does not. */
  public static void notYet(String field, @Nullable Object value) {
    if (isGiven(value)) {
      throw RequestRejection.NOT_YET_OFFERED.because(
          field,
          "Expected no " + field + ", because this version does not offer it, but it is there");
    }
  }

  /** Refuses a field about a person. */
  public static void noPersonalData(String field, @Nullable Object value) {
    if (isGiven(value)) {
      throw RequestRejection.PERSONAL_DATA_NOT_TAKEN.because(
          field,
          "Expected no personal data, because they are not taken here, but " + field + " is there");
    }
  }

  /** A time that calendars and databases agree on; missing is fine. */
  public static @Nullable Instant saneTime(String field, @Nullable Instant time) {
    if (time != null && (time.isBefore(EARLIEST) || !time.isBefore(LATEST))) {
      throw Problem.invalid(field, "Expected a time from 2000 to 2199, but it is outside")
          .exception();
    }
    return time;
  }

  private static boolean isGiven(@Nullable Object value) {
    return switch (value) {
      case null -> false;
      case Collection<?> many -> !many.isEmpty();
      case Map<?, ?> fields -> !fields.isEmpty();
      default -> true;
    };
  }
}

package org.counterfoil.domain.privacy;

import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import org.counterfoil.domain.InvalidText;

/**
 * How long data are kept; they go on the day after.
 *
 * @param period in ISO 8601, such as {@code P3Y} or {@code P6M}; at most 30 years
 */
public record Retention(RetentionStart startsAt, String period) {

  private static final int MOST_MONTHS = 360;

  public Retention {
    Period parsed = parse(period);
    if (parsed.isNegative() || parsed.isZero() || parsed.toTotalMonths() > MOST_MONTHS) {
      throw new InvalidText(
          "Expected a period of more than nothing and at most 30 years, but it is none");
    }
  }

  /** The last day on which they may be kept. */
  public LocalDate endsOn(LocalDate start) {
    return start.plus(parse(period));
  }

  private static Period parse(String period) {
    try {
      return Period.parse(period);
    } catch (DateTimeParseException wrong) {
      throw new InvalidText("Expected a period of the form P3Y or P6M, but it is not");
    }
  }
}

package org.counterfoil.domain.privacy.register;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import org.counterfoil.domain.InvalidText;
import org.counterfoil.domain.Text;

/**
 * A period in ISO 8601, such as {@code P3Y} or {@code P6M}: more than nothing, at most 30 years.
 */
public record RetentionPeriod(String value) implements Text {

  private static final int MOST_YEARS = 30;
  private static final int MOST_LENGTH = 12;

  public RetentionPeriod {
    if (!isWithinBounds(value)) {
      throw new InvalidText(
          "Expected a period such as P3Y or P6M, of at most 30 years, but it is not");
    }
  }

  private static boolean isWithinBounds(String value) {
    if (value.length() > MOST_LENGTH) {
      return false;
    }
    try {
      Period period = Period.parse(value);
      LocalDate end = LocalDate.EPOCH.plus(period);
      return !period.isNegative()
          && end.isAfter(LocalDate.EPOCH)
          && !end.isAfter(LocalDate.EPOCH.plusYears(MOST_YEARS));
    } catch (DateTimeException | ArithmeticException wrong) {
      return false;
    }
  }

  /** The day that it ends on, counted from another. */
  public LocalDate after(LocalDate start) {
    return start.plus(Period.parse(value));
  }

  @Override
  public String toString() {
    return value;
  }
}

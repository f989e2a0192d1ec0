package org.counterfoil.domain.privacy.request;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;
import java.util.function.Predicate;
import org.counterfoil.domain.organisation.CountryCode;

/**
 * The days on which nobody works, by country: those of France (Code du travail, art. L3133-1, and
 * Whit Monday with them). Of other countries only weekends are known, so that an answer is never
 * told to be due later than it is.
 */
public final class PublicHolidays {

  private static final CountryCode FRANCE = new CountryCode("FR");

  private static final Set<MonthDay> FIXED =
      Set.of(
          MonthDay.of(1, 1),
          MonthDay.of(5, 1),
          MonthDay.of(5, 8),
          MonthDay.of(7, 14),
          MonthDay.of(8, 15),
          MonthDay.of(11, 1),
          MonthDay.of(11, 11),
          MonthDay.of(12, 25));

  /** Easter Monday, Ascension and Whit Monday, in days after Easter. */
  private static final Set<Long> AFTER_EASTER = Set.of(1L, 39L, 50L);

  private PublicHolidays() {}

  /** Those of a country. */
  public static Predicate<LocalDate> of(CountryCode country) {
    return country.equals(FRANCE) ? PublicHolidays::isFrench : day -> false;
  }

  private static boolean isFrench(LocalDate day) {
    long afterEaster = day.toEpochDay() - easter(day.getYear()).toEpochDay();
    return FIXED.contains(MonthDay.from(day)) || AFTER_EASTER.contains(afterEaster);
  }

  /** The Gregorian Easter (J. Meeus, Astronomical Algorithms, 2nd ed., p. 67). */
  static LocalDate easter(int year) {
    int a = year % 19;
    int b = year / 100;
    int c = year % 100;
    int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
    int f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
    return LocalDate.of(year, f / 31, f % 31 + 1);
  }
}

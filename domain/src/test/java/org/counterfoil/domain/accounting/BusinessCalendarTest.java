package org.counterfoil.domain.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BusinessCalendarTest {

  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  /** A show past midnight, a closing at 23:30, the hour that the clock skips or has twice. */
  @ParameterizedTest
  @CsvSource({
    "00:00, 2026-12-31T23:59, 2026-12-31",
    "00:00, 2027-01-01T00:00, 2027-01-01",
    "03:00, 2027-01-01T00:30, 2026-12-31",
    "03:00, 2027-01-01T02:59, 2026-12-31",
    "03:00, 2027-01-01T03:00, 2027-01-01",
    "23:30, 2026-12-31T23:29, 2026-12-31",
    "23:30, 2026-12-31T23:30, 2027-01-01",
    "23:30, 2026-12-31T23:45, 2027-01-01",
    "02:30, 2027-03-28T01:59, 2027-03-27",
    "02:30, 2026-10-25T02:29, 2026-10-24",
    "02:30, 2026-10-25T02:30, 2026-10-25",
    "02:30, 2027-03-28T03:00, 2027-03-28"
  })
  void aBusinessDayEndsAtItsHour(LocalTime endsAt, LocalDateTime at, LocalDate day) {
    BusinessCalendar calendar = new BusinessCalendar(PARIS, MonthDay.of(1, 1), endsAt);
    Instant instant = at.atZone(PARIS).toInstant();

    assertThat(calendar.businessDay(instant)).isEqualTo(day);
    assertThat(calendar.realDay(instant)).isEqualTo(at.toLocalDate());
    assertThat(calendar.endOf(day)).isAfter(instant);
    assertThat(calendar.endOf(day.minusDays(1))).isBeforeOrEqualTo(instant);
  }

  @ParameterizedTest
  @CsvSource({
    "--01-01, 2026-12-31, 2026-01-01, 2026-12-31",
    "--09-01, 2026-08-31, 2025-09-01, 2026-08-31",
    "--09-01, 2026-09-01, 2026-09-01, 2027-08-31",
    "--02-29, 2027-03-01, 2027-02-28, 2028-02-28",
    "--02-29, 2028-02-29, 2028-02-29, 2029-02-27"
  })
  void aFiscalYearStartsOnItsDay(MonthDay start, LocalDate date, LocalDate from, LocalDate to) {
    BusinessCalendar calendar = new BusinessCalendar(PARIS, start, LocalTime.MIDNIGHT);
    Period year = calendar.fiscalYear(date);

    assertThat(year).isEqualTo(new Period(from, to));
    assertThat(year.includes(date)).isTrue();
    assertThat(calendar.fiscalYear(to.plusDays(1)).from()).isEqualTo(to.plusDays(1));
  }

  @Test
  void theOrganisationsZoneDecides() {
    Instant at = Instant.parse("2026-12-31T23:30:00Z");
    assertThat(calendar("Europe/Paris").realDay(at)).isEqualTo(LocalDate.of(2027, 1, 1));
    assertThat(calendar("America/Martinique").realDay(at)).isEqualTo(LocalDate.of(2026, 12, 31));
  }

  private static BusinessCalendar calendar(String zone) {
    return new BusinessCalendar(ZoneId.of(zone), MonthDay.of(1, 1), LocalTime.MIDNIGHT);
  }
}

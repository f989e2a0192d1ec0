package org.counterfoil.domain.accounting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import org.counterfoil.domain.organisation.OrganisationEvent.OrganisationCreated;

/**
 * By which days an organisation counts. Its business day ends at an hour of its own: before noon,
 * the night still belongs to the day before; after noon, what comes later belongs to the next day.
 * Tax and fiscal years follow the real date in its time zone.
 *
 * @param fiscalYearStart the first day of its fiscal year
 * @param dayEndsAt when its business day ends
 */
public record BusinessCalendar(ZoneId timeZone, MonthDay fiscalYearStart, LocalTime dayEndsAt) {

  public static BusinessCalendar of(OrganisationCreated organisation) {
    return new BusinessCalendar(
        organisation.timeZone(), organisation.fiscalYearStart(), organisation.dayEndsAt());
  }

  /** The business day that something belongs to. */
  public LocalDate businessDay(Instant at) {
    LocalDate day = realDay(at).plusDays(1);
    while (at.isBefore(endOf(day.minusDays(1)))) {
      day = day.minusDays(1);
    }
    return day;
  }

  /** The date on the wall, which tax and fiscal year follow. */
  public LocalDate realDay(Instant at) {
    return LocalDate.ofInstant(at, timeZone);
  }

  /**
   * When a business day is over. Where the clock skips that hour, when it skips; where it has it
   * twice, the first time.
   */
  public Instant endOf(LocalDate businessDay) {
    LocalDateTime end =
        (endsNextMorning() ? businessDay.plusDays(1) : businessDay).atTime(dayEndsAt);
    ZoneOffsetTransition change = timeZone.getRules().getTransition(end);
    return change != null && change.isGap()
        ? change.getInstant()
        : end.atZone(timeZone).withEarlierOffsetAtOverlap().toInstant();
  }

  /** The fiscal year that a date is in. */
  public Period fiscalYear(LocalDate date) {
    LocalDate from = startIn(date.getYear());
    return from.isAfter(date)
        ? new Period(startIn(date.getYear() - 1), from.minusDays(1))
        : new Period(from, startIn(date.getYear() + 1).minusDays(1));
  }

  /** Midnight is the end of its own day. */
  private boolean endsNextMorning() {
    return dayEndsAt.isBefore(LocalTime.NOON);
  }

  /** The 29th of February is the 28th where there is none. */
  private LocalDate startIn(int year) {
    return fiscalYearStart.atYear(year);
  }
}

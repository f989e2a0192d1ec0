package org.counterfoil.domain.accounting;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** What is closed. Days and months count business days; a fiscal year follows real dates. */
public enum ClosingKind {
  DAY,
  MONTH,
  YEAR;

  /** The period that a date is in. */
  public Period period(LocalDate date, BusinessCalendar calendar) {
    return switch (this) {
      case DAY -> new Period(date, date);
      case MONTH ->
          new Period(date.withDayOfMonth(1), date.with(TemporalAdjusters.lastDayOfMonth()));
      case YEAR -> calendar.fiscalYear(date);
    };
  }
}

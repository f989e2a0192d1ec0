package org.counterfoil.domain.accounting;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which closings are due by themselves. */
public final class ClosingsDue {

  /** How long a day waits for a performance of it that has not ended. */
  private static final Duration PATIENCE = Duration.ofHours(24);

  /** How many days are closed at once where many are open. */
  private static final int DAYS_AT_ONCE = 100;

  private ClosingsDue() {}

  /** A closing that is due: the period that the date is in. */
  public record Due(ClosingKind kind, LocalDate date) {}

  /**
   * Those of one organisation.
   *
   * <p>A day waits for its performances, so that what was earned on it is booked on it: a show that
   * runs past midnight counts for the day it started. Months and years wait for theirs anyway.
   */
  public static List<Due> of(OpenBooks books, Instant now) {
    List<Due> due = new ArrayList<>();
    LocalDate open = next(books.dayThrough(), books.openedOn());
    LocalDate last = lastDay(books, now);
    if (!open.isAfter(last)) {
      due.add(new Due(ClosingKind.DAY, min(last, open.plusDays(DAYS_AT_ONCE - 1L))));
      return due;
    }
    LocalDate finished = books.unfinishedSince() == null ? last : before(books, last);
    addIfOver(due, ClosingKind.MONTH, books, books.monthThrough(), finished);
    LocalDate yesterday = books.calendar().realDay(now).minusDays(1);
    addIfOver(due, ClosingKind.YEAR, books, books.yearThrough(), min(finished, yesterday));
    return due;
  }

  private static void addIfOver(
      List<Due> due,
      ClosingKind kind,
      OpenBooks books,
      @Nullable LocalDate through,
      LocalDate finished) {
    Period next = kind.period(next(through, books.openedOn()), books.calendar());
    if (!next.to().isAfter(finished)) {
      due.add(new Due(kind, next.to()));
    }
  }

  /** The last day that is over, and whose performances are. */
  private static LocalDate lastDay(OpenBooks books, Instant now) {
    LocalDate over = books.calendar().businessDay(now).minusDays(1);
    if (books.unfinishedSince() == null) {
      return over;
    }
    LocalDate patient = books.calendar().businessDay(now.minus(PATIENCE)).minusDays(1);
    LocalDate finished = before(books, over);
    return finished.isAfter(patient) ? finished : patient;
  }

  private static LocalDate before(OpenBooks books, LocalDate last) {
    LocalDate unfinished = books.unfinishedSince();
    return unfinished == null ? last : min(last, unfinished.minusDays(1));
  }

  private static LocalDate next(@Nullable LocalDate through, LocalDate first) {
    return through == null ? first : through.plusDays(1);
  }

  private static LocalDate min(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }
}

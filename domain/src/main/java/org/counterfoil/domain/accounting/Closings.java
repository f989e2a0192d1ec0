package org.counterfoil.domain.accounting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.accounting.AccountingCommand.StartClosing;
import org.counterfoil.domain.accounting.AccountingEvent.ClosingStarted;
import org.jspecify.annotations.Nullable;

/**
 * Decides about closings. A period is closed when it is over, once, and with everything in it:
 * every day has a closing, also one without sales. A month is closed before the day after it, and a
 * fiscal year too, unless they wait for a performance.
 */
final class Closings {

  /** Two years' days: what one decision may hold. */
  private static final int MOST = 800;

  private final StartClosing start;
  private final Books state;
  private final Period period;
  private final List<AccountingEvent> closings = new ArrayList<>();

  /** How far each kind is closed, with what this decision closes. */
  private final Map<ClosingKind, LocalDate> through;

  private Closings(StartClosing start, Books state) {
    this.start = start;
    this.state = state;
    this.period = start.kind().period(start.date(), start.calendar());
    this.through = new EnumMap<>(ClosingKind.class);
    this.through.putAll(state.closedThrough);
  }

  static Decision<AccountingEvent> start(StartClosing start, Books state, Instant now) {
    Closings closings = new Closings(start, state);
    Decision<AccountingEvent> refusal = closings.refuse(now);
    return refusal == null ? closings.close() : refusal;
  }

  private @Nullable Decision<AccountingEvent> refuse(Instant now) {
    if (period.to().isBefore(start.openedOn())) {
      return Decision.reject(
          AccountingRejection.BEFORE_THE_BOOKS,
          "Expected a period from " + start.openedOn() + " on, but it ends " + period.to());
    }
    if (!isOver(now)) {
      return Decision.reject(
          AccountingRejection.PERIOD_NOT_OVER,
          "Expected a period that is over, but it lasts until " + period.to());
    }
    LocalDate closed = state.closedThrough(start.kind());
    if (closed != null && !closed.isBefore(period.to())) {
      return Decision.reject(
          AccountingRejection.PERIOD_CLOSED,
          "Expected an open period, but all are closed through " + closed);
    }
    LocalDate unfinished = start.unfinishedSince();
    if (start.kind() != ClosingKind.DAY && unfinished != null && !unfinished.isAfter(period.to())) {
      return Decision.reject(
          AccountingRejection.PERFORMANCE_UNFINISHED,
          "Expected every performance that has started to be completed or cancelled, but one of "
              + unfinished
              + " is neither");
    }
    return null;
  }

  /** A fiscal year follows the real date, which ends at midnight whenever the business day does. */
  private boolean isOver(Instant now) {
    boolean isLastDayOver = !now.isBefore(start.calendar().endOf(period.to()));
    return isLastDayOver
        && (start.kind() != ClosingKind.YEAR || start.calendar().realDay(now).isAfter(period.to()));
  }

  /** What ends before a day is closed before that day, so that numbers follow the calendar. */
  private Decision<AccountingEvent> close() {
    LocalDate last = period.to();
    while (!next(ClosingKind.DAY).to().isAfter(last)) {
      Period day = next(ClosingKind.DAY);
      closeEnded(day.from().minusDays(1), day.from().minusDays(1));
      add(ClosingKind.DAY, day);
    }
    switch (start.kind()) {
      case DAY -> {}
      case MONTH -> closeEnded(last, last.minusDays(1));
      case YEAR -> closeEnded(last, last);
    }
    return closings.size() > MOST
        ? Decision.reject(
            AccountingRejection.TOO_MANY_DAYS_OPEN,
            "Expected at most " + MOST + " closings at once, but there would be " + closings.size())
        : Decision.accept(closings);
  }

  /**
   * Closes months and years in the order of their ends, a year after its last month. One that waits
   * for a performance is closed later, and so are those after it; days go on.
   *
   * @param months the last day on which a month may end
   * @param years the last day on which a year may, not later
   */
  private void closeEnded(LocalDate months, LocalDate years) {
    while (true) {
      Period month = next(ClosingKind.MONTH);
      Period year = next(ClosingKind.YEAR);
      if (!month.to().isAfter(year.to()) && isFinished(month, months)) {
        add(ClosingKind.MONTH, month);
      } else if (isFinished(year, years)) {
        add(ClosingKind.YEAR, year);
      } else if (isFinished(month, months)) {
        add(ClosingKind.MONTH, month);
      } else {
        return;
      }
    }
  }

  private boolean isFinished(Period ended, LocalDate last) {
    LocalDate unfinished = start.unfinishedSince();
    return !ended.to().isAfter(last) && (unfinished == null || unfinished.isAfter(ended.to()));
  }

  private Period next(ClosingKind kind) {
    LocalDate closed = through.get(kind);
    return kind.period(closed == null ? start.openedOn() : closed.plusDays(1), start.calendar());
  }

  private void add(ClosingKind kind, Period of) {
    through.put(kind, of.to());
    closings.add(
        new ClosingStarted(
            start.organisationId(),
            state.lastNumber + closings.size() + 1,
            kind,
            of.from(),
            of.to(),
            start.isAutomatic()));
  }
}

package org.counterfoil.domain.accounting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.accounting.AccountingCommand.StartClosing;
import org.counterfoil.domain.accounting.AccountingEvent.ClosingStarted;
import org.jspecify.annotations.Nullable;

/**
 * Decides about closings. A period is closed when it is over, once, and with everything in it:
 * every day has a closing, also one without sales.
 */
final class Closings {

  /** Two years' days: what one decision may hold. */
  private static final int MOST = 800;

  private final StartClosing start;
  private final Books state;
  private final Period period;
  private final List<AccountingEvent> closings = new ArrayList<>();

  private Closings(StartClosing start, Books state) {
    this.start = start;
    this.state = state;
    this.period = start.kind().period(start.date(), start.calendar());
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

  /** Days first, then the months among them that are over, then what was asked for. */
  private Decision<AccountingEvent> close() {
    for (LocalDate day = after(ClosingKind.DAY); !day.isAfter(period.to()); day = day.plusDays(1)) {
      add(ClosingKind.DAY, new Period(day, day));
    }
    switch (start.kind()) {
      case DAY -> {}
      case MONTH -> closeMonths();
      case YEAR -> {
        closeMonths();
        add(ClosingKind.YEAR, period);
      }
    }
    return closings.size() > MOST
        ? Decision.reject(
            AccountingRejection.TOO_MANY_DAYS_OPEN,
            "Expected at most " + MOST + " closings at once, but there would be " + closings.size())
        : Decision.accept(closings);
  }

  /** Months that are open and over with the period. */
  private void closeMonths() {
    Period month = ClosingKind.MONTH.period(after(ClosingKind.MONTH), start.calendar());
    while (!month.to().isAfter(period.to())) {
      add(ClosingKind.MONTH, month);
      month = ClosingKind.MONTH.period(month.to().plusDays(1), start.calendar());
    }
  }

  private LocalDate after(ClosingKind kind) {
    LocalDate closed = state.closedThrough(kind);
    return closed == null ? start.openedOn() : closed.plusDays(1);
  }

  private void add(ClosingKind kind, Period of) {
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

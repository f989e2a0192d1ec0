package org.counterfoil.query.accounts.posting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.counterfoil.domain.accounting.AccountingEvent.ClosingStarted;
import org.counterfoil.domain.accounting.BusinessCalendar;
import org.counterfoil.domain.accounting.ChartOfAccounts;
import org.counterfoil.domain.organisation.AcceptedMethod;
import org.jspecify.annotations.Nullable;

/** One organisation while a batch is booked: gives numbers and days. */
final class OrganisationBooks {

  private final OrganisationRow row;
  private final BusinessCalendar calendar;
  private ChartOfAccounts chart;
  private List<AcceptedMethod> methods;
  private long lastOperation;
  private long lastTraining;
  private long lastEntry;
  private @Nullable LocalDate lastValidated;
  private @Nullable LocalDate closedThrough;
  private @Nullable LocalDate yearClosedThrough;

  OrganisationBooks(OrganisationRow row) {
    this.row = row;
    this.calendar = row.calendar();
    this.chart = row.chart();
    this.methods = row.methods();
    this.lastOperation = row.lastOperation();
    this.lastTraining = row.lastTraining();
    this.lastEntry = row.lastEntry();
    this.lastValidated = row.lastValidated();
    this.closedThrough = row.closedThrough();
    this.yearClosedThrough = row.yearClosedThrough();
  }

  UUID id() {
    return row.organisationId();
  }

  String name() {
    return row.name();
  }

  BusinessCalendar calendar() {
    return calendar;
  }

  ChartOfAccounts chart() {
    return chart;
  }

  List<AcceptedMethod> methods() {
    return methods;
  }

  void accept(List<AcceptedMethod> accepted) {
    methods = accepted;
  }

  void use(ChartOfAccounts next) {
    chart = next;
  }

  long nextOperation(boolean isTraining) {
    return isTraining ? ++lastTraining : ++lastOperation;
  }

  long nextEntry() {
    return ++lastEntry;
  }

  /** The day an entry is validated; never before the last one's, whatever two clocks say. */
  LocalDate validate(Instant at) {
    LocalDate day = calendar.realDay(at);
    LocalDate last = lastValidated;
    lastValidated = last == null || day.isAfter(last) ? day : last;
    return lastValidated;
  }

  void close(ClosingStarted started) {
    switch (started.kind()) {
      case DAY -> closedThrough = later(closedThrough, started.to());
      case MONTH -> {} // follows business days, all of which are closed
      case YEAR -> yearClosedThrough = later(yearClosedThrough, started.to());
    }
  }

  private static LocalDate later(@Nullable LocalDate closed, LocalDate day) {
    return closed == null || day.isAfter(closed) ? day : closed;
  }

  /** The days on which something is posted that happened at a time. */
  PostingDay postingDay(Instant at) {
    return postingDay(calendar.businessDay(at), calendar.realDay(at));
  }

  /**
   * Closed days never change: what belongs to one is posted on the first open day. Nor do closed
   * fiscal years, which follow real dates: an open business day may begin in one.
   */
  PostingDay postingDay(LocalDate businessDay, LocalDate realDay) {
    PostingDay day = inOpenDays(businessDay, realDay);
    LocalDate year = yearClosedThrough;
    return year == null || day.taxDay().isAfter(year)
        ? day
        : new PostingDay(day.businessDay(), year.plusDays(1), realDay, true);
  }

  private PostingDay inOpenDays(LocalDate businessDay, LocalDate realDay) {
    LocalDate closed = closedThrough;
    return closed == null || businessDay.isAfter(closed)
        ? new PostingDay(businessDay, realDay, realDay, false)
        : new PostingDay(closed.plusDays(1), closed.plusDays(1), realDay, true);
  }

  OrganisationRow toRow() {
    return new OrganisationRow(
        row.organisationId(),
        row.name(),
        row.legalName(),
        row.country(),
        row.currency(),
        row.timeZone(),
        row.siren(),
        row.fiscalYearStart(),
        row.dayEndsAt(),
        row.createdDay(),
        chart,
        methods,
        lastOperation,
        lastTraining,
        lastEntry,
        lastValidated,
        closedThrough,
        yearClosedThrough);
  }
}

package org.counterfoil.domain.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterfoil.domain.Theatre.ORGANISATION;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.Then;
import org.counterfoil.domain.accounting.AccountingCommand.SealClosing;
import org.counterfoil.domain.accounting.AccountingCommand.SetChart;
import org.counterfoil.domain.accounting.AccountingCommand.StartClosing;
import org.counterfoil.domain.accounting.AccountingEvent.ClosingSealed;
import org.counterfoil.domain.accounting.AccountingEvent.ClosingStarted;
import org.counterfoil.domain.organisation.AccountNumber;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be closed when, and what is due by itself. */
class ClosingsDecisionTest {

  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final LocalDate OPENED = LocalDate.of(2026, 11, 29);
  private static final ClosingTotals NOTHING = new ClosingTotals(0, 0, 0, 0, List.of(), List.of());

  private final AccountingDecider decider = new AccountingDecider();
  private final Books books = new Books();

  /** Opened on 29 November; a performance of 10 December has neither ended nor been cancelled. */
  @ParameterizedTest
  @CsvSource({
    "00:00, DAY,   2026-11-29, 2026-11-30T00:00, D1",
    "00:00, DAY,   2026-11-29, 2026-11-29T23:59, PERIOD_NOT_OVER",
    "00:00, DAY,   2026-11-28, 2026-12-01T00:00, BEFORE_THE_BOOKS",
    "00:00, DAY,   2026-12-01, 2026-12-02T00:00, D1 D2 M3 D4",
    "00:00, DAY,   2026-12-10, 2026-12-11T00:00, D1 D2 M3 D4 D5 D6 D7 D8 D9 D10 D11 D12 D13",
    "00:00, MONTH, 2026-12-31, 2027-01-01T00:00, PERFORMANCE_UNFINISHED",
    "00:00, MONTH, 2026-11-29, 2026-12-01T00:00, D1 D2 M3",
    "00:00, MONTH, 2026-11-01, 2026-11-30T23:59, PERIOD_NOT_OVER",
    "00:00, MONTH, 2026-12-05, 2027-01-01T00:00, PERFORMANCE_UNFINISHED",
    "00:00, YEAR,  2026-12-31, 2027-01-01T00:00, PERFORMANCE_UNFINISHED",
    "00:00, YEAR,  2025-12-31, 2027-01-01T00:00, BEFORE_THE_BOOKS",
    "03:00, DAY,   2026-11-29, 2026-11-30T02:59, PERIOD_NOT_OVER",
    "03:00, DAY,   2026-11-29, 2026-11-30T03:00, D1",
    "23:30, DAY,   2026-11-29, 2026-11-29T23:30, D1",
    "23:30, MONTH, 2026-11-29, 2026-11-30T23:30, D1 D2 M3"
  })
  void aPeriodIsClosedWhenItIsOver(
      LocalTime endsAt, ClosingKind kind, LocalDate date, LocalDateTime now, String answer) {
    assertThat(answer(start(kind, date, endsAt, LocalDate.of(2026, 12, 10)), now))
        .isEqualTo(answer);
  }

  @Test
  void aFiscalYearEndsAtMidnightThoughItsLastBusinessDayEndsBefore() {
    LocalDate last = LocalDate.of(2026, 12, 31);
    StartClosing year = start(ClosingKind.YEAR, last, LocalTime.of(23, 30), null);
    assertThat(answer(year, LocalDateTime.parse("2026-12-31T23:45"))).isEqualTo("PERIOD_NOT_OVER");
    assertThat(answer(year, LocalDateTime.parse("2027-01-01T00:00"))).endsWith("D34 M35 Y36");
  }

  @Test
  void aPeriodIsClosedOnceAndNumbersGoOn() {
    StartClosing day = start(ClosingKind.DAY, OPENED, LocalTime.MIDNIGHT, null);
    assertThat(answer(day, LocalDateTime.parse("2026-12-05T00:00"))).isEqualTo("D1");
    assertThat(answer(day, LocalDateTime.parse("2026-12-05T00:00"))).isEqualTo("PERIOD_CLOSED");
    StartClosing later = start(ClosingKind.DAY, OPENED.plusDays(2), LocalTime.MIDNIGHT, null);
    assertThat(answer(later, LocalDateTime.parse("2026-12-05T00:00"))).isEqualTo("D2 M3 D4");
  }

  /** Nobody ran it from 29 November to 2 January: what ends is closed before the day after it. */
  @ParameterizedTest
  @ValueSource(strings = {"00:00", "03:00", "23:30"})
  void afterAStopMonthsAndYearsAreClosedBeforeTheDayAfterThem(LocalTime endsAt) {
    List<String> closed = catchUp(endsAt, LocalDateTime.parse("2027-01-02T23:30"), null);

    assertThat(closed).startsWith("DAY 11-29", "DAY 11-30", "MONTH 11-30", "DAY 12-01");
    assertThat(closed)
        .containsSubsequence("DAY 12-31", "MONTH 12-31", "YEAR 12-31", "DAY 01-01")
        .doesNotHaveDuplicates()
        .hasSize(endsAt.equals(LocalTime.of(23, 30)) ? 38 : 37);
  }

  @Test
  void daysGoOnWhileAMonthWaitsForAPerformance_andItIsClosedBeforeTheNextOneOnce() {
    LocalDateTime now = LocalDateTime.parse("2027-01-03T12:00");
    List<String> waiting = catchUp(LocalTime.MIDNIGHT, now, LocalDate.of(2026, 12, 20));
    assertThat(waiting).startsWith("DAY 11-29", "DAY 11-30", "MONTH 11-30", "DAY 12-01");
    assertThat(waiting).endsWith("DAY 12-31", "DAY 01-01").doesNotContain("MONTH 12-31");

    List<String> completed = catchUp(LocalTime.MIDNIGHT, now, null);
    assertThat(completed).containsExactly("MONTH 12-31", "YEAR 12-31", "DAY 01-02");
  }

  @Test
  void aFiscalYearThatEndsWithinAMonthIsClosedBeforeItsMonth() {
    MonthDay start = MonthDay.of(12, 15);
    StartClosing first = start(ClosingKind.MONTH, OPENED, LocalTime.MIDNIGHT, null);
    BusinessCalendar theirs = new BusinessCalendar(PARIS, start, LocalTime.MIDNIGHT);
    StartClosing december =
        new StartClosing(
            first.organisationId(),
            ClosingKind.MONTH,
            LocalDate.of(2026, 12, 31),
            theirs,
            OPENED,
            null,
            false);

    assertThat(answer(december, LocalDateTime.parse("2027-01-01T00:00")))
        .contains("D2 M3 D4", "D17 Y18 D19")
        .endsWith("D35 M36");
  }

  @Test
  void aYearThatWaitedIsNotPassedOverByTheNextOne() {
    catchUp(
        LocalTime.MIDNIGHT, LocalDateTime.parse("2027-01-10T00:00"), LocalDate.of(2026, 12, 20));
    StartClosing next =
        start(ClosingKind.YEAR, LocalDate.of(2027, 12, 31), LocalTime.MIDNIGHT, null);

    String closed = answer(next, LocalDateTime.parse("2028-01-01T00:00"));

    assertThat(closed).startsWith("M43 Y44 D45").endsWith(" Y414");
  }

  @Test
  void aClosingIsSealedOnce() {
    assertThat(seal(1)).isEqualTo("UNKNOWN_CLOSING");
    answer(
        start(ClosingKind.DAY, OPENED, LocalTime.MIDNIGHT, null),
        LocalDateTime.parse("2026-12-05T00:00"));
    assertThat(seal(1)).isEqualTo("S1");
    assertThat(seal(1)).isEmpty();
    assertThat(seal(2)).isEqualTo("UNKNOWN_CLOSING");
  }

  @Test
  void aChartNamesEachAccountOnceAndIsSetOnce() {
    ChartAccount revenue =
        new ChartAccount(Account.REVENUE, new AccountNumber("7061"), new PublicLabel("Spectacles"));
    ChartOfAccounts chart = new ChartOfAccounts(List.of(revenue), List.of());
    assertThat(decide(new SetChart(ORGANISATION, chart), Instant.EPOCH)).isEqualTo("C");
    assertThat(decide(new SetChart(ORGANISATION, chart), Instant.EPOCH)).isEmpty();
    ChartOfAccounts twice = new ChartOfAccounts(List.of(revenue, revenue), List.of());
    assertThat(decide(new SetChart(ORGANISATION, twice), Instant.EPOCH))
        .isEqualTo("ACCOUNT_REPEATED");
    assertThat(books.chart().complete().accounts()).hasSize(Account.values().length);
    assertThat(books.chart().account(Account.REVENUE).number().value()).isEqualTo("7061");
    assertThat(books.chart().account(Account.CASH).number().value()).isEqualTo("530");
  }

  /** Days wait a day for their performances, months and years as long as it takes. */
  @ParameterizedTest
  @CsvSource({
    "2026-11-29T12:00, , , , ''",
    "2026-11-30T00:00, , , , DAY 2026-11-29",
    "2026-12-02T00:00, , , , DAY 2026-12-01",
    "2026-12-02T00:00, 2026-12-01, , , MONTH 2026-11-30",
    "2026-12-02T00:00, 2026-12-01, 2026-11-30, , ''",
    "2026-12-02T00:00, , , 2026-12-01, DAY 2026-11-30",
    "2026-12-02T23:59, 2026-11-30, 2026-11-30, 2026-12-01, ''",
    "2026-12-03T00:00, 2026-11-30, 2026-11-30, 2026-12-01, DAY 2026-12-01",
    "2026-12-02T00:00, 2026-12-01, , 2026-11-30, ''",
    "2027-01-01T00:00, 2026-12-31, 2026-12-31, , YEAR 2026-12-31",
    "2027-01-01T00:00, 2026-12-31, 2026-11-30, , MONTH 2026-12-31;YEAR 2026-12-31"
  })
  void whatIsDueByItself(
      LocalDateTime now,
      @Nullable LocalDate day,
      @Nullable LocalDate month,
      @Nullable LocalDate unfinished,
      String due) {
    OpenBooks open =
        new OpenBooks(
            ORGANISATION, calendar(LocalTime.MIDNIGHT), OPENED, day, month, null, unfinished);
    List<String> answers = new ArrayList<>();
    ClosingsDue.of(open, now.atZone(PARIS).toInstant())
        .forEach(one -> answers.add(one.kind() + " " + one.date()));
    assertThat(String.join(";", answers)).isEqualTo(due);
  }

  /** Closes what is due by itself until nothing is, and answers what was closed in which order. */
  private List<String> catchUp(
      LocalTime endsAt, LocalDateTime local, @Nullable LocalDate unfinished) {
    Instant now = local.atZone(PARIS).toInstant();
    List<String> closed = new ArrayList<>();
    for (List<ClosingsDue.Due> due = due(endsAt, now, unfinished);
        !due.isEmpty();
        due = due(endsAt, now, unfinished)) {
      ClosingsDue.Due first = due.getFirst();
      StartClosing start = start(first.kind(), first.date(), endsAt, unfinished);
      List<Event> events = Then.events(decider.decide(start, books, now));
      assertThat(events).as("%s is due and closes something", first).isNotEmpty();
      for (Event event : events) {
        ClosingStarted started = (ClosingStarted) event;
        decider.evolve(books, started);
        closed.add(started.kind() + " " + started.to().toString().substring(5));
      }
    }
    return closed;
  }

  private List<ClosingsDue.Due> due(LocalTime endsAt, Instant now, @Nullable LocalDate unfinished) {
    return ClosingsDue.of(
        new OpenBooks(
            ORGANISATION,
            calendar(endsAt),
            OPENED,
            books.closedThrough(ClosingKind.DAY),
            books.closedThrough(ClosingKind.MONTH),
            books.closedThrough(ClosingKind.YEAR),
            unfinished),
        now);
  }

  private String seal(int number) {
    return decide(new SealClosing(ORGANISATION, number, 7, NOTHING), Instant.EPOCH);
  }

  private String answer(StartClosing start, LocalDateTime now) {
    return decide(start, now.atZone(PARIS).toInstant());
  }

  private String decide(AccountingCommand command, Instant now) {
    return switch (decider.decide(command, books, now)) {
      case Decision.Rejected<AccountingEvent> refused -> refused.code().name();
      case Decision.Accepted<AccountingEvent> accepted -> {
        accepted.events().forEach(event -> decider.evolve(books, event));
        yield String.join(" ", accepted.events().stream().map(this::text).toList());
      }
    };
  }

  private String text(AccountingEvent event) {
    return switch (event) {
      case AccountingEvent.ChartSet set -> "C";
      case ClosingStarted started -> started.kind().name().substring(0, 1) + started.number();
      case ClosingSealed sealed -> "S" + sealed.number();
      case AccountingEvent.PayoutRecorded payout -> "P";
      case AccountingEvent.AgentSettled settled -> "A";
      case AccountingEvent.InvoicingEvent document -> document.number().value();
      case TillEvent till -> "T" + till.session();
    };
  }

  private static StartClosing start(
      ClosingKind kind, LocalDate date, LocalTime endsAt, @Nullable LocalDate unfinished) {
    return new StartClosing(ORGANISATION, kind, date, calendar(endsAt), OPENED, unfinished, false);
  }

  private static BusinessCalendar calendar(LocalTime endsAt) {
    return new BusinessCalendar(PARIS, MonthDay.of(1, 1), endsAt);
  }
}

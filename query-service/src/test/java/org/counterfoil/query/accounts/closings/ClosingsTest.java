package org.counterfoil.query.accounts.closings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.counterfoil.domain.access.Role;
import org.counterfoil.domain.accounting.BooksOverview;
import org.counterfoil.domain.accounting.ClosingKind;
import org.counterfoil.domain.accounting.ClosingTotals;
import org.counterfoil.domain.accounting.FoundTotals;
import org.counterfoil.domain.accounting.OpenBooks;
import org.counterfoil.domain.accounting.Period;
import org.counterfoil.eventstore.integrity.growth.LogIntegrity;
import org.counterfoil.query.given.RunningQueryService;
import org.counterfoil.query.given.Till;
import org.counterfoil.query.live.RunningProjection;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What closings add up, and where operations go that come after them. */
class ClosingsTest {

  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final Period DECEMBER =
      new Period(LocalDate.of(2026, 12, 1), LocalDate.of(2026, 12, 31));
  private static final Period YEAR =
      new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31));

  private final RunningQueryService service = RunningQueryService.shared();

  @Test
  void perpetualTotalsGoOnWhereAFiscalYearBeginsAnew() {
    Till till = till(LocalTime.MIDNIGHT, "2026-12-30T08:00");
    for (int sale = 0; sale < 4; sale++) {
      till.sell(1, 2_500, "5.5", paris("2026-12-30T10:00"));
    }
    till.closeDay(LocalDate.of(2026, 12, 30), paris("2026-12-31T00:00"));
    till.sell(2, 2_500, "5.5", paris("2026-12-31T10:00"));
    till.closeDay(LocalDate.of(2026, 12, 31), paris("2027-01-01T00:00"));
    till.close(ClosingKind.MONTH, DECEMBER, paris("2027-01-01T00:00"));
    till.close(ClosingKind.YEAR, YEAR, paris("2027-01-01T00:00"));
    till.sell(1, 2_500, "5.5", paris("2027-01-01T10:00"));
    till.closeDay(LocalDate.of(2027, 1, 1), paris("2027-01-02T00:00"));
    till.closeDay(LocalDate.of(2027, 1, 2), paris("2027-01-03T00:00"));

    assertThat(totals(till))
        .containsExactly(
            "DAY 2026-12-30 10000/10000/10000",
            "DAY 2026-12-31 5000/15000/15000",
            "MONTH 2026-12-31 15000/15000/15000",
            "YEAR 2026-12-31 15000/15000/15000",
            "DAY 2027-01-01 2500/2500/17500",
            "DAY 2027-01-02 0/2500/17500");
    JsonNode first = closings(till).getLast();
    assertThat(first.at("/byRate/0/taxMinor").asLong()).isEqualTo(520);
    assertThat(first.at("/byMethod/0/method").asString()).isEqualTo("CARD");
    assertThat(first.at("/byMethod/0/amountMinor").asLong()).isEqualTo(10_000);
    assertThat(first.get("state").asString()).isEqualTo("STARTED");
  }

  /** Days were not held up by a performance that had not ended; its month and year come later. */
  @Test
  void aMonthThatWaitedClosesWithTheTotalsOfItsOwnLastDay() {
    Till till = till(LocalTime.MIDNIGHT, "2026-12-30T08:00");
    till.sell(1, 2_500, "5.5", paris("2026-12-31T10:00"));
    till.closeDay(LocalDate.of(2026, 12, 30), paris("2026-12-31T00:00"));
    till.closeDay(LocalDate.of(2026, 12, 31), paris("2027-01-01T00:00"));
    till.sell(3, 2_500, "5.5", paris("2027-01-01T10:00"));
    till.closeDay(LocalDate.of(2027, 1, 1), paris("2027-01-02T00:00"));
    till.close(ClosingKind.MONTH, DECEMBER, paris("2027-01-02T10:00"));
    till.close(ClosingKind.YEAR, YEAR, paris("2027-01-02T10:00"));
    till.closeDay(LocalDate.of(2027, 1, 2), paris("2027-01-03T00:00"));

    assertThat(totals(till))
        .containsExactly(
            "DAY 2026-12-30 0/0/0",
            "DAY 2026-12-31 2500/2500/2500",
            "DAY 2027-01-01 7500/7500/10000",
            "MONTH 2026-12-31 2500/2500/2500",
            "YEAR 2026-12-31 2500/2500/2500",
            "DAY 2027-01-02 0/7500/10000");
    JsonNode month = closings(till).get(2);
    assertThat(month.get("perpetualAbsoluteMinor").asLong()).isEqualTo(2_500);
  }

  @Test
  void whatComesLateIsPostedOnTheFirstOpenDayAndNamesItsOwn() {
    Till till = till(LocalTime.MIDNIGHT, "2026-12-30T08:00");
    till.sell(1, 2_500, "5.5", paris("2026-12-30T10:00"));
    till.closeDay(LocalDate.of(2026, 12, 30), paris("2026-12-31T00:00"));
    till.sell(1, 2_500, "5.5", paris("2026-12-30T23:59"));

    JsonNode entry = journal(till).at("/items/1");
    assertThat(entry.get("date").asString()).isEqualTo("2026-12-31");
    assertThat(entry.get("label").asString()).endsWith("(opération du 30/12/2026)");
    till.closeDay(LocalDate.of(2026, 12, 31), paris("2027-01-01T00:00"));
    assertThat(totals(till))
        .containsExactly("DAY 2026-12-30 2500/2500/2500", "DAY 2026-12-31 2500/5000/5000");
  }

  @Test
  void theNightBelongsToTheDayBeforeAndTheLateEveningToTheNextOne() {
    Till night = till(LocalTime.of(3, 0), "2026-12-31T08:00");
    night.sell(1, 2_500, "5.5", paris("2027-01-01T01:30"));
    night.closeDay(LocalDate.of(2026, 12, 31), paris("2027-01-01T03:00"));
    assertThat(totals(night)).containsExactly("DAY 2026-12-31 2500/2500/2500");
    assertThat(journal(night).at("/items/0/date").asString())
        .as("tax follows the real date")
        .isEqualTo("2027-01-01");

    Till evening = till(LocalTime.of(23, 30), "2026-12-30T08:00");
    evening.sell(1, 2_500, "5.5", paris("2026-12-30T23:29"));
    evening.closeDay(LocalDate.of(2026, 12, 30), paris("2026-12-30T23:30"));
    evening.sell(2, 2_500, "5.5", paris("2026-12-30T23:45"));
    evening.closeDay(LocalDate.of(2026, 12, 31), paris("2026-12-31T23:30"));
    assertThat(totals(evening))
        .containsExactly("DAY 2026-12-30 2500/2500/2500", "DAY 2026-12-31 5000/7500/7500");
    assertThat(journal(evening).at("/items/1/date").asString()).isEqualTo("2026-12-30");
  }

  /** A clock that is behind, or an event that waited: the year was over, and the day is open. */
  @Test
  void whatComesAfterAYearWasClosedIsNotInIt_thoughItsBusinessDayIsOpen() {
    Till evening = till(LocalTime.of(23, 30), "2026-12-30T08:00");
    evening.closeDay(LocalDate.of(2026, 12, 30), paris("2026-12-30T23:30"));
    evening.closeDay(LocalDate.of(2026, 12, 31), paris("2026-12-31T23:30"));
    evening.sell(1, 2_500, "5.5", paris("2026-12-31T23:45"));
    evening.close(ClosingKind.YEAR, YEAR, paris("2027-01-01T00:00"));
    evening.sell(2, 2_500, "5.5", paris("2026-12-31T23:59"));

    JsonNode journal = journal(evening);
    assertThat(journal.at("/items/0/date").asString()).isEqualTo("2026-12-31");
    assertThat(journal.at("/items/1/date").asString()).isEqualTo("2027-01-01");
    assertThat(journal.at("/items/1/label").asString()).endsWith("(opération du 31/12/2026)");
    assertThat(totals(evening)).endsWith("YEAR 2026-12-31 2500/2500/2500");
  }

  @Test
  void sealedTotalsAreKeptAndCompared() {
    Till till = till(LocalTime.MIDNIGHT, "2026-12-30T08:00");
    till.sell(1, 2_500, "5.5", paris("2026-12-30T10:00"));
    till.closeDay(LocalDate.of(2026, 12, 30), paris("2026-12-31T00:00"));
    till.closeDay(LocalDate.of(2026, 12, 31), paris("2027-01-01T00:00"));
    closings(till);
    List<FoundTotals> found =
        service.bean(BooksOverview.class).unsealed().stream()
            .filter(one -> one.organisationId().equals(till.organisation()))
            .toList();
    assertThat(found).extracting(FoundTotals::number).containsExactly(1, 2);
    till.seal(found.getFirst(), paris("2027-01-01T00:01"));
    ClosingTotals wrong = new ClosingTotals(1, 1, 1, 1, List.of(), List.of());
    till.seal(
        new FoundTotals(till.organisation(), 2, found.getLast().cut(), wrong),
        paris("2027-01-01T00:01"));

    List<JsonNode> closings = closings(till);
    assertThat(closings.getLast().get("state").asString()).isEqualTo("SEALED");
    assertThat(closings.getLast().get("agrees").asBoolean()).isTrue();
    assertThat(closings.getLast().get("position").asLong()).isEqualTo(found.getFirst().cut());
    assertThat(closings.getFirst().get("agrees").asBoolean()).isFalse();
    assertThat(closings.getFirst().get("totalMinor").asLong()).as("never over").isEqualTo(1);
  }

  @Test
  void eachClosingNamesTheFirstCheckpointThatCoversIt() {
    Till till = till(LocalTime.MIDNIGHT, "2026-12-30T08:00");
    till.closeDay(LocalDate.of(2026, 12, 30), paris("2026-12-31T00:00"));
    long cut = service.log().last();
    assertThat(closings(till).getFirst().has("checkpoint")).as("not signed yet").isFalse();
    try (LogIntegrity signing = service.sign()) {
      service.awaitSigned();
      String noted = closings(till).getFirst().get("checkpoint").asString();

      assertThat(noted).isEqualTo(service.get("/api/v1/log/checkpoint?covering=" + cut).body());
      till.sell(1, 2_500, "5.5", paris("2026-12-31T10:00"));
      service.awaitSigned();
      assertThat(closings(till).getFirst().get("checkpoint").asString()).isEqualTo(noted);
      assertThat(service.get("/api/v1/log/checkpoint").body()).isNotEqualTo(noted);
    }
  }

  @Test
  void theOverviewTellsWhatIsOpen() {
    Till till = till(LocalTime.MIDNIGHT, "2026-12-30T08:00");
    till.closeDay(LocalDate.of(2026, 12, 30), paris("2026-12-31T00:00"));

    OpenBooks open =
        service.bean(BooksOverview.class).of(till.organisation(), service.log().last());

    assertThat(open.openedOn()).isEqualTo(LocalDate.of(2026, 12, 30));
    assertThat(open.dayThrough()).isEqualTo(LocalDate.of(2026, 12, 30));
    assertThat(open.monthThrough()).isNull();
    assertThat(open.unfinishedSince()).as("local to Tokyo").isEqualTo(LocalDate.of(2027, 2, 2));
  }

  @Test
  void closingsAreTheSameWhenBuiltAnew() throws Exception {
    Till till = till(LocalTime.of(3, 0), "2026-12-30T08:00");
    till.sell(3, 1_999, "5.5", paris("2026-12-30T10:00"));
    till.closeDay(LocalDate.of(2026, 12, 30), paris("2026-12-31T03:00"));
    till.sell(2, 2_500, "20", paris("2027-01-01T01:00"));
    till.closeDay(LocalDate.of(2026, 12, 31), paris("2027-01-01T03:00"));
    closings(till);
    var runner =
        service.beans(RunningProjection.class).values().stream()
            .filter(running -> running.name().equals("accounts"))
            .findFirst()
            .orElseThrow()
            .runner();

    var result = runner.check();

    assertThat(result.isEqual()).as(result.tables().toString()).isTrue();
    assertThat(result.tables())
        .anyMatch(table -> table.table().equals("closing") && table.liveRows() > 0);
  }

  /** Opened at that time, with a performance in Tokyo that starts on the next day there. */
  private Till till(LocalTime dayEndsAt, String openedAt) {
    Till till = new Till(service.log(), PARIS, MonthDay.of(1, 1), dayEndsAt, paris(openedAt));
    till.schedule(Instant.parse("2027-02-01T20:00:00Z"), ZoneId.of("Asia/Tokyo"), paris(openedAt));
    return till;
  }

  private static Instant paris(String local) {
    return java.time.LocalDateTime.parse(local).atZone(PARIS).toInstant();
  }

  private List<String> totals(Till till) {
    List<String> totals = new ArrayList<>();
    closings(till)
        .forEach(
            c ->
                totals.addFirst(
                    "%s %s %d/%d/%d"
                        .formatted(
                            c.get("kind").asString(),
                            c.get("to").asString(),
                            c.get("totalMinor").asLong(),
                            c.get("periodTotalMinor").asLong(),
                            c.get("perpetualTotalMinor").asLong())));
    return totals;
  }

  /** The newest first. */
  private List<JsonNode> closings(Till till) {
    List<JsonNode> closings = new ArrayList<>();
    get(till, "/closings").get("items").forEach(closings::add);
    return closings;
  }

  private JsonNode journal(Till till) {
    return get(till, "/journal");
  }

  private JsonNode get(Till till, String path) {
    String token = service.token(Role.AUDITOR, till.organisation());
    return RunningQueryService.json(
        service.get("/api/v1/accounting/" + till.organisation() + path, service.upToDate(token)));
  }
}

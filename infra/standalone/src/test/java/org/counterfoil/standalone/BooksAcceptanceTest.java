package org.counterfoil.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;

/** Days pass at the box office, and the books say what an accountant expects of them. */
@TestMethodOrder(OrderAnnotation.class)
class BooksAcceptanceTest {

  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final String PRICE = "25.00@5.5";

  private final DrivenCounterfoil counterfoil = DrivenCounterfoil.running();

  @Test
  @Order(1)
  void aThousandTicketsHaveTheSameTaxOnEveryReport() throws Exception {
    at("2041-12-28T10:00");
    Accountancy theatre = open("Europe/Paris", "00:00");
    theatre.perform("2045-03-14T19:30:00Z", "2045-03-14T21:30:00Z", List.of(PRICE));
    for (int order = 0; order < 4; order++) {
      theatre.sellFloor(250, PRICE);
    }

    JsonNode dashboard = theatre.look("/dashboards/performances/" + theatre.performance());
    assertThat(dashboard.get("taxMinor").asLong()).isEqualTo(130_000);
    assertThat(dashboard.get("sold").asInt()).isEqualTo(1_000);
    assertThat(theatre.balances())
        .isEqualTo(Map.of("530", 2_500_000L, "487", -2_370_000L, "445710", -130_000L));
    assertThat(theatre.books("/vat").get("taxMinor").asLong()).isEqualTo(130_000);
    JsonNode statement =
        theatre.books("/statements-of-receipts?performanceId=" + theatre.performance());
    assertThat(statement.get("taxMinor").asLong()).isEqualTo(130_000);
    long tax = 0;
    for (String line : text(theatre, "/fec?fiscalYear=2041").lines().toList()) {
      String[] fields = line.split("\t");
      tax += fields[4].equals("445710") ? Long.parseLong(fields[12].replace(",", "")) : 0;
    }
    assertThat(tax).isEqualTo(130_000);
  }

  @Test
  @Order(2)
  void partsOfAPriceLeaveNothingBehind() {
    at("2041-12-28T11:00");
    Accountancy theatre = open("Europe/Paris", "00:00");
    theatre.perform("2045-03-14T19:30:00Z", "2045-03-14T21:30:00Z", List.of(PRICE));
    theatre.sell("CASH", PRICE);

    for (int part : new int[] {833, 833, 834}) {
      theatre.refund(part, "CASH");
    }

    assertThat(theatre.balances()).isEmpty();
  }

  @Test
  @Order(3)
  void aCancelledPerformanceOwesWhatIsLeft_andItsTaxFallsWithTheMoney() {
    at("2041-12-28T12:00");
    Accountancy theatre = open("Europe/Paris", "00:00");
    theatre.perform("2045-03-14T19:30:00Z", "2045-03-14T21:30:00Z", List.of(PRICE));
    for (int sale = 0; sale < 3; sale++) {
      theatre.sell("CASH", PRICE);
    }
    theatre.refund(2_500, "CASH");
    int known = theatre.entriesAfter(0).size();

    String job = theatre.cancel();

    assertThat(theatre.entriesAfter(known)).containsExactly("487 47.40; 4458 2.60 | 4197 50.00");
    assertThat(theatre.refusal("/performances/" + theatre.performance() + "/completion", Map.of()))
        .isEqualTo("PERFORMANCE_CANCELLED");
    await().atMost(SOON).until(() -> theatre.job(job).get("state").asString().equals("DONE"));
    assertThat(theatre.balances())
        .isEqualTo(Map.of("530", 5_000L, "4197", -5_000L, "4458", 260L, "445710", -260L));
  }

  /** Day 1: four sales. Day 2: two sales and a refund. Then a new fiscal year. */
  @Test
  @Order(4)
  void daysAreClosedByThemselves_andPerpetualTotalsGoOn() {
    at("2041-12-30T10:00");
    Accountancy theatre = open("Europe/Paris", "00:00");
    theatre.perform("2045-03-14T19:30:00Z", "2045-03-14T21:30:00Z", List.of(PRICE));
    for (int sale = 0; sale < 4; sale++) {
      theatre.sell("CASH", PRICE);
    }
    at("2041-12-31T00:00");
    awaitClosings(theatre, "DAY 2041-12-30 10000/10000/10000");
    at("2041-12-31T10:00");
    theatre.sell("CASH", PRICE);
    theatre.sell("CASH", PRICE);
    theatre.refund(2_500, "CASH");
    at("2042-01-01T00:00");
    awaitClosings(
        theatre,
        "DAY 2041-12-30 10000/10000/10000",
        "DAY 2041-12-31 2500/12500/12500",
        "MONTH 2041-12-31 12500/12500/12500",
        "YEAR 2041-12-31 12500/12500/12500");
    at("2042-01-01T10:00");
    theatre.sell("CASH", PRICE);
    assertThat(
            theatre.refusal(
                "/accounting/" + theatre.organisation() + "/closings",
                Map.of("kind", "DAY", "date", "2042-01-01")))
        .isEqualTo("PERIOD_NOT_OVER");
    at("2042-01-02T00:00");
    awaitClosings(
        theatre,
        "DAY 2041-12-30 10000/10000/10000",
        "DAY 2041-12-31 2500/12500/12500",
        "MONTH 2041-12-31 12500/12500/12500",
        "YEAR 2041-12-31 12500/12500/12500",
        "DAY 2042-01-01 2500/2500/15000");
    assertThat(
            theatre.refusal(
                "/accounting/" + theatre.organisation() + "/closings",
                Map.of("kind", "DAY", "date", "2042-01-01")))
        .isEqualTo("PERIOD_CLOSED");
    JsonNode before = theatre.books("/closings");
    JsonNode journal = theatre.books("/journal?limit=500");
    assertThat(before.at("/items/0/checkpoint").asString()).contains("\n\n— ");
    theatre.post("/operations/projections/accounts/rebuild", Map.of());
    await().atMost(SOON).until(() -> accounts(theatre, "state").equals("LIVE"));
    assertThat(theatre.books("/closings")).isEqualTo(before);
    assertThat(theatre.books("/journal?limit=500")).isEqualTo(journal);
    theatre.post("/operations/projections/accounts/check", Map.of());
    await().atMost(SOON).until(() -> !accounts(theatre, "lastCheck/isEqual").isEmpty());
    assertThat(accounts(theatre, "lastCheck/isEqual")).isEqualTo("true");
  }

  /** The clock jumps over the end of a month: it is closed before the day after it. */
  @Test
  @Order(9)
  void afterAStopAMonthIsClosedBeforeTheDayAfterIt() {
    at("2042-01-30T10:00");
    Accountancy theatre = open("Europe/Paris", "00:00");
    theatre.perform("2045-03-14T19:30:00Z", "2045-03-14T21:30:00Z", List.of(PRICE));
    theatre.sell("CASH", PRICE);

    at("2042-02-03T12:00");

    awaitClosings(
        theatre,
        "DAY 2042-01-30 2500/2500/2500",
        "DAY 2042-01-31 0/2500/2500",
        "MONTH 2042-01-31 2500/2500/2500",
        "DAY 2042-02-01 0/2500/2500",
        "DAY 2042-02-02 0/2500/2500");
  }

  /** A show of the evening of the 14th in Tokyo ends on the 15th there; in Paris it is the 14th. */
  @Test
  @Order(5)
  void daysAreThoseOfThePlace_andTheLateEveningBelongsToTheNextDay() {
    at("2042-01-13T23:15");
    Accountancy theatre = open("Asia/Tokyo", "23:30");
    theatre.perform("2042-01-14T13:30:00Z", "2042-01-14T16:00:00Z", List.of(PRICE));
    theatre.sell("CASH", PRICE);
    at("2042-01-13T23:30");
    theatre.sell("CASH", PRICE);

    JsonNode operations = theatre.books("/operations").get("items");
    assertThat(operations.at("/0/businessDay").asString()).isEqualTo("2042-01-13");
    assertThat(operations.at("/1/businessDay").asString()).isEqualTo("2042-01-14");
    assertThat(operations.at("/1/date").asString())
        .as("tax follows the date")
        .isEqualTo("2042-01-13");
    awaitClosings(theatre, "DAY 2042-01-13 2500/2500/2500");

    at("2042-01-14T17:30");
    await().atMost(SOON).until(() -> theatre.entriesAfter(2).size() == 1);
    assertThat(theatre.entriesAfter(2)).containsExactly("487 47.40 | 706 47.40");
    JsonNode earned = theatre.books("/journal").at("/items/2");
    assertThat(earned.get("date").asString()).as("where it began").isEqualTo("2042-01-14");
  }

  @Test
  @Order(6)
  void anOwnChartCountsForLaterEntries() throws IOException {
    at("2042-01-15T10:00");
    Accountancy theatre = open("Europe/Paris", "00:00");
    theatre.perform("2045-03-14T19:30:00Z", "2045-03-14T21:30:00Z", List.of(PRICE));
    theatre.sell("CASH", PRICE);
    Map<String, Object> own =
        Map.of(
            "accounts",
            List.of(Map.of("account", "CASH", "number", "53001", "label", "Caisse du hall")),
            "journals",
            List.of(Map.of("journal", "SALES", "code", "BIL", "label", "Billetterie")));
    Shop.Reply set =
        counterfoil
            .shop()
            .send("PUT", "/accounting/" + theatre.organisation() + "/chart", Shop.bearer(), own);
    assertThat(set.status()).as(set.body().toString()).isEqualTo(200);

    theatre.sell("CASH", PRICE);

    assertThat(theatre.entriesAfter(0))
        .containsExactly(
            "530 25.00 | 487 23.70; 445710 1.30", "53001 25.00 | 487 23.70; 445710 1.30");
    JsonNode last = theatre.books("/journal").at("/items/1");
    assertThat(last.get("journal").asString()).isEqualTo("BIL");
    assertThat(last.at("/lines/0/label").asString()).isEqualTo("Caisse du hall");
    assertThat(theatre.books("/chart").toString()).contains("\"53001\"", "\"487\"");
  }

  @Test
  @Order(7)
  void theTaxOnShowsArisesWithThePerformance_andNotForSchoolsNorBelowEighty() {
    at("2042-01-15T11:00");
    Accountancy theatre = open("Europe/Paris", "00:00");
    for (String category : List.of("SCHOOL_SHOW", "LIVE_SHOW")) {
      theatre.produce(category);
      theatre.perform("2045-03-14T19:30:00Z", "2045-03-14T21:30:00Z", List.of(PRICE));
      theatre.sellFloor(50, PRICE);
      assertThat(theatre.books("/show-tax?year=2045").get("taxMinor").asLong()).isZero();
      theatre.complete();
    }
    JsonNode below = theatre.books("/show-tax?year=2045");
    assertThat(below.get("taxMinor").asLong()).as("3.5 % of 1185.00").isEqualTo(4_148);
    assertThat(below.get("dueMinor").asLong()).isZero();
    assertThat(below.at("/performances").size()).isEqualTo(2);
    assertThat(below.toString()).contains("\"exemption\":\"SCHOOL\"");

    theatre.perform("2045-03-14T19:30:00Z", "2045-03-14T21:30:00Z", List.of(PRICE));
    theatre.sellFloor(50, PRICE);
    theatre.complete();

    JsonNode above = theatre.books("/show-tax?year=2045");
    assertThat(above.get("dueMinor").asLong()).isEqualTo(8_296);
    assertThat(theatre.books("/show-tax?year=2044").at("/performances").size()).isZero();
  }

  /** Through the provider's own file; what it does not agree in is listed. */
  @Test
  @Order(8)
  void aPayoutIsRecordedOnce_andItsDifferencesAreListed() {
    at("2042-01-15T12:00");
    Accountancy theatre = open("Europe/Paris", "00:00");
    theatre.perform("2045-03-14T19:30:00Z", "2045-03-14T21:30:00Z", List.of(PRICE));
    theatre.sell("CARD", PRICE);
    Map<String, Object> payout =
        Map.of(
            "provider", "stripe",
            "reference", "po_1",
            "arrivedOn", "2042-01-14",
            "amountMinor", 2_465,
            "settlementFile", "payment_intent_id,gross,fee\r\npi_1,25.00,0.35\r\n");

    theatre.postBooks("/payouts", payout);
    theatre.postBooks("/payouts", payout);

    assertThat(theatre.entriesAfter(1)).containsExactly("512 24.65; 627 0.35 | 511 25.00");
    JsonNode listed = theatre.books("/payouts").get("items");
    assertThat(listed.size()).isEqualTo(1);
    assertThat(listed.at("/0/differences/0/kind").asString()).isEqualTo("UNKNOWN");
    Map<String, Object> other = new HashMap<>(payout);
    other.put("amountMinor", 2_464);
    String path = "/accounting/" + theatre.organisation() + "/payouts";
    assertThat(theatre.refusal(path, other)).isEqualTo("PAYOUT_KNOWN");
    other.put("reference", "po_2");
    assertThat(theatre.refusal(path, other)).isEqualTo("PAYOUT_DOES_NOT_ADD_UP");
    other.put("settlementFile", "gross\n25.00\n");
    assertThat(theatre.refusal(path, other)).isEqualTo("INVALID_REQUEST");
  }

  private Accountancy open(String venueZone, String dayEndsAt) {
    return new Accountancy(counterfoil.shop(), "Europe/Paris", venueZone, dayEndsAt);
  }

  private static String accounts(Accountancy theatre, String field) {
    return theatre.look("/operations/projections/accounts").at("/" + field).asString("");
  }

  private void at(String parisTime) {
    counterfoil.driveTo(LocalDateTime.parse(parisTime).atZone(PARIS).toInstant());
  }

  /** In the order of their numbers, each sealed with what the books say. */
  private static void awaitClosings(Accountancy theatre, String... expected) {
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              List<String> closings = new ArrayList<>();
              for (JsonNode closing : theatre.books("/closings").get("items")) {
                assertThat(closing.get("state").asString()).isEqualTo("SEALED");
                assertThat(closing.get("agrees").asBoolean()).isTrue();
                assertThat(closing.has("checkpoint")).isTrue();
                closings.addFirst(
                    "%s %s %d/%d/%d"
                        .formatted(
                            closing.get("kind").asString(),
                            closing.get("to").asString(),
                            closing.get("totalMinor").asLong(),
                            closing.get("periodTotalMinor").asLong(),
                            closing.get("perpetualTotalMinor").asLong()));
              }
              assertThat(closings).containsExactly(expected);
            });
  }

  private String text(Accountancy theatre, String path) throws Exception {
    return counterfoil.shop().text("/accounting/" + theatre.organisation() + path);
  }
}

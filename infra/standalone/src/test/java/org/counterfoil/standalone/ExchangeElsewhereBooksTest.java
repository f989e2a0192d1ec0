package org.counterfoil.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * What an exchange for another performance is in the books of the running application: at every
 * moment the revenue of each performance is that of the tickets that are good for it.
 */
class ExchangeElsewhereBooksTest {

  private static final String HOME = "25.00@5.5";
  private static final String ISLAND = "35.00@2.1";

  private final Accountancy theatre =
      new Accountancy(DrivenCounterfoil.running().shop(), "Europe/Paris", "Europe/Paris", "00:00");
  private final String island = perform("2045-03-15", ISLAND);
  private final String home = perform("2045-03-14", HOME);

  private String perform(String day, String price) {
    return theatre.perform(day + "T19:30:00Z", day + "T21:30:00Z", List.of(price));
  }

  private JsonNode exchange(Map<String, String> difference) {
    return theatre.exchange(
        theatre.lastOrder(), theatre.ticket(0), island, "ORCH-A-20", difference);
  }

  @Test
  void revenueAndTaxGoFromOnePerformanceToTheOther() {
    theatre.order(List.of(HOME, HOME));
    theatre.pay("CASH", 5_000);
    long before = theatre.position();

    exchange(Map.of("method", "CARD"));

    assertThat(theatre.entriesSince(before))
        .containsExactly(
            "487 23.70; 445710 1.30 | 4191 25.00",
            "4191 25.00; 511 10.00 | 487 34.28; 445710 0.72");
    assertThat(theatre.balances())
        .isEqualTo(Map.of("530", 5_000L, "511", 1_000L, "487", -5_798L, "445710", -202L));
    assertSales(home, 1, 2_500, 130);
    assertSales(island, 1, 3_500, 72);
    assertBalanced();
  }

  @Test
  void eachIsEarnedByItself_andTheExchangedTicketGoesBackAsItWasPaid() {
    theatre.order(List.of(HOME, HOME));
    theatre.pay("CASH", 5_000);
    exchange(Map.of("method", "CARD"));

    theatre.post("/performances/" + home + "/completion", Map.of());
    theatre.refund(3_500, "ORIGINAL");

    assertThat(theatre.balances())
        .isEqualTo(Map.of("530", 2_500L, "706", -2_370L, "445710", -130L));
    assertSales(island, 0, 0, 0);
    assertBalanced();
  }

  @Test
  void whatIsOwedBackOfTheDifferenceKeepsItsTaxUntilItIsPaid() {
    theatre.order(List.of(HOME));
    theatre.pay("TRANSFER", 2_500);
    String from = theatre.lastOrder();
    String cheap = perform("2045-03-16", "15.00@5.5");

    theatre.exchange(from, theatre.ticket(0), cheap, "ORCH-A-20", Map.of("to", "TRANSFER"));

    assertThat(theatre.balances())
        .isEqualTo(
            Map.of("512", 2_500L, "487", -1_422L, "445710", -130L, "4458", 52L, "4197", -1_000L));
    String refund = theatre.look("/orders/" + from).at("/refunds/0/refundId").asString();
    theatre.post(
        "/orders/" + from + "/refunds/" + refund + "/payment", Map.of("method", "TRANSFER"));
    assertThat(theatre.balances()).isEqualTo(Map.of("512", 1_500L, "487", -1_422L, "445710", -78L));
    assertSales(home, 0, 0, 0);
    assertSales(cheap, 1, 1_500, 78);
    assertBalanced();
  }

  private void assertSales(String performance, int sold, long gross, long tax) {
    JsonNode dashboard = theatre.look("/dashboards/performances/" + performance);
    assertThat(dashboard.get("sold").asInt()).isEqualTo(sold);
    assertThat(dashboard.get("grossMinor").asLong()).isEqualTo(gross);
    JsonNode statement = theatre.books("/statements-of-receipts?performanceId=" + performance);
    assertThat(statement.get("receiptsMinor").asLong()).isEqualTo(gross);
    assertThat(statement.get("taxMinor").asLong()).isEqualTo(tax);
    JsonNode settlement = theatre.books("/settlements/" + performance);
    assertThat(settlement.toString()).contains(Long.toString(gross));
  }

  private void assertBalanced() {
    assertThat(theatre.books("/ledgers").get("balanced").asBoolean()).isTrue();
  }
}

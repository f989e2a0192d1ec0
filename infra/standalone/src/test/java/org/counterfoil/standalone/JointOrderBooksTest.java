package org.counterfoil.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * What an order over two performances is in the books of the running application: each performance
 * has its own, and together they are what was paid.
 */
class JointOrderBooksTest {

  private static final Duration SOON = Duration.ofSeconds(20);
  private static final String HOME = "25.00@5.5";
  private static final String ISLAND = "35.00@2.1";

  private final Accountancy theatre =
      new Accountancy(DrivenCounterfoil.running().shop(), "Europe/Paris", "Europe/Paris", "00:00");
  private final String home = perform("2045-03-14", HOME);
  private final String island = perform("2045-03-15", ISLAND);

  private String perform(String day, String price) {
    return theatre.perform(day + "T19:30:00Z", day + "T21:30:00Z", List.of(price));
  }

  private void order() {
    theatre.orderJointly(List.of(home, island), "ORCH-A-20");
  }

  @Test
  void eachPerformanceIsSoldAtItsRate() {
    order();

    theatre.pay("CASH", 6_000);

    assertThat(theatre.entriesAfter(0))
        .containsExactlyInAnyOrder(
            "530 25.00 | 487 23.70; 445710 1.30", "530 35.00 | 487 34.28; 445710 0.72");
    assertThat(theatre.balances())
        .isEqualTo(Map.of("530", 6_000L, "487", -5_798L, "445710", -202L));
    assertSales(home, 1, 2_500, 130);
    assertSales(island, 1, 3_500, 72);
    assertBalanced();
  }

  @Test
  void aPartPaymentIsADepositOfEach_andTheLastUsesItUp() {
    order();

    theatre.pay("CASH", 3_000);
    assertThat(theatre.balances())
        .as("12.50 at 5.5 %% and 17.50 at 2.1 %%")
        .isEqualTo(Map.of("530", 3_000L, "4191", -2_899L, "445710", -101L));
    assertBalanced();
    theatre.pay("CARD", 3_000);

    assertThat(theatre.balances())
        .isEqualTo(Map.of("530", 3_000L, "511", 3_000L, "487", -5_798L, "445710", -202L));
    assertBalanced();
  }

  @Test
  void onAccountItsTaxWaitsForTheMoney() {
    order();

    theatre.putOnAccount();
    assertThat(theatre.balances()).isEqualTo(Map.of("411", 6_000L, "487", -5_798L, "4458", -202L));
    theatre.pay("TRANSFER", 6_000);

    assertThat(theatre.balances())
        .isEqualTo(Map.of("512", 6_000L, "487", -5_798L, "445710", -202L));
    assertBalanced();
  }

  @Test
  void oneTakesPlaceAndTheOtherIsCancelled() {
    order();
    theatre.pay("CASH", 6_000);

    theatre.post("/performances/" + home + "/completion", Map.of());
    String job =
        theatre
            .post(
                "/performances/" + island + "/cancellation",
                Map.of("reasonCode", "WEATHER", "refundFees", true))
            .get("jobId")
            .asString();
    await().atMost(SOON).until(() -> theatre.job(job).at("/state").asString().equals("DONE"));

    assertThat(theatre.balances())
        .isEqualTo(
            Map.of("530", 6_000L, "706", -2_370L, "445710", -202L, "4458", 72L, "4197", -3_500L));
    theatre.hearOfOrder();
    theatre.payRefund("CASH");
    assertThat(theatre.balances())
        .isEqualTo(Map.of("530", 2_500L, "706", -2_370L, "445710", -130L));
    assertBalanced();
  }

  private void assertSales(String performance, int sold, long gross, long tax) {
    JsonNode dashboard = theatre.look("/dashboards/performances/" + performance);
    assertThat(dashboard.get("sold").asInt()).isEqualTo(sold);
    assertThat(dashboard.get("grossMinor").asLong()).isEqualTo(gross);
    JsonNode statement = theatre.books("/statements-of-receipts?performanceId=" + performance);
    assertThat(statement.get("taxMinor").asLong()).isEqualTo(tax);
    assertThat(theatre.books("/settlements/" + performance).toString())
        .contains(Long.toString(gross));
  }

  private void assertBalanced() {
    assertThat(theatre.books("/ledgers").get("balanced").asBoolean()).isTrue();
  }
}

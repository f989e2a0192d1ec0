package org.counterfoil.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was paid for and never taken is earned when its time is over, and under its own name. */
class NeverTakenTest {

  private static final Duration SOON = Duration.ofSeconds(60);
  private static final Duration OVER = Duration.ofDays(366);

  @Test
  void vouchersAndPassesEndByThemselves_eachOnItsAccount() {
    try (DrivenCounterfoil counterfoil = DrivenCounterfoil.ofItsOwn()) {
      Accountancy any = theatre(counterfoil);
      any.order(List.of("VOUCHER:50.00"));
      any.pay("CASH", 5_000);
      any.order(List.of("25.00@5.5"));
      any.pay("VOUCHER", 2_500);
      Accountancy taxed = theatre(counterfoil);
      taxed.taxVouchers("5.5");
      taxed.order(List.of("VOUCHER:50.00"));
      taxed.pay("CASH", 5_000);
      Accountancy pass = theatre(counterfoil);
      pass.offerPasses("10x18.00@5.5");
      pass.order(List.of("PASS"));
      pass.pay("CARD", 18_000);
      assertThat(any.entriesAfter(2)).as("nothing has ended").isEmpty();

      counterfoil.driveTo(counterfoil.now().plus(OVER));

      awaitLast(any, "4191 25.00 | 7588 25.00");
      awaitLast(taxed, "4192 47.39 | 7588 47.39");
      awaitLast(pass, "4871 170.60 | 7068 170.60");
      for (Accountancy theatre : List.of(any, taxed, pass)) {
        assertThat(theatre.books("/ledgers").get("balanced").asBoolean()).isTrue();
      }
    }
  }

  private static Accountancy theatre(DrivenCounterfoil counterfoil) {
    Accountancy theatre =
        new Accountancy(counterfoil.shop(), "Europe/Paris", "Europe/Paris", "00:00");
    theatre.perform("2045-03-14T19:30:00Z", "2045-03-14T21:30:00Z", List.of("25.00@5.5"));
    return theatre;
  }

  private static void awaitLast(Accountancy theatre, String entry) {
    await().atMost(SOON).untilAsserted(() -> assertThat(theatre.entriesAfter(0)).endsWith(entry));
  }
}

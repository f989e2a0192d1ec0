package org.counterfoil.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * An accountant records a payout with the provider's file, and follows an entry to the ticket that
 * it is about, to its hold, and to the proof that its sale is in the log.
 */
@ExtendWith(SharedProcess.class)
class AccountantTest {

  private static final Duration SOON = Duration.ofSeconds(20);

  @Test
  void fromAPayoutsDifferencesToATicketsProof(RunningProcess counterfoil, @TempDir Path folder)
      throws Exception {
    Shop shop = new Shop(counterfoil.port());
    String performance = shop.openPerformance(10);
    JsonNode dashboard =
        shop.get("/dashboards/performances/" + performance, shop.sell(performance, 1).position());
    String organisation = dashboard.get("organisationId").asString();
    String books =
        "http://localhost:" + counterfoil.port() + "/organisations/" + organisation + "/accounts";
    try (Browser browser = Browser.open(folder.resolve("profile"))) {
      browser.logIn(
          "http://localhost:" + counterfoil.port() + shop.loginLink(organisation, "ACCOUNTANT"));

      browser.visit(books + "/payouts?lang=en");
      record(browser, file(folder), "24,64");
      says(browser, "add up");
      browser.keepPicture("payout-refused");
      record(browser, file(folder), "24.65");
      says(browser, "stripe po_1", "€24.65", "less fees of €0.35", "No payment of that reference");
      browser.keepPicture("payouts");

      browser.visit(books + "/journal");
      browser.follow(".journal .entry a");
      says(browser, "Operation 1", "Tickets of the order");
      browser.follow("a[href*='/accounts/tickets/']");
      says(browser, "Ticket 1, La Mouette", "Places held", "Order placed, prices frozen");
      await()
          .atMost(SOON)
          .untilAsserted(
              () -> {
                browser.visit(books + "/journal");
                browser.follow(".journal .entry a");
                browser.follow("a[href*='/accounts/tickets/']");
                assertThat(browser.text())
                    .contains("The way from the event leads to the signed root.");
              });
      browser.keepPicture("ticket-story");
    }
  }

  private static Path file(Path folder) throws IOException {
    return Files.writeString(
        folder.resolve("settlement.csv"), "reference,gross,fee\npi_4711,25.00,0.35\n");
  }

  private static void record(Browser browser, Path file, String amount) {
    browser.fill("reference", "po_1");
    browser.fill("amount", amount);
    browser.attach("file", file);
    browser.press("form[data-payout] button");
  }

  private static void says(Browser browser, String... words) {
    await().atMost(SOON).untilAsserted(() -> assertThat(browser.text()).contains(words));
  }
}

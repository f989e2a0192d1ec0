package org.counterfoil.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * A ticket is sold through the API, and the page that is open shows it without a reload; its buyer
 * comes to the door, where the page of a gate lets the ticket in once.
 */
@ExtendWith(SharedProcess.class)
class LiveDashboardTest {

  @Test
  void anOpenDashboardFollowsASale_andTheDoorLetsTheTicketIn(
      RunningProcess counterfoil, @TempDir Path profile) throws Exception {
    try (Browser browser = Browser.open(profile)) {
      Shop shop = new Shop(counterfoil.port());
      String performance = shop.openPerformance(10);
      shop.get("/dashboards/performances/" + performance, shop.sell(performance, 1).position());
      browser.logIn(counterfoil.loginLink());
      browser.visit("http://localhost:" + counterfoil.port() + "/performances/" + performance);
      assertThat(browser.text()).contains("25.00").doesNotContain("50.00");
      browser.mark();

      String code = shop.sell(performance, 2).body().at("/tickets/0/code").asString();

      await()
          .atMost(Duration.ofSeconds(10))
          .untilAsserted(() -> assertThat(browser.text()).contains("50.00"));
      assertThat(browser.isMarked()).as("the page was not loaded again").isTrue();

      browser.press("a[href$='/admission']");
      browser.asTelephone();
      scan(browser, code, "Welcome", "Ticket 2", "ORCH-A-2");
      browser.keepPicture("door-admitted");
      scan(browser, code, "Already let in", "gate GATE-1");
      browser.keepPicture("door-refused");
      scan(browser, "GARBAGE", "Unknown code");
      browser.visit(
          "http://localhost:" + counterfoil.port() + "/performances/" + performance + "?lang=fr");
      await()
          .atMost(Duration.ofSeconds(10))
          .untilAsserted(
              () ->
                  assertThat(browser.text())
                      .contains("Entrés\n1\nsur 2 vendus", "Refusés\n2", "Porte GATE-1"));
    }
  }

  private static void scan(Browser browser, String code, String... said) {
    browser.fill("code", code);
    browser.press("#scan button");
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> assertThat(browser.text()).contains(said));
  }
}

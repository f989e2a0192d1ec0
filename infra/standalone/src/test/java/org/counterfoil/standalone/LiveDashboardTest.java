package org.counterfoil.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ticket is sold through the API, and the page that is open shows it without a reload. */
class LiveDashboardTest {

  @Test
  void anOpenDashboardFollowsASale(@TempDir Path data, @TempDir Path profile) throws Exception {
    try (RunningProcess counterfoil =
            RunningProcess.start(data, "--counterfoil.demonstration=false");
        Browser browser = Browser.open(profile)) {
      Shop shop = new Shop(counterfoil.port());
      String performance = shop.openPerformance(10);
      shop.get("/dashboards/performances/" + performance, shop.sell(performance, 1).position());
      browser.logIn(counterfoil.loginLink());
      browser.visit("http://localhost:" + counterfoil.port() + "/performances/" + performance);
      assertThat(browser.text()).contains("25.00").doesNotContain("50.00");
      browser.mark();

      shop.sell(performance, 2);

      await()
          .atMost(Duration.ofSeconds(10))
          .untilAsserted(() -> assertThat(browser.text()).contains("50.00"));
      assertThat(browser.isMarked()).as("the page was not loaded again").isTrue();
    }
  }
}

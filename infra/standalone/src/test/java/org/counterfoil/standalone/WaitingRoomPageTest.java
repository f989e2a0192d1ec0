package org.counterfoil.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The buyer's page of a waiting room, in a real browser, from its door to the turn. */
class WaitingRoomPageTest {

  @Test
  void aBuyerEnters_waits_comesBack_andIsLetIn(@TempDir Path data, @TempDir Path profile) {
    try (Browser browser = Browser.open(profile);
        RunningProcess counterfoil =
            RunningProcess.start(data, "--counterfoil.demonstration=false")) {
      Shop shop = new Shop(counterfoil.port());
      String performance = shop.openPerformance(20);
      Instant now = Instant.now();
      shop.post(
          "/performances/" + performance + "/onsale",
          Map.of(
              "opensAt",
              now.plusSeconds(15).toString(),
              "waitingRoom",
              Map.of("lobbyOpensAt", now.toString(), "admissionsPerSecond", 1)));
      String page =
          "http://localhost:"
              + counterfoil.port()
              + "/performances/"
              + performance
              + "/waiting-room";

      browser.visit(page + "?lang=en");
      awaitText(browser, "La Mouette");
      awaitText(browser, "The waiting room is open.");
      assertThat(browser.text())
          .contains("one thing must be trusted")
          .contains("Fingerprint of the seed");
      browser.press("#enter");
      awaitText(browser, "You are in the lobby.");

      browser.visit(page + "?lang=fr"); // closed and opened again: still the same visitor
      awaitText(browser, "Vous êtes dans le hall.");
      browser.visit(page + "?lang=en");

      await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(() -> assertThat(browser.text()).contains("It is your turn."));
      awaitText(browser, "Time left to choose");
      assertThat(browser.text()).doesNotContain("not published yet");
      holdPlaces(browser);
      browser.visit(page + "?lang=fr");
      awaitText(browser, "Vos places sont bloquées jusqu’à");
      assertThat(shop.get("/performances/" + performance + "/waiting-room").get("entrants").asInt())
          .as("one visitor, however often the page was opened")
          .isEqualTo(1);
    }
  }

  /** What was held is shown at once and stays, and nothing more is offered meanwhile. */
  private static void holdPlaces(Browser browser) {
    awaitText(browser, "Hold the best places");
    browser.press("#hold button");
    awaitText(browser, "Your places are held until");
    await()
        .during(Duration.ofSeconds(4))
        .atMost(Duration.ofSeconds(6))
        .untilAsserted(
            () ->
                assertThat(browser.text())
                    .contains("ORCH A", "Time left to order", "go on in the shop", "under hold")
                    .doesNotContain("Hold the best places")
                    .doesNotContain("Join the queue again"));
  }

  private static void awaitText(Browser browser, String text) {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(browser.text()).contains(text));
  }
}

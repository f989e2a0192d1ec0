package org.counterfoil.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The buyer's page of a waiting room, in a real browser, from its door to the turn. */
@ExtendWith(SharedProcess.class)
class WaitingRoomPageTest {

  @Test
  void aBuyerEnters_waits_comesBack_andIsLetIn(RunningProcess counterfoil, @TempDir Path profile) {
    try (Browser browser = Browser.open(profile)) {
      Shop shop = new Shop(counterfoil.port());
      String performance = shop.openPerformance(20);
      Instant now = Instant.now();
      open(shop, performance, now.plusSeconds(15), now);
      String page = page(counterfoil, performance);

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

  @Test
  void whoStandsGetsAPlaceToo_andIsToldInFrenchWhyNot(
      RunningProcess counterfoil, @TempDir Path profile) {
    try (Browser browser = Browser.open(profile)) {
      Shop shop = new Shop(counterfoil.port());
      String performance = shop.openPerformance(4, 3);
      String page = page(counterfoil, performance) + "?lang=fr";
      Instant now = Instant.now();
      open(shop, performance, now.plus(Duration.ofDays(3)), now.plus(Duration.ofDays(2)));
      browser.visit(page);
      awaitText(browser, "La file d’attente ouvre le ");

      open(shop, performance, Instant.now().plusSeconds(3), now);
      String draw = "/performances/" + performance + "/waiting-room/draw";
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> !shop.get(draw).get("phase").asString().equals("ANNOUNCED"));
      browser.visit(page);
      awaitText(browser, "Entrer dans la file d’attente"); // in the lobby, or after it
      browser.press("#enter");
      awaitText(browser, "C’est votre tour.");
      awaitText(browser, "PIT");
      browser.choose("zone", "PIT");
      browser.choose("quantity", "4");
      browser.press("#hold button");
      awaitText(browser, "Il n’y a pas autant de places libres ici.");
      browser.choose("quantity", "3");
      browser.press("#hold button");
      awaitText(browser, "Vos places sont bloquées jusqu’à");
      assertThat(browser.text()).contains("3 × PIT");
    }
  }

  @Test
  void whoWaitsForAHouseThatIsSoldOutIsToldSo_andLetInWhenSomethingComesBack(
      RunningProcess counterfoil, @TempDir Path profile) throws Exception {
    try (Browser browser = Browser.open(profile)) {
      Shop shop = new Shop(counterfoil.port());
      String performance = shop.openPerformance(1);
      String order = shop.order(performance, 1).body().get("orderId").asString();
      String ticket = shop.pay(order).body().at("/tickets/0/ticketId").asString();
      String page = page(counterfoil, performance) + "?lang=en";
      Instant now = Instant.now();
      open(shop, performance, now.plusSeconds(6), now);
      browser.visit(page);
      awaitText(browser, "Enter the waiting room");
      browser.press("#enter");
      awaitText(browser, "Sold out. Nothing is left at the moment; your place is kept");
      browser.keepPicture("waiting-room-sold-out");

      shop.post(
          "/orders/" + order + "/refunds",
          Map.of("ticketIds", List.of(ticket), "to", "CASH", "reasonCode", "CUSTOMER_REQUEST"));
      awaitText(browser, "It is your turn.");
    }
  }

  private static void open(Shop shop, String performance, Instant opensAt, Instant lobbyOpensAt) {
    shop.post(
        "/performances/" + performance + "/onsale",
        Map.of(
            "opensAt",
            opensAt.toString(),
            "waitingRoom",
            Map.of("lobbyOpensAt", lobbyOpensAt.toString(), "admissionsPerSecond", 1)));
  }

  private static String page(RunningProcess counterfoil, String performance) {
    return "http://localhost:%d/performances/%s/waiting-room"
        .formatted(counterfoil.port(), performance);
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

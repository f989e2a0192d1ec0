package org.counterfoil.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** An onsale is rehearsed on the running system: over HTTP, from a page, and never for real. */
class RehearsalTest {

  private static final Duration AT_MOST = Duration.ofMinutes(2);

  @TempDir static Path data;

  private static RunningProcess counterfoil;
  private static Shop shop;
  private static String performance;

  @BeforeAll
  static void start() {
    counterfoil = RunningProcess.start(data, "--counterfoil.demonstration=false");
    shop = new Shop(counterfoil.port());
    performance = shop.openPerformance(60);
  }

  @AfterAll
  static void stop() {
    counterfoil.close();
  }

  private static JsonNode begin(Map<String, ?> wish) {
    return shop.post("/performances/" + performance + "/rehearsals", wish);
  }

  private static JsonNode awaitEnd(JsonNode begun) {
    String path = "/rehearsals/" + begun.get("rehearsalId").asString();
    await().atMost(AT_MOST).until(() -> !shop.get(path).get("state").asString().equals("RUNNING"));
    return shop.get(path);
  }

  @Test
  void theCrowdComes_andEverythingHolds() {
    JsonNode ended =
        awaitEnd(begin(Map.of("visitors", 160, "compression", 300, "seed", 7, "mostInside", 100)));

    assertThat(ended.get("state").asString()).as(ended.toString()).isEqualTo("OVER");
    List<String> checks = new ArrayList<>();
    for (JsonNode check : ended.at("/report/checks")) {
      checks.add(check.get("name").asString());
      assertThat(check.get("checked").asLong()).as(check.toString()).isPositive();
    }
    for (JsonNode check : ended.get("audit")) {
      checks.add(check.get("name").asString());
    }
    assertThat(checks)
        .contains(
            "SEATS_HELD_ONCE",
            "HOLDS_END",
            "TICKETS_UNIQUE",
            "PAYMENTS_END",
            "FIGURES_RIGHT",
            "SOLD_OUT",
            "LOG_SOUND",
            "HOLDS_END_IN_TIME",
            "LOG_SAYS_WHAT_BUYERS_WERE_TOLD",
            "ORPHAN_RULE_KEPT",
            "DASHBOARD_RIGHT");
    assertThat(ended.get("isSound").asBoolean()).as(ended.toString()).isTrue();
    assertThat(ended.at("/report/sold").asLong()).as("all of them").isEqualTo(60);
    assertThat(ended.at("/report/ofBots").asDouble() / ended.at("/report/requests").asDouble())
        .as("two requests in five are a bot's: " + ended)
        .isBetween(0.35, 0.45);
    assertThat(ended.at("/report/latencies/HOLD/p99").asLong()).isPositive();
    String training = ended.get("trainingId").asString();
    JsonNode dashboard = shop.get("/dashboards/performances/" + training);
    assertThat(dashboard.get("isTraining").asBoolean()).isTrue();
    assertThat(dashboard.get("sold").asLong()).isEqualTo(ended.at("/report/sold").asLong());
    JsonNode real = shop.get("/dashboards/performances/" + performance);
    assertThat(real.get("sold").asLong()).as("what takes place is untouched").isZero();
  }

  @Test
  void whereThereIsAWaitingRoomTheyComeThroughIt_andTheDrawIsComputedAgain() throws IOException {
    String withRoom = shop.openPerformance(200);
    Instant later = Instant.now().plusSeconds(7_200);
    open(
        withRoom,
        Map.of(
            "opensAt", later.toString(),
            "waitingRoom", Map.of("enabled", true, "admissionsPerSecond", 50)));

    JsonNode ended =
        awaitEnd(
            shop.post(
                "/performances/" + withRoom + "/rehearsals",
                Map.of("visitors", 40, "compression", 200, "seed", 3)));

    List<String> checks = new ArrayList<>();
    ended.at("/report/checks").forEach(check -> checks.add(check.get("name").asString()));
    assertThat(checks).as(ended.toString()).contains("TOKENS_REFUSED", "DRAW_VERIFIED");
    assertThat(ended.get("isSound").asBoolean()).as(ended.toString()).isTrue();
    assertThat(ended.at("/report/sold").asLong()).isPositive();
    assertThat(ended.at("/report/outcomes/HOLD").has("409 ADMISSION_USED"))
        .as("bots replayed admissions, and in vain: " + ended)
        .isTrue();
  }

  @Test
  void oneAtATime_andItCanBeStopped() throws IOException {
    JsonNode begun = begin(Map.of("visitors", 50, "compression", 1, "seed", 7));
    String wish = "/performances/" + performance + "/rehearsals";
    Shop.Reply second = shop.send("POST", wish, Shop.bearer(), Map.of());

    assertThat(second.status()).isEqualTo(409);
    assertThat(second.body().get("code").asString()).isEqualTo("REHEARSAL_RUNNING");
    String path = "/rehearsals/" + begun.get("rehearsalId").asString();
    assertThat(shop.send("DELETE", path, Shop.bearer(), null).status()).isEqualTo(204);
    JsonNode stopped = awaitEnd(begun);
    assertThat(stopped.get("state").asString()).isEqualTo("STOPPED");
    assertThat(stopped.get("isSound").asBoolean()).as("nothing was checked").isFalse();
    assertThat(shop.send("DELETE", path, Shop.bearer(), null).status()).isEqualTo(204);
    assertThat(shop.get(wish).get("items").get(0).get("rehearsalId"))
        .isEqualTo(begun.get("rehearsalId"));
  }

  @Test
  void buyersComeFirst_andWhatMakesNoSenseIsRefused() throws IOException {
    String wish = "/performances/" + performance + "/rehearsals";
    assertThat(shop.send("POST", wish, Map.of(), Map.of()).status()).isEqualTo(401);
    assertThat(shop.send("POST", wish, Shop.bearer(), Map.of("visitors", 0)).status())
        .isEqualTo(400);
    assertThat(shop.send("POST", wish, Shop.bearer(), Map.of("compression", 0.5)).status())
        .isEqualTo(400);
    assertThat(shop.send("POST", wish, Shop.bearer(), Map.of("mostInside", 0)).status())
        .isEqualTo(400);
    String unknown = "/rehearsals/00000000-0000-7000-8000-000000000000";
    assertThat(shop.send("GET", unknown, Shop.bearer(), null).status()).isEqualTo(404);

    String other = shop.openPerformance(10);
    JsonNode copy = shop.post("/performances/" + other + "/training-copies", Map.of());
    String ofCopy = "/performances/" + copy.get("performanceId").asString() + "/rehearsals";
    await()
        .atMost(AT_MOST)
        .until(() -> shop.send("POST", ofCopy, Shop.bearer(), Map.of()).status() != 404);
    assertThat(shop.send("POST", ofCopy, Shop.bearer(), Map.of()).body().get("code").asString())
        .isEqualTo("PERFORMANCE_IS_TRAINING");

    Instant soon = Instant.now().plusSeconds(600);
    open(other, Map.of("opensAt", soon.toString()));
    Shop.Reply refused = shop.send("POST", wish, Shop.bearer(), Map.of());
    assertThat(refused.body().get("code").asString()).isEqualTo("ONSALE_NEAR");
    open(other, Map.of("opensAt", soon.plusSeconds(7_200).toString()));
  }

  /** Sets the sale and waits until it is known to those who ask. */
  private static void open(String other, Map<String, ?> terms) throws IOException {
    Shop.Reply reply =
        shop.send("POST", "/performances/" + other + "/onsale", Shop.bearer(), terms);
    assertThat(reply.status()).isEqualTo(202);
    shop.get("/dashboards/performances/" + other, reply.position());
  }

  @Test
  void whatTakesPlaceIsNeverPaidAtTheSimulatedProvider() throws IOException {
    String real = shop.openPerformance(4);
    Shop.Reply hold = shop.hold(real, 1);
    Shop.Reply order =
        shop.send(
            "POST",
            "/orders",
            Map.of("Hold-Secret", hold.body().get("holdSecret").asString()),
            Map.of(
                "holdId", hold.body().get("holdId").asString(),
                "tickets", List.of(Map.of("seatId", "ORCH-A-1", "priceType", "FULL"))));
    String pay = "/orders/" + order.body().get("orderId").asString() + "/payments";
    Map<String, String> secret = Map.of("Order-Secret", order.body().get("orderSecret").asString());

    assertThat(
            shop.send(
                    "POST",
                    pay,
                    secret,
                    Map.of("method", "CARD", "provider", "simulated", "amountMinor", 2_500))
                .body()
                .get("code")
                .asString())
        .isEqualTo("PROVIDER_FOR_TRAINING_ONLY");
    assertThat(
            shop.send("POST", pay, secret, Map.of("method", "CARD", "amountMinor", 2_500))
                .body()
                .get("code")
                .asString())
        .isEqualTo("UNKNOWN_PROVIDER");
  }

  @Test
  void aRehearsalIsStartedAndReadOnAPage(@TempDir Path profile) throws Exception {
    try (Browser browser = Browser.open(profile)) {
      browser.logIn(counterfoil.loginLink());
      browser.visit("http://localhost:" + counterfoil.port() + "/performances/" + performance);
      browser.press("[data-rehearse]");
      await().atMost(AT_MOST).until(() -> browser.text().contains("Earlier rehearsals"));
      browser.fill("visitors", "15");
      browser.fill("compression", "400");
      await().atMost(AT_MOST).until(RehearsalTest::nothingRuns);
      browser.follow(".rehearse button");

      await().atMost(AT_MOST).until(() -> browser.text().contains("What must hold"));
      assertThat(browser.text()).contains("Everything held that must.").contains("Training");
    }
  }

  @Test
  void thePageSaysWhyARehearsalCannotBeginNow_inItsOwnLanguage_andKeepsTheForm(
      @TempDir Path profile) throws Exception {
    String soon = shop.openPerformance(10);
    open(soon, Map.of("opensAt", Instant.now().plusSeconds(600).toString()));
    try (Browser browser = Browser.open(profile)) {
      String host = "http://localhost:" + counterfoil.port();
      String organisation =
          shop.get("/dashboards/performances/" + soon).get("organisationId").asString();
      browser.logIn(host + shop.loginLink(organisation, "ORGANISER"));
      browser.visit(host + "/performances/" + soon + "/rehearsals?lang=fr");
      browser.fill("visitors", "15");
      browser.fill("compression", "400");
      browser.follow(".rehearse button");

      assertThat(browser.text())
          .contains("Une vraie mise en vente ouvre dans la demi-heure")
          .contains("La représentation");
      assertThat(browser.value("visitors")).isEqualTo("15");
      assertThat(browser.value("compression")).isEqualTo("400");
      browser.keepPicture("rehearsal-refused");
    } finally {
      open(soon, Map.of("opensAt", Instant.now().plusSeconds(7_200).toString()));
    }
  }

  private static boolean nothingRuns() {
    for (JsonNode each : shop.get("/performances/" + performance + "/rehearsals").get("items")) {
      if (each.get("state").asString().equals("RUNNING")) {
        return false;
      }
    }
    return true;
  }
}

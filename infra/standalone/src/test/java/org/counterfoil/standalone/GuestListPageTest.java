package org.counterfoil.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.counterfoil.standalone.Shop.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A guest is put on the list, found at the door by a few letters, let in, and taken off again. */
@ExtendWith(SharedProcess.class)
class GuestListPageTest {

  private static final String UNLABELLED =
      "[...document.querySelectorAll('main input, main select')].filter(e => e.labels.length === 0).length";

  private final RunningProcess counterfoil;
  private final Shop shop;

  GuestListPageTest(RunningProcess counterfoil) {
    this.counterfoil = counterfoil;
    shop = new Shop(counterfoil.port());
  }

  @Test
  void aGuestIsExpected_foundAtTheDoor_andForgotten(@TempDir Path profile) throws Exception {
    String performance = tonight();
    String organisation = shop.organisationOf(performance);
    String base = "http://localhost:" + counterfoil.port();
    String page = base + "/performances/" + performance + "/guests?lang=en";
    Reply sold = shop.sell(performance, 1);
    assertThat(sold.status()).as("%s", sold.body()).isEqualTo(201);
    assertThat(shop.sell(performance, 2).status()).isEqualTo(201);
    try (Browser browser = Browser.open(profile)) {
      browser.visit(page);
      says(browser, "nobody can be put on the list");
      shop.post("/privacy/" + organisation + "/defaults", Map.of("language", "en"));
      browser.visit(page);
      says(browser, "The guest list of this performance.");
      browser.press("#ask button");
      says(browser, "You are not logged in.");

      browser.logIn(base + shop.loginLink(organisation, "BOX_OFFICE"));
      browser.visit(page);
      says(browser, "The guest list of this performance.");
      find(browser, "9");
      says(browser, "No issued ticket of this performance was found.");
      find(browser, "1");
      says(browser, "ticket No. 1, ORCH-A-1", "Guest list", "Lawful basis:", "Kept: 1 month after");
      assertThat(browser.evaluate(UNLABELLED)).as("without a label").isEqualTo("0");
      browser.press("#send");
      says(browser, "Please fill in the name.");
      expect(browser, "Ève Dupré");
      find(browser, "2");
      expect(browser, "Zoltán");
      browser.press("#ask button");
      says(browser, "2 of 2 expected; 0 let in.", "Ève Dupré", "Zoltán");
      typeInSearch(browser, "eve DUP");
      says(browser, "1 of 2 expected");
      assertThat(browser.text()).contains("Ève Dupré").doesNotContain("Zoltán");
      letIn(sold.body().at("/tickets/0/code").asString());
      browser.press("#ask button");
      says(browser, "1 of 2 expected; 1 let in.", "No. 1 let in");
      browser.keepPicture("guests");

      browser.press("#guests button");
      says(browser, "Press once more: the name is erased");
      browser.press("#guests button");
      says(browser, "Removed. The tickets stay as they are.");
      assertThat(names(performance)).containsExactly("Zoltán");

      browser.logIn(base + shop.loginLink(organisation, "ADMISSION"));
      browser.visit(page);
      says(browser, "The guest list of this performance.");
      browser.press("#ask button");
      says(browser, "1 of 1 expected", "Zoltán");
      find(browser, "1");
      says(browser, "Your role may not do this.");
      assertThat(browser.evaluate("JSON.stringify(sessionStorage) + JSON.stringify(localStorage)"))
          .doesNotContain("Zolt");
    }
    assertThat(readings(organisation)).as("each reading is recorded").isEqualTo(3 + 1);
  }

  /** A performance whose door is open. */
  private String tonight() {
    String later = shop.openPerformance(3);
    String soon =
        Instant.now().plus(30, ChronoUnit.MINUTES).truncatedTo(ChronoUnit.SECONDS).toString();
    String performance =
        shop.post("/performances/" + later + "/copies", Map.of("startsAt", List.of(soon)))
            .at("/items/0/performanceId")
            .asString();
    shop.post("/performances/" + performance + "/onsale", Map.of());
    return performance;
  }

  private static void find(Browser browser, String ticketNumber) {
    browser.evaluate("document.getElementById('value').value = '" + ticketNumber + "'");
    browser.press("#find button");
  }

  private static void expect(Browser browser, String name) {
    says(browser, "Comes with");
    browser.evaluate("document.getElementById('name').value = '" + name + "'");
    browser.press("#send");
    says(browser, "Put on the list.");
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> browser.evaluate("document.getElementById('add').hidden").equals("true"));
  }

  private static void typeInSearch(Browser browser, String text) {
    browser.evaluate(
        "(() => { const search = document.getElementById('search'); search.value = '%s'; search.dispatchEvent(new Event('input')); return 1; })()"
            .formatted(text));
  }

  private void letIn(String code) throws Exception {
    Reply answer =
        shop.send("POST", "/admissions", Shop.bearer(), Map.of("code", code, "gate", "GATE-1"));
    assertThat(answer.body().at("/admitted").asBoolean()).as("%s", answer.body()).isTrue();
  }

  private List<String> names(String performance) throws Exception {
    return reading("/performances/" + performance + "/guest-list")
        .get("items")
        .valueStream()
        .map(guest -> guest.get("name").asString())
        .toList();
  }

  private long readings(String organisation) throws Exception {
    return reading("/privacy/" + organisation + "/disclosures")
        .get("items")
        .valueStream()
        .filter(reading -> reading.get("kind").asString().equals("PERSONAL_DATA"))
        .count();
  }

  private JsonNode reading(String path) throws Exception {
    Map<String, String> headers = new HashMap<>(Shop.bearer());
    headers.put("Disclosure-Reason", "ADMISSION");
    Reply answer = shop.send("GET", path, headers, null);
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
    return answer.body();
  }

  private static void says(Browser browser, String... words) {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(browser.text()).contains(words));
  }
}

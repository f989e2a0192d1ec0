package org.counterfoil.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * An officer brings in a file on a page: says what its columns mean, tries it, and then does it.
 */
@ExtendWith(SharedProcess.class)
class ImportPageTest {

  private static final String FILE =
      """
      Numéro;Adresse;Nom;Lettre;Le;Par
      1;on-the-page@example.org;Ève Dupré;accord;31/01/2024;le site
      2;neither-here-nor-there;Zoé;;;
      3;second@example.org;;accord;;le site
      """;
  private static final String UNLABELLED =
      "[...document.querySelectorAll('form[data-import] input, form[data-import] select')]"
          + ".filter(e => e.labels.length === 0 && !e.getAttribute('aria-label')).length";

  private final RunningProcess counterfoil;
  private final Shop shop;

  ImportPageTest(RunningProcess counterfoil) {
    this.counterfoil = counterfoil;
    shop = new Shop(counterfoil.port());
  }

  @Test
  void aFileIsTriedBeforeItIsBroughtIn(@TempDir Path folder) throws Exception {
    String organisation = shop.organisationOf(shop.openPerformance(1));
    shop.post("/privacy/" + organisation + "/defaults", Map.of());
    Path file =
        Files.writeString(folder.resolve("buyers.csv"), FILE, Charset.forName("windows-1252"));
    try (Browser browser = Browser.open(Files.createDirectory(folder.resolve("profile")))) {
      String base = "http://localhost:" + counterfoil.port();
      browser.logIn(base + shop.loginLink(organisation, "DPO"));
      browser.visit(base + "/organisations/" + organisation + "/privacy/imports?lang=fr");
      says(browser, "Rien n’a été repris.");
      await()
          .atMost(Duration.ofSeconds(30))
          .until(
              () ->
                  browser
                      .evaluate("document.querySelector('form[data-import]').dataset.state")
                      .equals("READY"));

      browser.attach("file", file);
      says(
          browser,
          "6 colonnes, 3 lignes\u202f; séparées par des points-virgules\u202f; WINDOWS-1252.",
          "Numéro");
      browser.fill("source", "old");
      browser.evaluate("document.getElementsByName('exportedAt')[0].value = '2025-06-30T08:00'");
      browser.choose("column-0", "Référence de la personne là-bas");
      mean(browser, 1, "field email");
      mean(browser, 3, "answer newsletter");
      mean(browser, 4, "at newsletter");
      mean(browser, 5, "source newsletter");
      assertThat(browser.evaluate(UNLABELLED)).as("without a label").isEqualTo("0");
      assertThat(canRun(browser)).as("before it was tried").isFalse();
      explain(browser, "answer", "yes");
      explain(browser, "source", "WEB-FORM");

      mean(browser, 2, "field name");
      browser.press("[data-try]");
      says(browser, "Nom\u00a0: choisissez pourquoi elle est conservée.");
      assertThat(browser.text())
          .contains("Obligation légale, art.\u00a06,\u00a0§\u00a01,\u00a0c", "10\u00a0ans après");
      browser.press("[data-told=accounting] [data-box=name] input");
      browser.press("[data-try]");
      says(browser, "Ce qui serait fait\u202f; rien n’a été écrit", "pas une adresse électronique");
      assertThat(browser.text())
          .contains("un oui qui ne compte pas, faute de savoir quel texte a été montré")
          .doesNotContain("neither-here-nor-there", "Zoé", "on-the-page");
      assertThat(canRun(browser)).as("tried").isTrue();

      browser.evaluate(
          "(() => { const text = document.querySelector('[data-asked=newsletter]"
              + " [data-text-of-all] select'); text.selectedIndex = 1;"
              + " text.dispatchEvent(new Event('change', { bubbles: true })); return 1; })()");
      assertThat(canRun(browser)).as("what was changed is tried again").isFalse();
      browser.press("[data-try]");
      says(browser, "un oui qui ne compte pas, faute de date");
      browser.keepPicture("import-tried");
      assertThat(found(organisation, "on-the-page@example.org")).isEmpty();

      browser.press("[data-run]");
      says(browser, "Ce qui a été fait");
      says(browser, "OLD");
      browser.keepPicture("import-done");
      assertThat(browser.evaluate("document.querySelectorAll('[data-import-id]').length"))
          .isEqualTo("1");
      assertThat(canRun(browser)).as("done").isFalse();
    }
    JsonNode person = found(organisation, "on-the-page@example.org");
    assertThat(person.size()).isEqualTo(1);
    assertThat(person.at("/0/purposes").valueStream().map(JsonNode::asString))
        .containsExactlyInAnyOrder("accounting", "newsletter");
    assertThat(found(organisation, "second@example.org")).as("no yes that counts").isEmpty();
  }

  /** What the command service answers by codes, the page says in words. */
  @Test
  void everyCodeOfAnImportHasItsWords() throws Exception {
    for (Locale language : List.of(Locale.FRENCH, Locale.ROOT)) {
      ResourceBundle words =
          ResourceBundle.getBundle(
              "org.counterfoil.query.audit.pages.messages",
              language,
              ResourceBundle.Control.getNoFallbackControl(
                  ResourceBundle.Control.FORMAT_PROPERTIES));
      for (String codes : List.of("NotCounted notCounted", "FaultCode fault")) {
        String[] of = codes.split(" ", -1);
        Class<?> list = Class.forName("org.counterfoil.command.imports." + of[0]);
        assertThat(list.getEnumConstants())
            .isNotEmpty()
            .allSatisfy(
                code -> assertThat(words.keySet()).contains("audit.import." + of[1] + "." + code));
      }
    }
  }

  /** Says what a column is. */
  private static void mean(Browser browser, int column, String meaning) {
    set(browser, "document.getElementsByName('column-%d')[0]".formatted(column), meaning);
  }

  /** Says what a word of the file means. */
  private static void explain(Browser browser, String what, String meaning) {
    set(browser, "document.querySelector('[data-word-of=%s]')".formatted(what), meaning);
  }

  private static void set(Browser browser, String field, String value) {
    assertThat(
            browser.evaluate(
                "(() => { const field = %s; field.value = '%s'; field.dispatchEvent(new Event('change', { bubbles: true })); return field.value; })()"
                    .formatted(field, value)))
        .isEqualTo(value);
  }

  private static boolean canRun(Browser browser) {
    return browser.evaluate("document.querySelector('[data-run]').disabled").equals("false");
  }

  private JsonNode found(String organisation, String email) throws Exception {
    Map<String, String> headers = new HashMap<>(Shop.bearer());
    headers.put("Disclosure-Reason", "AUDIT");
    return shop.send(
            "POST",
            "/privacy/" + organisation + "/subjects/search",
            headers,
            Map.of("email", email))
        .body()
        .get("items");
  }

  private static void says(Browser browser, String... words) {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(browser.text()).contains(words));
  }
}

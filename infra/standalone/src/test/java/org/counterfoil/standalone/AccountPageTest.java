package org.counterfoil.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Opening an account and looking after one's data with its secret, in a real browser. */
@ExtendWith(SharedProcess.class)
class AccountPageTest {

  private static final String UNLABELLED =
      "[...document.querySelectorAll('#form input, #opened input')].filter(e => e.labels.length === 0).length";

  @Test
  void somebodyOpensAnAccount_isShownItsSecretOnce_andLooksAfterItsData(
      RunningProcess counterfoil, @TempDir Path profile) throws Exception {
    try (Browser browser = Browser.open(profile)) {
      Shop shop = new Shop(counterfoil.port());
      String organisation = shop.organisationOf(shop.openPerformance(1));
      String base = "http://localhost:" + counterfoil.port();
      String page = base + "/organisations/" + organisation + "/account";
      browser.visit(page + "?lang=en");
      awaitText(browser, "There is no account to open here.");
      shop.post("/privacy/" + organisation + "/defaults", Map.of());

      browser.visit(base + "/organisations/" + organisation + "/newsletter?lang=fr");
      browser.follow("main a[href^=account]");
      awaitText(browser, "Salle tient un compte pour vous");
      assertThat(browser.text())
          .contains("Base légale", "Conservation : 3 ans après", "êtes-vous d’accord ?");
      assertThat(browser.evaluate("document.querySelectorAll('#form :checked').length"))
          .as("ticked beforehand")
          .isEqualTo("0");
      assertThat(browser.evaluate(UNLABELLED)).as("without a label").isEqualTo("0");
      browser.press("#send");
      awaitText(browser, "Veuillez remplir : Adresse électronique.");
      assertThat(browser.evaluate("document.activeElement.id")).isEqualTo("field-email");
      browser.fill("email", "quelquun@machine"); // an address to a browser, none to the service
      browser.press("#send");
      awaitText(browser, "Veuillez indiquer une adresse électronique");
      browser.fill("email", "account@example.org");
      browser.press("#question-newsletter-yes");
      browser.press("#send");
      awaitText(browser, "Votre compte est ouvert.");
      assertThat(browser.text())
          .contains("Il est montré maintenant, et plus jamais", "un message part à votre adresse");
      String link = browser.evaluate("document.getElementById('link').value");
      assertThat(link).startsWith(base + "/my-data?lang=fr#account.");
      browser.keepPicture("account-opened");
      assertThat(browser.evaluate("JSON.stringify(sessionStorage) + JSON.stringify(localStorage)"))
          .as("kept by the page")
          .doesNotContain(link.substring(link.lastIndexOf('.') + 1));

      browser.follow("#own");
      awaitText(browser, "Salle conserve ceci sur vous");
      assertThat(browser.evaluate("location.href")).doesNotContain("#");
      assertThat(browser.value("email")).isEqualTo("account@example.org");
      browser.visit(page + "?lang=en");
      awaitText(browser, "Salle keeps an account for you");
      assertThat(browser.evaluate("document.getElementById('link').value")).isEmpty();
    }
  }

  @Test
  void somebodyObjectsToWhatRestsOnAnInterest_andErasesTheRest(
      RunningProcess counterfoil, @TempDir Path profile) throws Exception {
    Shop shop = new Shop(counterfoil.port());
    String organisation = shop.organisationOf(shop.openPerformance(1));
    String privacy = "/privacy/" + organisation;
    shop.post(privacy + "/defaults", Map.of());
    Map<String, Object> asked = Map.of("purposes", List.of("account", "claims"));
    assertThat(shop.send("PUT", privacy + "/forms/account", Shop.bearer(), asked).status())
        .isEqualTo(204);
    Map<String, String> account =
        Map.of("purpose", "account", "notice", notice(shop, privacy, "account"));
    Map<String, String> claims =
        Map.of("purpose", "claims", "notice", notice(shop, privacy, "claims"));
    JsonNode opened =
        shop.send(
                "POST",
                "/accounts",
                Map.of(),
                Map.of(
                    "organisationId", organisation,
                    "buyer", Map.of("email", "objecting@example.org", "name", "Somebody"),
                    "captures", Map.of("email", account, "name", claims)))
            .body();
    try (Browser browser = Browser.open(profile)) {
      browser.visit(
          "http://localhost:%d/my-data?lang=fr#account.%s.%s"
              .formatted(
                  counterfoil.port(),
                  opened.get("accountId").asString(),
                  opened.get("accountSecret").asString()));
      awaitText(browser, "Salle conserve ceci sur vous");
      assertThat(
              browser.evaluate(
                  "[...document.querySelectorAll('button[data-object]')].map(b => b.dataset.object).join()"))
          .as("a contract is not open to objection")
          .isEqualTo("claims");

      browser.press("button[data-object=claims]");
      awaitText(browser, "vos données ne servent plus à cela");
      assertThat(browser.text()).contains("Vous vous y êtes opposé.");
      browser.keepPicture("my-data-objected");

      browser.press("#erase");
      awaitText(browser, "Appuyez encore une fois");
      browser.press("#erase");
      awaitText(browser, "C’est effacé.");
      assertThat(browser.text()).doesNotContain("objecting@example.org", "Appuyez encore une fois");
    }
  }

  private static String notice(Shop shop, String privacy, String purpose) throws Exception {
    return shop.send("GET", privacy + "/notices?language=fr", Map.of(), null)
        .body()
        .get("items")
        .valueStream()
        .filter(item -> item.get("key").asString().equals(purpose))
        .findFirst()
        .orElseThrow()
        .at("/notices/0/noticeVersionId")
        .asString();
  }

  private static void awaitText(Browser browser, String text) {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(browser.text()).contains(text));
  }
}

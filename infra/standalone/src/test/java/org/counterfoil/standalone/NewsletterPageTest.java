package org.counterfoil.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Signing up for a newsletter, confirming it and ending it, in a real browser. */
@ExtendWith(SharedProcess.class)
class NewsletterPageTest {

  @Test
  void aReaderSaysYes_confirmsByTheLink_andEndsItByTheOther(
      RunningProcess counterfoil, @TempDir Path profile) throws Exception {
    try (Browser browser = Browser.open(profile)) {
      Shop shop = new Shop(counterfoil.port());
      String organisation = shop.organisationOf(shop.openPerformance(1));
      String privacy = "/privacy/" + organisation;
      String base = "http://localhost:" + counterfoil.port();
      String page = base + "/organisations/" + organisation + "/newsletter";
      browser.visit(page + "?lang=en");
      awaitText(browser, "There is nothing to sign up for here.");
      shop.post(privacy + "/defaults", Map.of());

      browser.visit(page + "?lang=fr");
      awaitText(browser, "Salle vous demande s’il peut vous écrire.");
      assertThat(browser.text())
          .contains("Lettre d'information : êtes-vous d’accord ?")
          .contains("Base légale : votre consentement")
          .contains("Vous êtes libre de refuser.")
          .contains("vous déclarez avoir au moins 15 ans");
      assertThat(browser.evaluate("document.querySelectorAll('#form :checked').length"))
          .as("ticked beforehand")
          .isEqualTo("0");
      browser.press("#send");
      awaitText(browser, "Veuillez répondre oui ou non.");
      browser.press("#question-newsletter-no");
      browser.press("#send");
      awaitText(browser, "Rien n’a été envoyé, et rien n’est conservé.");

      browser.visit(page + "?lang=en");
      awaitText(browser, "Salle asks whether it may write to you.");
      browser.press("#question-newsletter-yes");
      browser.press("#send");
      awaitText(browser, "Saying yes needs this: E-mail address.");
      browser.fill("email", "reader@example.org");
      browser.press("#send");
      awaitText(browser, "Follow its link within seven days");
      assertThat(mailingList(shop, privacy)).isEmpty();

      browser.visit(base + "/confirmations?lang=en");
      awaitText(browser, "There is nothing to confirm by this link");
      browser.visit(base + "/confirmations?lang=fr#" + confirmation(shop, privacy));
      awaitText(browser, "Si c’était vous, confirmez-le d’un clic.");
      awaitText(browser, "accepté que Salle s’en serve pour ceci : ");
      assertThat(mailingList(shop, privacy)).as("opened, not pressed").isEmpty();
      browser.press("#do");
      awaitText(browser, "Merci. Vous acceptez qu’on vous écrive.");
      JsonNode listed = mailingList(shop, privacy);
      assertThat(listed.at("/0/email").asString()).isEqualTo("reader@example.org");
      assertThat(browser.evaluate("document.getElementById('back').hash"))
          .isEqualTo("#" + listed.at("/0/withdrawalToken").asString());

      browser.visit(base + "/withdrawals?lang=en#" + listed.at("/0/withdrawalToken").asString());
      awaitText(browser, "You need no account and no reason.");
      awaitText(browser, "end all messages of Salle of this kind with one click: ");
      browser.press("#do");
      awaitText(browser, "Done. You are not written to any more.");
      assertThat(mailingList(shop, privacy)).isEmpty();
    }
  }

  private static Map<String, String> reading() {
    Map<String, String> headers = new HashMap<>(Shop.bearer());
    headers.put("Disclosure-Reason", "MAILING");
    return headers;
  }

  private static String confirmation(Shop shop, String privacy) throws Exception {
    Shop.Reply waiting = shop.send("GET", privacy + "/confirmations", reading(), null);
    assertThat(waiting.status()).as("%s", waiting.body()).isEqualTo(200);
    assertThat(waiting.body().at("/items/0/language").asString()).isEqualTo("en");
    return waiting.body().at("/items/0/confirmationToken").asString();
  }

  private static JsonNode mailingList(Shop shop, String privacy) throws Exception {
    Shop.Reply list =
        shop.send("POST", privacy + "/mailing-lists", reading(), Map.of("purpose", "newsletter"));
    assertThat(list.status()).as("%s", list.body()).isEqualTo(200);
    return list.body().at("/items");
  }

  private static void awaitText(Browser browser, String text) {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(browser.text()).contains(text));
  }
}

package org.counterfoil.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.counterfoil.standalone.Shop.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Somebody writes to the data protection officer, who finds the person by its address, logs the
 * request, makes sure who asks, erases, and says that it was answered: all of it on the pages.
 */
@ExtendWith(SharedProcess.class)
class OfficersDeskTest {

  private static final String EMAIL = "desk.buyer@example.org";

  private final RunningProcess counterfoil;
  private final Shop shop;

  OfficersDeskTest(RunningProcess counterfoil) {
    this.counterfoil = counterfoil;
    shop = new Shop(counterfoil.port());
  }

  @Test
  void anOfficerFindsAPerson_logsItsRequest_erasesIt_andAnswers(@TempDir Path profile)
      throws Exception {
    String performance = shop.openPerformance(3);
    String organisation = shop.organisationOf(performance);
    Reply order = TellingBuyers.of(shop, organisation).order(performance, 1, EMAIL);
    shop.get("/privacy/" + organisation + "/register", order.position());
    String pages =
        "http://localhost:%d/organisations/%s/privacy".formatted(counterfoil.port(), organisation);
    try (Browser browser = Browser.open(profile)) {
      browser.logIn("http://localhost:" + counterfoil.port() + shop.loginLink(organisation, "DPO"));
      browser.visit(pages + "?lang=en");
      find(browser, "nobody@example.org");
      says(browser, "Nobody told that.");
      find(browser, EMAIL.toUpperCase(Locale.ROOT));
      says(browser, "Sending tickets");
      browser.keepPicture("officer-found");

      browser.follow("[data-people] a");
      says(browser, "What was told, and why", "What is to be done");
      browser.follow("form[data-to$='/requests'] button");
      says(browser, "Asked · Access");
      browser.keepPicture("officer-person");
      browser.press("form[data-to$='/erasure'] input[type=checkbox]");
      browser.press("form[data-to$='/erasure'] button");
      says(browser, "Certificate of erasure", "Sending tickets", "Print, or save as PDF");
      browser.keepPicture("officer-certificate");
      assertThat(browser.evaluate("location.search")).contains("reason=ACCESS_REQUEST");
      browser.follow("main a[href*='/subjects/']");
      says(browser, "Erased");
      browser.follow("main a[href*='/erasures/']");
      says(browser, "Certificate of erasure", "Sending tickets");

      browser.visit(pages + "/requests?lang=en&reason=ACCESS_REQUEST");
      browser.press("[data-request] summary");
      browser.press("form[data-answer] button");
      says(browser, "Expected");
      browser.follow("form[data-to$='/identity'] button");
      browser.press("[data-request] summary");
      browser.follow("form[data-answer] button");
      says(browser, "Answered");
      browser.keepPicture("officer-requests");
      assertThat(browser.evaluate("document.querySelectorAll('[data-request]').length"))
          .isEqualTo("0");
    }
  }

  private static void find(Browser browser, String email) {
    browser.choose("kind", "E-mail");
    browser.fill("value", email);
    browser.choose("reason", "an access request");
    browser.press("form[data-then=people] button");
  }

  private static void says(Browser browser, String... words) {
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> assertThat(browser.text()).contains(words));
  }
}

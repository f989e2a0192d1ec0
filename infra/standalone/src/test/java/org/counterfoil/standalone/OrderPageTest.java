package org.counterfoil.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The form on which a buyer orders what it holds, in a real browser. */
@ExtendWith(SharedProcess.class)
class OrderPageTest {

  private static final String TICKED =
      "document.querySelectorAll('#form input[type=radio]:checked, #form input[type=checkbox]:checked').length";
  private static final String UNLABELLED =
      "[...document.querySelectorAll('#form input, #form select')].filter(e => e.labels.length === 0).length";
  private static final String OF_YES_AND_NO =
      "[...document.querySelectorAll('#question-newsletter .answers label')].map(e => {"
          + " const s = getComputedStyle(e); const b = e.getBoundingClientRect();"
          + " return [b.width, b.height, s.fontSize, s.fontWeight, s.color, s.backgroundColor].join(); }).filter((e, i, all) => all.indexOf(e) === i).length";

  @Test
  void aBuyerIsToldWhyBesideEachField_saysYes_andGetsTickets(
      RunningProcess counterfoil, @TempDir Path profile) throws Exception {
    try (Browser browser = Browser.open(profile)) {
      Shop shop = new Shop(counterfoil.port());
      String performance = open(shop);
      visit(browser, counterfoil, shop.hold(performance, 1), "en");
      awaitText(browser, "ORCH A 1");
      awaitText(browser, "Your places are held until");

      assertThat(browser.text())
          .contains("La Mouette", "E-mail address (optional)", "Plein tarif · €25.00")
          .contains("Lawful basis: the contract with you (Art. 6(1)(b) GDPR).")
          .contains("Kept: 6 months after the performance")
          .contains("Newsletter: do you agree?")
          .doesNotContain("Notes", "Staff", "Guest list");
      assertThat(browser.evaluate("location.href")).doesNotContain("#").endsWith("/order?lang=en");
      assertThat(browser.evaluate(TICKED)).as("ticked beforehand").isEqualTo("0");
      assertThat(browser.evaluate(UNLABELLED)).as("without a label").isEqualTo("0");
      assertThat(browser.evaluate(OF_YES_AND_NO)).as("kinds of answers").isEqualTo("1");

      browser.fill("email", "no address");
      browser.press("#send");
      awaitText(browser, "Please give an e-mail address");
      assertThat(browser.evaluate("document.activeElement.id")).isEqualTo("field-email");
      browser.fill("email", "");
      browser.press("#question-newsletter-yes");
      browser.press("#send");
      awaitText(browser, "Saying yes needs this: E-mail address.");
      assertThat(browser.evaluate("sessionStorage.getItem('counterfoil-order')"))
          .doesNotContain("orderId");

      browser.fill("email", "reader@example.org\n"); // as by the Enter key
      awaitText(browser, "Your order is placed.");
      awaitText(browser, "Pay €25.00 at the box office before");
      String kept = browser.evaluate("sessionStorage.getItem('counterfoil-order')");
      assertThat(kept).contains("orderSecret").doesNotContain("reader");
      String order = browser.evaluate("JSON.parse(sessionStorage['counterfoil-order']).orderId");
      assertThat(shop.pay(order).status()).isEqualTo(201);
      awaitText(browser, "Thank you. Your order is paid.");
      awaitText(browser, "No. 1 · ORCH-A-1 · Plein tarif");

      browser.visit(page(counterfoil, "en"));
      awaitText(browser, "Thank you. Your order is paid.");
      assertThat(mailingList(shop, performance, "newsletter"))
          .containsExactly("reader@example.org");
      assertThat(mailingList(shop, performance, "similar")).containsExactly("reader@example.org");
      looksAfterItsData(browser);
      assertThat(mailingList(shop, performance, "newsletter")).isEmpty();
      assertThat(mailingList(shop, performance, "similar")).isEmpty();
    }
  }

  /** By the order's secret, from the page that shows the tickets. */
  private static void looksAfterItsData(Browser browser) {
    browser.follow("#own");
    awaitText(browser, "Salle keeps this of you:");
    assertThat(browser.evaluate("location.href")).doesNotContain("#");
    assertThat(browser.text()).contains("Sending tickets", "Newsletter: you agreed on");
    browser.fill("email", "no address\n");
    awaitText(browser, "Please check what is in this field.");
    browser.fill("email", "right@example.org\n");
    awaitText(browser, "It is put right.");
    assertThat(browser.value("email")).isEqualTo("right@example.org");
    browser.press("#withdraw-newsletter");
    awaitText(browser, "It is taken back.");
    awaitText(browser, "Newsletter: taken back on");
    browser.press("#erase");
    awaitText(browser, "Press once more to erase it for good");
    browser.press("#erase");
    awaitText(browser, "It is erased.");
    assertThat(browser.evaluate("document.querySelectorAll('#values input').length"))
        .isEqualTo("0");
  }

  @Test
  void whoAnswersNothingBuysAllTheSame_andTheServersWordStandsAtTheField(
      RunningProcess counterfoil, @TempDir Path profile) throws Exception {
    try (Browser browser = Browser.open(profile)) {
      browser.asTelephone();
      Shop shop = new Shop(counterfoil.port());
      String performance = open(shop);
      visit(browser, counterfoil, shop.hold(performance, 2), "fr");
      awaitText(browser, "Adresse électronique (facultatif)");
      awaitText(browser, "Base légale : le contrat conclu avec vous");
      awaitText(browser, "Conservation : 6 mois après la représentation");
      assertThat(browser.evaluate("document.documentElement.scrollWidth <= innerWidth"))
          .as("nothing to scroll sideways")
          .isEqualTo("true");

      browser.fill("email", "quelquun@machine"); // an address to a browser, none to the service
      browser.press("#send");
      awaitText(browser, "Veuillez indiquer une adresse électronique");
      browser.keepPicture("order-refused");
      browser.fill("email", "quelquun@example.org");
      browser.press("#question-similar-no");
      browser.press("#send");
      awaitText(browser, "Votre commande est prise.");
      assertThat(mailingList(shop, performance, "newsletter")).isEmpty();
      assertThat(mailingList(shop, performance, "similar")).isEmpty();
    }
  }

  @Test
  void aCardPaysInAnotherWindow_andWhatIsOverIsSaid(
      RunningProcess counterfoil, @TempDir Path profile) throws Exception {
    try (Browser browser = Browser.open(profile)) {
      Shop shop = new Shop(counterfoil.port());
      String performance = shop.openPerformance(3);
      String copy =
          shop.post("/performances/" + performance + "/training-copies", Map.of())
              .get("performanceId")
              .asString();
      shop.post("/performances/" + copy + "/onsale", Map.of());
      Shop.Reply hold = shop.hold(copy, 3);
      visit(browser, counterfoil, hold, "en");
      awaitText(browser, "Order with obligation to pay");
      assertThat(browser.text())
          .as("nothing is declared")
          .doesNotContain("About you", "Your choice");
      browser.press("#send");
      awaitText(browser, "Pay €25.00 by card");
      String page = browser.evaluate("document.getElementById('pay').href");
      assertThat(page).contains("/simulated-card-provider/checkouts/");
      browser.visit(page);
      browser.follow("button[value=pay]");
      browser.visit(page(counterfoil, "en"));
      awaitText(browser, "Thank you. Your order is paid.");

      visit(browser, counterfoil, hold, "en"); // the same window: what it ordered is its own
      awaitText(browser, "Thank you. Your order is paid.");
      browser.evaluate("sessionStorage.clear()");
      visit(browser, counterfoil, hold, "en");
      awaitText(browser, "These places have been ordered already.");
      browser.evaluate("sessionStorage.clear()");
      browser.visit(page(counterfoil, "en"));
      awaitText(browser, "There is nothing to order here.");
    }
  }

  @Test
  void placesOfTwoNightsAreOrderedTogether_byNames_andAVoucherPaysItsPart(
      RunningProcess counterfoil, @TempDir Path profile) throws Exception {
    try (Browser browser = Browser.open(profile)) {
      Shop shop = new Shop(counterfoil.port());
      String first = open(shop);
      String organisation = shop.organisationOf(first);
      shop.send(
          "PUT",
          "/privacy/" + organisation + "/forms/order",
          Shop.bearer(),
          Map.of("purposes", List.of("ticket-delivery", "nominative-sport")));
      String second =
          shop.post(
                  "/performances/" + first + "/copies",
                  Map.of("startsAt", List.of("2031-03-15T19:30:00Z")))
              .at("/items/0/performanceId")
              .asString();
      shop.post("/performances/" + second + "/onsale", Map.of());
      String voucher = shop.sellVoucher(organisation);
      visit(browser, counterfoil, shop.hold(first, 1), "en");
      awaitText(browser, "Your places are held until");
      visit(browser, counterfoil, shop.hold(second, 1), "en"); // in the same window
      awaitText(browser, "15 March 2031");
      assertThat(browser.text())
          .contains("14 March 2031", "€50.00", "Leave out")
          .contains("Name of whoever comes with ORCH A 1 (required)", "Kept: 3 months after");
      assertThat(browser.evaluate(UNLABELLED)).as("without a label").isEqualTo("0");

      browser.press("#send");
      awaitText(browser, "Please fill in whose ticket it is.");
      assertThat(browser.evaluate("document.activeElement.id")).startsWith("holder-");
      browser.evaluate(
          "document.querySelectorAll('[id^=holder-][type=text]').forEach((e, i) => e.value = 'Guest ' + i)");
      browser.fill("email", "");
      browser.evaluate("document.getElementById('voucher-code').value = 'AAAAA-AAAAA'");
      browser.press("#send");
      awaitText(browser, "No voucher has this code.");
      assertThat(browser.evaluate("document.activeElement.id")).isEqualTo("voucher-code");
      browser.evaluate("document.getElementById('voucher-code').value = '" + voucher + "'");
      browser.press("#send");
      awaitText(browser, "Pay €25.00 at the box office before");
      assertThat(shop.balance(voucher)).isZero();
      String order = browser.evaluate("JSON.parse(sessionStorage['counterfoil-order']).orderId");
      assertThat(shop.pay(order).status()).isEqualTo(201);
      awaitText(browser, "Thank you. Your order is paid.");
      assertThat(browser.evaluate("document.querySelectorAll('#tickets li').length"))
          .isEqualTo("2");
      assertThat(browser.text()).contains("14 March 2031", "15 March 2031");
      for (String performance : List.of(first, second)) {
        assertThat(expected(shop, performance))
            .hasSize(1)
            .allMatch(name -> name.startsWith("Guest "));
      }
    }
  }

  @Test
  void aPassPaysForItsTickets_andItsProblemsStandAtItsField(
      RunningProcess counterfoil, @TempDir Path profile) throws Exception {
    try (Browser browser = Browser.open(profile)) {
      Shop shop = new Shop(counterfoil.port());
      String performance = shop.openPerformance(3);
      String pass = sellPass(shop, performance);
      visit(browser, counterfoil, shop.hold(performance, 1), "fr");
      awaitText(browser, "Vos places sont bloquées");
      assertThat(browser.evaluate("document.getElementById('pass-part').hidden"))
          .as("a price that money pays")
          .isEqualTo("true");
      browser.evaluate(
          "(() => { const place = document.querySelector('.place select'); place.value = 'CARD';"
              + " place.dispatchEvent(new Event('change', { bubbles: true })); return 1; })()");
      browser.press("#send");
      awaitText(browser, "Veuillez indiquer le code de votre abonnement");
      browser.evaluate("document.getElementById('pass-code').value = 'AAAAA-AAAAA'");
      browser.press("#send");
      awaitText(browser, "Aucun abonnement n’a ce code.");
      assertThat(browser.evaluate("document.activeElement.id")).isEqualTo("pass-code");
      browser.evaluate("document.getElementById('pass-code').value = '" + pass + "'");
      browser.press("#send");
      awaitText(browser, "Merci. Votre commande est payée.");
      assertThat(shop.post("/passes/state", Map.of("passCode", pass)).get("usesLeft").asInt())
          .isEqualTo(1);
    }
  }

  /** A pass of two uses, sold at the counter, and a price that it pays for. */
  private static String sellPass(Shop shop, String performance) throws Exception {
    String organisation = shop.organisationOf(performance);
    Map<String, Object> offer =
        Map.of(
            "pass",
            "DUO",
            "name",
            "Carte duo",
            "uses",
            2,
            "useMinor",
            1_800,
            "taxRate",
            "5.5",
            "validDays",
            365);
    assertThat(
            shop.send(
                    "PUT",
                    "/organisations/" + organisation + "/pass-offers",
                    Shop.bearer(),
                    Map.of("offers", List.of(offer)))
                .status())
        .isEqualTo(200);
    Map<String, Object> full =
        Map.of(
            "priceType", "FULL", "name", "Plein tarif", "faceValueMinor", 2_500, "taxRate", "5.5");
    Map<String, Object> card =
        Map.of(
            "priceType",
            "CARD",
            "name",
            "Carte duo",
            "faceValueMinor",
            1_800,
            "taxRate",
            "5.5",
            "pass",
            "DUO");
    shop.post(
        "/performances/" + performance + "/price-list",
        Map.of("priceList", Map.of("STALLS", List.of(full, card), "FLOOR", List.of(full))));
    String sale =
        shop.post(
                "/orders",
                Map.of(
                    "organisationId",
                    organisation,
                    "lines",
                    List.of(Map.of("product", "PASS", "pass", "DUO"))))
            .get("orderId")
            .asString();
    shop.post("/orders/" + sale + "/payments", Map.of("method", "CASH", "amountMinor", 3_600));
    Shop.Reply paid = shop.send("GET", "/orders/" + sale, Shop.bearer(), null);
    return paid.body().at("/lines/0/passCode").asString();
  }

  private static List<String> expected(Shop shop, String performance) throws Exception {
    Shop.Reply list =
        shop.send(
            "GET",
            "/performances/" + performance + "/guest-list",
            Map.of(
                "Authorization",
                "Bearer " + RunningProcess.TOKEN,
                "Disclosure-Reason",
                "ADMISSION"),
            null);
    assertThat(list.status()).as("%s", list.body()).isEqualTo(200);
    return list.body()
        .get("items")
        .valueStream()
        .map(guest -> guest.get("name").asString())
        .toList();
  }

  private static String open(Shop shop) {
    String performance = shop.openPerformance(3);
    String privacy = "/privacy/" + shop.organisationOf(performance);
    shop.post(privacy + "/defaults", Map.of("language", "en"));
    shop.post(
        privacy + "/purposes",
        Map.of(
            "key",
            "similar",
            "name",
            "Similar performances",
            "dpvPurpose",
            "DirectMarketing",
            "lawfulBasis",
            "A6-1-f",
            "fields",
            List.of("EMAIL"),
            "retention",
            Map.of("startsAt", "LAST_CONTACT", "period", "P1Y")));
    shop.post(
        privacy + "/notices",
        Map.of("purpose", "similar", "language", "fr", "text", "Nous vous écrivons."));
    return performance;
  }

  private static String page(RunningProcess counterfoil, String language) {
    return "http://localhost:%d/order?lang=%s".formatted(counterfoil.port(), language);
  }

  private static void visit(
      Browser browser, RunningProcess counterfoil, Shop.Reply hold, String language) {
    browser.visit("about:blank"); // another fragment alone loads nothing
    browser.visit(
        page(counterfoil, language)
            + "#"
            + hold.body().get("holdId").asString()
            + "."
            + hold.body().get("holdSecret").asString());
  }

  private static List<String> mailingList(Shop shop, String performance, String purpose)
      throws Exception {
    Shop.Reply list =
        shop.send(
            "POST",
            "/privacy/" + shop.organisationOf(performance) + "/mailing-lists",
            Map.of(
                "Authorization", "Bearer " + RunningProcess.TOKEN, "Disclosure-Reason", "MAILING"),
            Map.of("purpose", purpose));
    assertThat(list.status()).as("%s", list.body()).isEqualTo(200);
    List<String> emails = new ArrayList<>();
    list.body().get("items").forEach(item -> emails.add(item.get("email").asString()));
    return emails;
  }

  private static void awaitText(Browser browser, String text) {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(browser.text()).contains(text));
  }
}

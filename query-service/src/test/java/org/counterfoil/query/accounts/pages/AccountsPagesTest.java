package org.counterfoil.query.accounts.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;
import org.counterfoil.domain.access.Role;
import org.counterfoil.domain.accounting.AccountingEvent.AgentSettled;
import org.counterfoil.domain.accounting.BooksOverview;
import org.counterfoil.domain.money.PaymentMethod;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldSold;
import org.counterfoil.query.accounts.reports.ReportName;
import org.counterfoil.query.given.Browser;
import org.counterfoil.query.given.House;
import org.counterfoil.query.given.RunningQueryService;
import org.counterfoil.query.given.TestLog;
import org.counterfoil.query.given.Till;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The accountant's pages, as they are rendered and as a browser shows them. */
class AccountsPagesTest {

  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final Instant OPENED = Instant.parse("2026-10-01T08:00:00Z");
  private static final String PERIOD = "?from=2026-10-01&to=2026-10-31";

  private final RunningQueryService service = RunningQueryService.shared();
  private Till till;
  private String token;

  @BeforeEach
  void sellAndClose() {
    till = new Till(service.log(), PARIS, MonthDay.of(1, 1), LocalTime.MIDNIGHT, OPENED);
    till.schedule(Instant.parse("2026-12-01T19:00:00Z"), PARIS, OPENED);
    for (int sale = 0; sale < 8; sale++) {
      till.sell(2, 2_500, sale % 3 == 0 ? "2.1" : "5.5", OPENED.plusSeconds(sale));
    }
    LocalDate first = LocalDate.of(2026, 10, 1);
    till.closeDay(first, Instant.parse("2026-10-01T22:00:00Z"));
    token = service.token(Role.ACCOUNTANT, till.organisation());
    get("/api/v1/accounting/" + till.organisation() + "/ledgers", "en");
    service.bean(BooksOverview.class).unsealed().stream()
        .filter(found -> found.organisationId().equals(till.organisation()))
        .forEach(found -> till.seal(found, Instant.parse("2026-10-01T22:00:01Z")));
    till.closeDay(first.plusDays(1), Instant.parse("2026-10-02T22:00:00Z"));
    get("/api/v1/accounting/" + till.organisation() + "/ledgers", "en");
  }

  @Test
  void booksAreShownInTheReadersLanguage() {
    String french = get(pages() + PERIOD, "fr").body();
    assertThat(french)
        .contains("<html lang=\"fr\"", "400,00\u00a0€", "Les deux journaux concordent", "TVA")
        .contains("Scellée, concorde", "Scellement en cours", "à importer dans la comptabilité");
    String english = get(pages() + PERIOD, "en").body();
    assertThat(english)
        .contains("<html lang=\"en\"", "€400.00", "The ledgers agree", "Trial balance")
        .contains("Sealed, agrees", "to be imported into the organisation&#39;s accounts");
    assertThat(get(pages() + "/journal" + PERIOD, "fr").body())
        .contains("OP-8", "Vente 2 billets, Phèdre", "445710");
    assertThat(get(pages() + "/closings", "fr").body()).contains("Perpétuel");
    assertThat(get(pages() + "/operations/99", "en").statusCode()).isEqualTo(404);
    assertThat(get(pages() + "/closings", "fr").body()).contains("/closings/1.pdf?language=fr");
    assertThat(get(pages() + "/payouts", "fr").body()).contains("Pas encore versé");
    assertThat(get(pages() + "/show-tax?year=2026", "en").body())
        .contains("No performance took place");
    String ticket =
        service.log().written().stream()
            .map(TestLog.Written::event)
            .filter(
                event ->
                    event instanceof HoldSold sold
                        && sold.performanceId().equals(till.performance()))
            .map(event -> ((HoldSold) event).tickets().getFirst().ticket().ticketId().toString())
            .findFirst()
            .orElseThrow();
    assertThat(get(pages() + "/tickets/" + ticket, "en").body())
        .contains("Ticket 1, Phèdre", "€25.00", "/api/v1/tickets/" + ticket + "/proof");
    assertThat(get(pages() + "/tickets/" + till.organisation(), "en").statusCode()).isEqualTo(404);
    assertThat(get(pages() + "/orders/" + till.organisation(), "en").statusCode()).isEqualTo(404);
    assertThat(get(pages() + "/settlements/" + till.organisation(), "en").statusCode())
        .isEqualTo(404);
    for (String path :
        List.of(
            "",
            "/journal",
            "/closings",
            "/operations/1",
            "/payouts",
            "/show-tax",
            "/invoices",
            "/tills",
            "/vouchers",
            "/agents",
            "/passes",
            "/statements",
            "/revenue",
            "/settlements/" + till.performance(),
            "/orders/" + order(),
            "/tickets/" + ticket)) {
      assertThat(get(pages() + path, "fr").body())
          .as(path)
          .doesNotContain("??", "th:", "certifi\u00e9")
          .doesNotContainPattern("\\sstyle=")
          .doesNotContainIgnoringCase("NF525");
    }
  }

  /** 25.00 at 5.5 % is 23.70 net, at 2.1 % 24.49; five orders of two and three. */
  @Test
  void receiptsAndRevenueAreShownByPerformance() {
    assertThat(get(pages() + "/statements" + PERIOD, "en").body())
        .contains("Phèdre", "€400.00", "/settlements/" + till.performance())
        .contains("/reports/receipts.xlsx", "statements-of-receipts.pdf");
    assertThat(get(pages() + "/revenue" + PERIOD, "fr").body())
        .contains("Compte 487 par représentation", "383,94\u00a0€", "/reports/revenue.xlsx");
    assertThat(get(pages() + "/settlements/" + till.performance(), "en").body())
        .contains("Receipts of Phèdre", "Deferred revenue", "€383.94", "By category");
    assertThat(get(pages() + "/orders/" + order(), "en").body())
        .contains("What was booked", " · Phèdre", "Its story");
  }

  private String order() {
    return service.log().written().stream()
        .map(TestLog.Written::event)
        .filter(event -> event instanceof HoldSold sold && isOurs(sold))
        .map(event -> ((HoldSold) event).orderId().toString())
        .findFirst()
        .orElseThrow();
  }

  private boolean isOurs(HoldSold sold) {
    return sold.performanceId().equals(till.performance());
  }

  /** An agent paid over more than it had taken. */
  @Test
  void whoOwesWhomIsShownByOrganisation() {
    settle();

    assertThat(get(pages() + "/agents" + PERIOD, "fr").body())
        .contains("Mandataires", "Théâtre du Port", "Reçu de lui", "25,00\u00a0€")
        .contains("/reports/agents.xlsx");
    assertThat(get("/api/v1/accounting/" + till.organisation() + "/agents", "en").body())
        .contains("\"receivedMinor\":2500", "\"owedMinor\":-2500");
    assertThat(
            get("/api/v1/accounting/" + till.organisation() + "/agents?to=2026-10-01", "en").body())
        .contains("\"agents\":[]", "\"owedMinor\":0");
  }

  private void settle() {
    Instant at = Instant.parse("2026-10-03T10:00:00Z");
    Till agent = new Till(service.log(), PARIS, MonthDay.of(1, 1), LocalTime.MIDNIGHT, at);
    till.write(
        at,
        new AgentSettled(
            till.organisation(),
            agent.organisation(),
            PaymentMethod.TRANSFER,
            null,
            House.EUR,
            2_500));
  }

  @Test
  void reportsAreDownloadedWithTheSameBytes() {
    settle();
    for (ReportName report : ReportName.values()) {
      String path =
          "/api/v1/accounting/" + till.organisation() + "/reports/" + report.word() + ".csv";
      HttpResponse<String> csv = get(path, "en");
      assertThat(csv.statusCode()).as(csv.body()).isEqualTo(200);
      assertThat(csv.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
      assertThat(csv.body().lines().count()).as(report.word()).isGreaterThan(1);
      assertThat(get(path, "fr").body()).isEqualTo(csv.body());
    }
    assertThat(get("/api/v1/accounting/" + till.organisation() + "/reports/vat.csv", "en").body())
        .contains("5.5,10,0,237.00,13.00,250.00,EUR\r\n");
  }

  @Test
  void fromTheLedgersToTheCauseOfAnEntry() {
    try (Browser browser = Browser.open(service, "en")) {
      browser.logIn(service.session(Role.AUDITOR, till.organisation()));
      await()
          .atMost(Duration.ofSeconds(20))
          .until(
              () -> {
                browser.go(pages() + PERIOD);
                boolean isIn = browser.text("h1").equals("Accounts");
                if (!isIn) {
                  browser.complaints();
                }
                return isIn;
              });
      assertThat(browser.text(".identity")).contains("€400.00");
      browser.click("a[href*='/accounts/journal?']");
      await().until(() -> browser.text("h1").equals("Journal"));
      assertThat(browser.count(".journal .entry")).isEqualTo(8);
      browser.click(".journal .entry a");
      await().until(() -> browser.text("h1").equals("Operation 1"));
      assertThat(browser.text("#content")).contains("Sale", "Position in the log", "511");
      browser.click("a[href*='/accounts/tickets/']");
      await().until(() -> browser.text("h1").equals("Ticket 1, Phèdre"));
      assertThat(browser.text("#content")).contains("Ticket issued", "Order complete · Sale");
      browser.click("a[href*='/accounts/settlements/']");
      await().until(() -> browser.text("h1").equals("Receipts of Phèdre"));
      browser.click("a[href$='/accounts/statements']");
      await().until(() -> browser.text("h1").equals("Statements of receipts"));
      browser.click("nav.pages a[href$='/accounts/payouts']");
      await().until(() -> browser.text("h1").equals("Payouts"));
      assertThat(browser.count("form[data-payout]")).as("an auditor only reads").isZero();
      assertThat(browser.complaints()).isEmpty();
    }
  }

  private String pages() {
    return "/organisations/" + till.organisation() + "/accounts";
  }

  private HttpResponse<String> get(String path, String language) {
    return service.send(
        service.request(path, service.upToDate(token)).header("Accept-Language", language));
  }
}

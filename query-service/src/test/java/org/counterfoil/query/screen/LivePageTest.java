package org.counterfoil.query.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.counterfoil.domain.access.Role;
import org.counterfoil.domain.heldback.HeldBackCommand.SetHoldCode;
import org.counterfoil.domain.heldback.HeldBackId;
import org.counterfoil.domain.heldback.HeldBackPlaces;
import org.counterfoil.domain.heldback.HeldBackReason;
import org.counterfoil.domain.heldback.HoldCode;
import org.counterfoil.query.given.Browser;
import org.counterfoil.query.given.Onsale;
import org.counterfoil.query.given.RunningQueryService;
import org.junit.jupiter.api.Test;

/** Pages in a real browser: figures change without a reload. */
class LivePageTest {

  private final RunningQueryService service = RunningQueryService.shared();

  @Test
  void aSaleChangesThePageWithoutAReload() {
    Onsale given = Onsale.on(service);
    service.get(given.dashboardPath(), given.upToDate());
    try (Browser browser = Browser.open(service, "en")) {
      browser.logIn(service.session(Role.ORGANISER, given.organisation()));
      openWhenLetIn(browser, "/performances/" + given.performance());
      assertThat(browser.text("#sold")).isEqualTo("0");
      await().until(() -> browser.attribute("[data-connection]", "data-state").equals("live"));
      browser.run("window.notReloaded = true");

      given.office().sellSeats(given.performance(), 0, 3);
      given.office().hold(given.performance(), 40, 2);

      await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(
              () -> {
                assertThat(browser.text("#sold")).isEqualTo("3");
                assertThat(browser.text("#held")).isEqualTo("2");
                assertThat(browser.text("#gross")).isEqualTo("€126.00");
                assertThat(browser.text("#breakdowns tfoot")).contains("€126.00");
              });
      assertThat(browser.run("return window.notReloaded")).isEqualTo(true);
      assertThat(browser.count(".curve canvas")).isEqualTo(1);
      assertThat(browser.complaints()).isEmpty();
    }
  }

  @Test
  void whatTheReaderOpenedStaysOpenWhenFiguresChange() {
    Onsale given = Onsale.on(service);
    given.office().sellSeats(given.performance(), 0, 1);
    service.get(given.dashboardPath(), given.upToDate());
    try (Browser browser = Browser.open(service, "en")) {
      browser.logIn(service.session(Role.ORGANISER, given.organisation()));
      openWhenLetIn(browser, "/performances/" + given.performance());
      await().until(() -> browser.attribute("[data-connection]", "data-state").equals("live"));
      browser.click("#days summary");

      given.office().sellSeats(given.performance(), 10, 2);

      await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(() -> assertThat(browser.text("#sold")).isEqualTo("3"));
      await().untilAsserted(() -> assertThat(browser.text("#days tbody")).contains("3"));
      assertThat(browser.count("#days[open]")).isEqualTo(1);
    }
  }

  @Test
  void placesThatStaffKeepOffSaleAreShownWithWhatKeepsThem() {
    Onsale given = Onsale.on(service);
    HeldBackPlaces seats = HeldBackPlaces.ofSeats(List.of(given.office().plan().seat(5).id()));
    given
        .office()
        .decide(
            new SetHoldCode(
                given.performance(),
                new HeldBackId(given.office().id()),
                new HoldCode("HOUSE-1"),
                HeldBackReason.PROTOCOL,
                seats));
    service.get(given.dashboardPath(), given.upToDate());
    try (Browser browser = Browser.open(service, "fr")) {
      browser.logIn(service.session(Role.ORGANISER, given.organisation()));
      openWhenLetIn(browser, "/performances/" + given.performance());

      assertThat(browser.text("[data-figure=heldBack]")).isEqualTo("1");
      assertThat(browser.text("#held-back-scroll tbody"))
          .contains("Servitude HOUSE-1", "Protocole");
      assertThat(browser.complaints()).isEmpty();
    }
  }

  @Test
  void theOrganisationsPageFollowsItsPerformances() {
    Onsale given = Onsale.on(service);
    service.get(given.dashboardPath(), given.upToDate());
    try (Browser browser = Browser.open(service, "fr")) {
      browser.logIn(service.session(Role.ACCOUNTANT, given.organisation()));
      openWhenLetIn(browser, "/organisations/" + given.organisation());
      await().until(() -> browser.attribute("[data-connection]", "data-state").equals("live"));

      given.office().sellSeats(given.performance(), 0, 1);

      String sold = "[data-figure='sold-" + given.performance() + "']";
      await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(() -> assertThat(browser.text(sold)).isEqualTo("1"));
      assertThat(browser.text("#gross")).isEqualTo("42,00\u00a0€");
      assertThat(browser.text("[data-connection]")).isEqualTo("En direct");
      assertThat(browser.complaints()).isEmpty();
    }
  }

  @Test
  void theAdministratorSeesThatRebuiltEqualsLive() {
    Onsale given = Onsale.on(service);
    service.get(given.dashboardPath(), given.upToDate());
    try (Browser browser = Browser.open(service, "en")) {
      browser.logIn(service.session(Role.PLATFORM_ADMIN, null));
      openWhenLetIn(browser, "/operations");
      browser.click("button[hx-post$='/check']");
      await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(
              () -> assertThat(browser.text("#projections")).contains("Rebuilt equals live"));
      assertThat(browser.text("#projections table")).contains("ticket");
      assertThat(browser.complaints()).isEmpty();
    }
  }

  /** A login is an event, too: it takes a moment until the service has heard of it. */
  private static void openWhenLetIn(Browser browser, String path) {
    await()
        .ignoreExceptions()
        .until(
            () -> {
              browser.go(path);
              boolean isIn = browser.count("[data-stream]") == 1;
              if (!isIn) {
                browser.complaints();
              }
              return isIn;
            });
  }
}

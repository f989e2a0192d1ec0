package org.counterfoil.query.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.counterfoil.domain.access.Role;
import org.counterfoil.domain.performance.OnsaleWindow;
import org.counterfoil.domain.performance.PerformanceCommand.SetOnsale;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.waitingroom.DrawHash;
import org.counterfoil.domain.waitingroom.Seed;
import org.counterfoil.domain.waitingroom.WaitingRoomCommand.ChangeRate;
import org.counterfoil.domain.waitingroom.WaitingRoomCommand.CloseLobby;
import org.counterfoil.domain.waitingroom.WaitingRoomCommand.OpenLobby;
import org.counterfoil.domain.waitingroom.WaitingRoomCommand.OpenRoom;
import org.counterfoil.domain.waitingroom.WaitingRoomWish;
import org.counterfoil.query.given.Onsale;
import org.counterfoil.query.given.RunningQueryService;
import org.junit.jupiter.api.Test;

/** What the server renders, in both languages, within the policy that it sends along. */
class PagesTest {

  private final RunningQueryService service = RunningQueryService.shared();

  @Test
  void pagesSpeakTheReadersLanguage() {
    Onsale given = sold();
    String path = "/performances/" + given.performance();

    String french = page(path, given, "fr-FR,fr;q=0.9,en;q=0.5");
    String english = page(path, given, "en");

    assertThat(french)
        .contains("<html lang=\"fr\"")
        .contains("126,00\u00a0€")
        .contains("Par catégorie")
        .contains("samedi 31 octobre 2026, 09:00");
    assertThat(english)
        .contains("<html lang=\"en\"")
        .contains("€126.00")
        .contains("By price zone")
        .contains("Saturday, 31 October 2026, 09:00");
    assertThat(page(path + "?lang=fr", given, "en")).contains("<html lang=\"fr\"");
    assertThat(page(path, given, "tlh, *;q=0")).contains("<html lang=\"en\"");
  }

  @Test
  void aWaitingRoomIsShownWithWhatItCommittedTo() {
    Onsale given = Onsale.on(service);
    PerformanceId id = given.performance();
    String path = "/performances/" + id;
    Seed seed = new Seed("ab".repeat(32));
    DrawHash list = new DrawHash("cd".repeat(32));
    service.get(given.dashboardPath(), given.upToDate());
    assertThat(page(path, given, "en")).doesNotContain(path + "/waiting-room");
    given
        .office()
        .decide(
            new SetOnsale(
                id,
                new OnsaleWindow(null, null),
                List.of(),
                new WaitingRoomWish(null, 5, 600, null)));
    given.office().decide(new OpenLobby(id, seed.hash()));
    given.office().decide(new CloseLobby(id, 81_234, list));
    service.get(given.dashboardPath(), given.upToDate());

    assertThat(page(path, given, "en"))
        .contains("Being drawn", "81,234", seed.hash().value(), list.value())
        .contains("href=\"" + path + "/waiting-room\"")
        .doesNotContain(seed.value());

    given.office().decide(new OpenRoom(id, seed));
    given.office().decide(new ChangeRate(id, 42, 7, 3));
    String json = service.get(given.dashboardPath(), given.upToDate()).body();
    assertThat(json)
        .contains("\"phase\":\"OPEN\"", "\"entrants\":81234", "\"admissionsPerMinute\":42");
    assertThat(page(path, given, "fr"))
        .contains("Ouverte", "81\u202f234", ">42<", "au plus 300", seed.value());
  }

  @Test
  void noPageHasAScriptOrAStyleInIt() {
    Onsale given = sold();
    List<String> pages = new ArrayList<>();
    for (String path :
        List.of(
            "/",
            "/organisations/" + given.organisation(),
            "/performances/" + given.performance(),
            "/performances/" + given.performance() + "/figures",
            "/proof",
            "/nothing/here")) {
      pages.add(page(path, given, "en"));
    }
    HttpResponse<String> operations =
        service.get("/operations", service.upToDate(service.token(Role.PLATFORM_ADMIN, null)));
    assertThat(operations.statusCode()).isEqualTo(200);
    pages.add(operations.body());

    for (String page : pages) {
      assertThat(page)
          .doesNotContainPattern("<script(?![^>]*\\ssrc=)")
          .doesNotContainPattern("<style")
          .doesNotContainPattern("\\sstyle=")
          .doesNotContainPattern("\\son[a-z]+=")
          .doesNotContain("th:")
          .doesNotContain("https://")
          .doesNotContain("??");
    }
    assertThat(operations.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'self'")
        .doesNotContain("unsafe");
  }

  @Test
  void whoIsNotLoggedInIsTold() {
    assertThat(service.get("/").body()).contains("You are not logged in");
    HttpResponse<String> closed = service.get("/operations", "Accept", "text/html");
    assertThat(closed.statusCode()).isEqualTo(401);
    assertThat(closed.body()).contains("Please log in").contains("UNAUTHENTICATED");
  }

  @Test
  void theFirstPageListsWhatMayBeSeen() {
    Onsale given = Onsale.on(service);
    Onsale other = Onsale.on(service);
    service.get(other.dashboardPath(), other.upToDate());

    assertThat(page("/", given, "en"))
        .contains("/organisations/" + given.organisation())
        .doesNotContain("/organisations/" + other.organisation());
  }

  @Test
  void stylesAndScriptsComeFromHere() {
    for (String path :
        List.of(
            "/assets/counterfoil.css",
            "/assets/counterfoil.js",
            "/assets/curve.js",
            "/assets/payout.js",
            "/assets/command.js",
            "/assets/import.js",
            "/assets/csv.js",
            "/assets/import-report.js",
            "/assets/words.js",
            "/assets/icon.svg",
            "/webjars/htmx.org/dist/htmx.min.js",
            "/webjars/uplot/dist/uPlot.iife.min.js",
            "/webjars/uplot/dist/uPlot.min.css")) {
      assertThat(service.get(path).statusCode()).as(path).isEqualTo(200);
    }
  }

  @Test
  void bothLanguagesHaveTheSameTexts() {
    // ResourceBundle would fill gaps from the parent; the files themselves do not.
    Properties english = texts("messages.properties");
    Properties french = texts("messages_fr.properties");

    assertThat(french.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
    assertThat(english).isNotEmpty();
  }

  private static Properties texts(String name) {
    Properties texts = new Properties();
    try (InputStream file = ScreenConfiguration.class.getResourceAsStream(name)) {
      texts.load(new InputStreamReader(file, StandardCharsets.UTF_8));
      return texts;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private Onsale sold() {
    Onsale given = Onsale.on(service);
    given.office().sellSeats(given.performance(), 0, 3);
    service.get(given.dashboardPath(), given.upToDate());
    return given;
  }

  private String page(String path, Onsale given, String language) {
    return service
        .get(
            path,
            "Authorization",
            "Bearer " + given.token(),
            "Accept",
            "text/html",
            "Accept-Language",
            language)
        .body();
  }
}

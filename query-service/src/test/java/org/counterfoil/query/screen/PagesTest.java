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
  void noPageHasAScriptOrAStyleInIt() {
    Onsale given = sold();
    List<String> pages = new ArrayList<>();
    for (String path :
        List.of(
            "/",
            "/organisations/" + given.organisation(),
            "/performances/" + given.performance(),
            "/performances/" + given.performance() + "/figures",
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

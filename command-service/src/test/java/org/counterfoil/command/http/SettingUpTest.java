package org.counterfoil.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.counterfoil.command.http.Api.Answer;
import org.counterfoil.command.seating.PlanFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Organisations, networks, venues, plans, performances and series, tokens: as the contract says.
 */
@ExtendWith(SharedService.class)
class SettingUpTest {

  private final Theatre theatre;

  SettingUpTest(RunningService service) {
    theatre = Theatre.in(service);
  }

  private String plans() {
    return "/venues/" + theatre.venue + "/seating-plans";
  }

  @Test
  void aPlanOfEitherFormatIsAddedAndGivenBack() {
    Answer own =
        theatre.admin().post(plans(), PlanFiles.own(PlanFiles.theatre(1_252))).expecting(201);
    Answer pretix =
        theatre
            .admin()
            .post(plans(), PlanFiles.pretix(PlanFiles.theatre(1_252), true))
            .expecting(201);

    assertThat(own.json().at("/seatCount").asInt()).isEqualTo(1_252);
    assertThat(own.json().at("/version").asInt()).isEqualTo(1);
    assertThat(pretix.json().at("/seatCount").asInt()).isEqualTo(1_252);
    assertThat(pretix.json().at("/version").asInt()).isEqualTo(2);
    Answer document = theatre.buyer().get(own.header("Location").substring(7)).expecting(200);
    assertThat(document.json().at("/sections/0/rows/0/seats")).hasSize(24);
    assertThat(document.header("ETag")).matches("\"[0-9a-f]{64}\"");
  }

  @Test
  void aPlanSentTwiceUnderOneKeyIsAddedOnce() {
    Api admin = theatre.admin().with("Idempotency-Key", "plan-" + theatre.venue);
    Answer first = admin.post(plans(), Theatre.PLAN).expecting(201);
    Answer again = admin.post(plans(), Theatre.PLAN).expecting(201);

    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(admin.post(plans(), Theatre.PLAN.replace("PIT", "POT")).outcome())
        .isEqualTo("422 IDEMPOTENCY_KEY_REUSED");
  }

  @Test
  void everyFaultOfAPlanIsListed() {
    Answer refused =
        theatre
            .admin()
            .post(
                plans(),
                """
                {"name":"P","zones":[{"name":"Z"}],"sections":[{"name":"S","zone":"Y","rows":[
                 {"label":"A","seats":[{"id":"x","label":"1"},{"id":"x","label":2}]}]}],
                 "areas":[{"name":"PIT","zone":"Z","capacity":-1}]}
                """);

    assertThat(refused.outcome()).isEqualTo("400 INVALID_REQUEST");
    assertThat(refused.json().at("/violations")).hasSize(3);
    assertThat(refused.text("/violations/0/field")).isEqualTo("sections[0].rows[0].seats[1].label");
    assertThat(theatre.admin().post(plans(), "no json").outcome()).isEqualTo("400 INVALID_REQUEST");
    assertThat(theatre.admin().with("Content-Type", "text/csv").post(plans(), "a;b").outcome())
        .isEqualTo("415 UNSUPPORTED_MEDIA_TYPE");
  }

  @Test
  void aPlanOfMoreThan32MebibytesIsTooLarge() {
    String blank = "{" + " ".repeat(33 << 20) + "}";

    assertThat(theatre.admin().post(plans(), blank).outcome()).isEqualTo("413 BODY_TOO_LARGE");
    assertThat(
            theatre.admin().stream(
                    "POST",
                    plans(),
                    HttpRequest.BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(blank.getBytes(StandardCharsets.US_ASCII))))
                .outcome())
        .isEqualTo("413 BODY_TOO_LARGE");
  }

  @Test
  void aVenueIsTakenOnceUnlessConfirmed() {
    Instant start = theatre.service.clock().instant().plus(Duration.ofDays(300));
    theatre.schedule(theatre.performanceWish(start.toString(), Theatre.PRICES, "")).expecting(201);
    String overlapping = start.plusSeconds(3_600).toString();

    assertThat(theatre.schedule(theatre.performanceWish(overlapping, Theatre.PRICES, "")).outcome())
        .isEqualTo("409 VENUE_OCCUPIED");
    theatre
        .schedule(theatre.performanceWish(overlapping, Theatre.PRICES, ",\"confirmOverlap\":true"))
        .expecting(201);
  }

  @Test
  void aSeriesIsScheduledWholeOrNotAtAll() {
    Instant start = theatre.service.clock().instant().plus(Duration.ofDays(400));
    String path = "/performances/" + theatre.performance + "/copies";
    long before = theatre.service.log().lastPosition();

    assertThat(
            theatre
                .admin()
                .post(path, series(start, start.plusSeconds(86_400), start.plusSeconds(3_600)))
                .outcome())
        .isEqualTo("409 VENUE_OCCUPIED");
    assertThat(theatre.admin().post(path, "{\"startsAt\":[]}").outcome())
        .isEqualTo("400 INVALID_REQUEST");
    assertThat(
            theatre
                .admin()
                .post(path, series(start, Instant.parse("2001-01-01T00:00:00Z")))
                .outcome())
        .isEqualTo("409 STARTS_IN_THE_PAST");
    assertThat(theatre.service.log().lastPosition()).isEqualTo(before);

    Answer copies =
        theatre.admin().post(path, series(start, start.plusSeconds(86_400))).expecting(201);
    assertThat(copies.json().at("/items")).hasSize(2);
    Answer second =
        theatre
            .buyer()
            .get("/performances/" + copies.text("/items/1/performanceId") + "/offers")
            .expecting(200);
    assertThat(second.text("/startsAt")).isEqualTo(copies.text("/items/1/startsAt"));
    assertThat(second.text("/title")).isEqualTo("Le Cid");
    assertThat(second.json().has("onsale")).isFalse();
    assertThat(second.json().at("/offers/STALLS/0/faceValueMinor").asLong()).isEqualTo(2_500);
  }

  private static String series(Instant... starts) {
    StringBuilder times = new StringBuilder();
    for (Instant start : starts) {
      times.append(times.isEmpty() ? "\"" : ",\"").append(start).append('"');
    }
    return "{\"startsAt\":[" + times + "]}";
  }

  @Test
  void venuesAreUsedByTheirOrganisation_orWithinANetworkWhereShared() {
    Theatre other = Theatre.in(theatre.service);
    String shared =
        theatre
            .admin()
            .post(
                "/venues",
                "{\"organisationId\":\"%s\",\"name\":\"Halle\",\"address\":\"Ici\",\"timeZone\":\"Europe/Paris\",\"sharedWithNetwork\":true}"
                    .formatted(theatre.organisation))
            .expecting(201)
            .text("/venueId");
    String plan =
        theatre
            .admin()
            .post("/venues/" + shared + "/seating-plans", Theatre.PLAN)
            .expecting(201)
            .text("/seatingPlanId");
    String wish =
        "{\"productionId\":\"%s\",\"venueId\":\"%s\",\"seatingPlanId\":\"%s\",\"startsAt\":\"%s\",\"priceList\":%s}"
            .formatted(
                other.production,
                shared,
                plan,
                theatre.service.clock().instant().plus(Duration.ofDays(50)),
                Theatre.PRICES);
    assertThat(theatre.schedule(wish).outcome()).isEqualTo("403 VENUE_NOT_SHARED");
    assertThat(
            theatre
                .schedule(wish.replace(shared, theatre.venue).replace(plan, theatre.plan))
                .outcome())
        .isEqualTo("403 VENUE_NOT_SHARED");

    String network =
        theatre
            .admin()
            .post("/networks", "{\"name\":\"Réseau\"}")
            .expecting(201)
            .text("/networkId");
    for (String member : new String[] {theatre.organisation, other.organisation}) {
      theatre.admin().put("/networks/" + network + "/organisations/" + member, "{}").expecting(204);
      theatre.admin().put("/networks/" + network + "/organisations/" + member, "{}").expecting(204);
    }

    theatre.schedule(wish).expecting(201);
    assertThat(
            theatre
                .schedule(wish.replace(shared, theatre.venue).replace(plan, theatre.plan))
                .outcome())
        .isEqualTo("403 VENUE_NOT_SHARED");
    assertThat(
            theatre
                .admin()
                .put(
                    "/networks/00000000-0000-7000-8000-000000000000/organisations/"
                        + other.organisation,
                    "{}")
                .outcome())
        .isEqualTo("404 UNKNOWN_NETWORK");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"STALLS":[]}                                                         | 400 ZONE_WITHOUT_PRICE
          {"NOWHERE":[{"priceType":"FULL","name":"N","faceValueMinor":1,"taxRate":"5.5"}]} | 400 UNKNOWN_ZONE
          {"STALLS":[{"priceType":"full","name":"N","faceValueMinor":1,"taxRate":"5.5"}]} | 400 INVALID_REQUEST
          {"STALLS":[{"priceType":"FULL","name":"N","faceValueMinor":1,"taxRate":"100"}]} | 400 INVALID_REQUEST
          {"STALLS":[{"priceType":"FULL","name":"N","faceValueMinor":1.5,"taxRate":"5.5"}]} | 400 INVALID_REQUEST
          {"STALLS":[{"priceType":"FULL","name":"N","faceValueMinor":-1,"taxRate":"5.5"}]} | 400 INVALID_PRICE
          {"STALLS":[{"priceType":"FULL","name":"N","faceValueMinor":1,"taxRate":"5.5","quota":9}]} | 400 NOT_YET_OFFERED
          {"STALLS":[{"priceType":"FULL","name":"N","faceValueMinor":1,"taxRate":"5.5","proof":"CARD"}]} | 400 NOT_YET_OFFERED
          {"STALLS":[{"priceType":"FULL","name":"a@b.example","faceValueMinor":1,"taxRate":"5.5"}]} | 400 INVALID_REQUEST
          """)
  void pricesThatMakeNoSenseAreRefused(String prices, String outcome) {
    String start = theatre.service.clock().instant().plus(Duration.ofDays(500)).toString();

    assertThat(theatre.schedule(theatre.performanceWish(start, prices, "")).outcome())
        .isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"waitingRoom":{"enabled":true}}                       | 400 NOT_YET_OFFERED
          {"presale":{"codes":["A"]}}                            | 400 NOT_YET_OFFERED
          {"opensAt":"2030-01-02T00:00:00Z","closesAt":"2030-01-01T00:00:00Z"} | 400 CLOSES_BEFORE_OPENING
          {"opensAt":"tomorrow"}                                 | 400 INVALID_REQUEST
          {"opensAt":"+999999999-01-01T00:00:00Z"}               | 400 TIME_OUT_OF_RANGE
          {"waitingRoom":{"enabled":false}}                      | 202
          {"channels":[{"channel":"WEB","closesAt":"2030-01-01T00:00:00Z"}]} | 202
          """)
  void saleWindowsAreSetOrRefused(String body, String outcome) {
    assertThat(
            theatre
                .admin()
                .post("/performances/" + theatre.performance + "/onsale", body)
                .outcome())
        .isEqualTo(outcome);
  }

  @Test
  void aTokenIsListedWithoutItsSecret_worksUntilRevoked_andOnlyInItsOrganisation() {
    String path = "/organisations/" + theatre.organisation + "/api-tokens";
    Answer issued =
        theatre.admin().post(path, "{\"role\":\"ORGANISER\",\"label\":\"Script\"}").expecting(201);
    Api script = Api.of(theatre.service).as(issued.text("/token"));
    script.get("/organisations/" + theatre.organisation).expecting(200);

    Answer listed = theatre.admin().get(path).expecting(200);
    assertThat(listed.body())
        .contains(issued.text("/tokenId"))
        .doesNotContain(issued.text("/token"));
    assertThat(listed.header("Counterfoil-Position")).matches("[0-9]+");
    Answer page = theatre.admin().get(path + "?limit=1").expecting(200);
    assertThat(
            theatre
                .admin()
                .get(path + "?limit=1&cursor=" + page.text("/nextCursor"))
                .expecting(200)
                .text("/items/0/tokenId"))
        .isEqualTo(issued.text("/tokenId"));

    theatre.admin().delete(path + "/" + issued.text("/tokenId")).expecting(204);
    theatre.admin().delete(path + "/" + issued.text("/tokenId")).expecting(204);
    assertThat(script.get("/organisations/" + theatre.organisation).outcome())
        .isEqualTo("401 UNAUTHENTICATED");
    Theatre other = Theatre.in(theatre.service);
    assertThat(
            theatre
                .admin()
                .delete(
                    "/organisations/"
                        + other.organisation
                        + "/api-tokens/"
                        + issued.text("/tokenId"))
                .outcome())
        .isEqualTo("404 UNKNOWN_API_TOKEN");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"role":"PLATFORM_ADMIN","label":"L"}                              | 400 ROLE_NOT_GRANTABLE
          {"role":"AUDITOR","label":"L"}                                     | 400 END_DATE_REQUIRED
          {"role":"AUDITOR","label":"L","validUntil":"2001-01-01T00:00:00Z"} | 400 END_DATE_PASSED
          {"role":"KING","label":"L"}                                        | 400 INVALID_REQUEST
          {"role":"ADMIN","label":"me@here.example"}                         | 400 INVALID_REQUEST
          {"role":"ADMIN"}                                                   | 400 INVALID_REQUEST
          """)
  void tokensThatMakeNoSenseAreRefused(String body, String outcome) {
    assertThat(
            theatre
                .admin()
                .post("/organisations/" + theatre.organisation + "/api-tokens", body)
                .outcome())
        .isEqualTo(outcome);
  }

  @Test
  void aLoginLinkLetsAPersonInOnce() {
    Answer link =
        theatre
            .admin()
            .post(
                "/organisations/" + theatre.organisation + "/login-links",
                "{\"role\":\"BOX_OFFICE\"}")
            .expecting(201);
    Api browser = Api.of(theatre.service).with("Sec-Fetch-Site", "same-origin");
    String path = "/" + link.text("/loginLink");

    assertThat(browser.get(path).expecting(200).body()).contains("<form method=\"post\">");
    Answer in = browser.post(path, null).expecting(303);
    String cookie = in.header("Set-Cookie").split(";")[0];
    Api person = browser.with("Cookie", cookie);
    person
        .post("/performances/" + theatre.performance + "/holds", Theatre.seats("ORCH-A-1"))
        .expecting(201);
    person.get("/organisations/" + theatre.organisation).expecting(200);

    assertThat(browser.post(path, null).outcome()).isEqualTo("410 LOGIN_LINK_USED");
    assertThat(browser.get("//login/forged").outcome()).isEqualTo("404 UNKNOWN_LOGIN_LINK");
    person.post("//logout", null).expecting(303);
    assertThat(person.get("/organisations/" + theatre.organisation).outcome())
        .isEqualTo("401 UNAUTHENTICATED");
  }

  @Test
  void theContactOfADataProtectionOfficerWaitsForTheVault() {
    assertThat(
            theatre
                .admin()
                .post(
                    "/organisations",
                    """
                    {"name":"A","legalName":"A","country":"FR","currency":"EUR",
                     "timeZone":"Europe/Paris","dpoContact":"dpo@a.example"}
                    """)
                .outcome())
        .isEqualTo("400 PERSONAL_DATA_NOT_TAKEN");
  }

  @Test
  void seasonsHoldProductionsOfTheirOrganisationOnly() {
    String season =
        theatre
            .admin()
            .post(
                "/seasons",
                "{\"organisationId\":\"%s\",\"title\":\"2026/27\"}".formatted(theatre.organisation))
            .expecting(201)
            .text("/seasonId");
    String wish = "{\"organisationId\":\"%s\",\"title\":\"Phèdre\",\"seasonId\":\"%s\"}";
    Answer production =
        theatre
            .admin()
            .post("/productions", wish.formatted(theatre.organisation, season))
            .expecting(201);
    assertThat(
            theatre
                .buyer()
                .get("/productions/" + production.text("/productionId"))
                .expecting(200)
                .text("/title"))
        .isEqualTo("Phèdre");
    Theatre other = Theatre.in(theatre.service);

    assertThat(
            theatre
                .admin()
                .post("/productions", wish.formatted(other.organisation, season))
                .outcome())
        .isEqualTo("404 UNKNOWN_SEASON");
  }
}

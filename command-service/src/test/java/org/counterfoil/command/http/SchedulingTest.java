package org.counterfoil.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.counterfoil.command.http.Api.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Productions, performances, series, prices and sale windows; who may use which venue. */
@ExtendWith(SharedService.class)
class SchedulingTest {

  private final Theatre theatre;

  SchedulingTest(RunningService service) {
    theatre = Theatre.in(service);
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
          {"STALLS":[{"priceType":"FULL","name":"N","faceValueMinor":1,"taxRate":"5.5","quota":1.5}]} | 400 INVALID_REQUEST
          {"STALLS":[{"priceType":"FULL","name":"N","faceValueMinor":1,"taxRate":"5.5","proof":"CARD"}]} | 400 INVALID_REQUEST
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
          {"waitingRoom":{"admissionsPerSecond":0}}              | 400 INVALID_WAITING_ROOM
          {"waitingRoom":{"lobbyOpensAt":"+1000000000-12-31T23:59:59Z"}} | 400 INVALID_WAITING_ROOM
          {"presale":{"codes":["A"]}}                            | 400 INVALID_PRESALE
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
  void performancesShareTheCurrencyOfTheirOrganisation() {
    String start = theatre.service.clock().instant().plus(Duration.ofDays(501)).toString();
    String prices = "/performances/" + theatre.performance + "/price-list";

    Answer refused =
        theatre.schedule(theatre.performanceWish(start, Theatre.PRICES, ",\"currency\":\"CHF\""));

    assertThat(refused.outcome()).isEqualTo("400 WRONG_CURRENCY");
    assertThat(refused.text("/violations/0/field")).isEqualTo("currency");
    assertThat(
            theatre
                .admin()
                .post(prices, "{\"currency\":\"CHF\",\"priceList\":" + Theatre.PRICES + "}")
                .outcome())
        .isEqualTo("400 WRONG_CURRENCY");
    theatre
        .schedule(theatre.performanceWish(start, Theatre.PRICES, ",\"currency\":\"EUR\""))
        .expecting(201);
    Answer changed =
        theatre
            .admin()
            .post(prices, "{\"currency\":\"EUR\",\"priceList\":" + Theatre.PRICES + "}")
            .expecting(200);
    assertThat(changed.json().at("/version").asInt()).isEqualTo(2);
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

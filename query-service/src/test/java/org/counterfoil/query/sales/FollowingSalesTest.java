package org.counterfoil.query.sales;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.counterfoil.domain.access.Role;
import org.counterfoil.query.given.House;
import org.counterfoil.query.given.Onsale;
import org.counterfoil.query.given.RunningQueryService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The contract's "Following sales", over HTTP. */
class FollowingSalesTest {

  private final RunningQueryService service = RunningQueryService.shared();
  private Onsale given;

  @BeforeEach
  void onsale() {
    given = Onsale.on(service);
  }

  @Test
  void dashboardOfAPerformanceTellsWhatWasSold() {
    given.office().sellSeats(given.performance(), 0, 3);
    given.office().hold(given.performance(), 20, 2);

    HttpResponse<String> response = service.get(given.dashboardPath(), given.upToDate());

    JsonNode body = RunningQueryService.json(response);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(body.get("performanceId").asString()).isEqualTo(given.performance().toString());
    assertThat(body.get("currency").asString()).isEqualTo("EUR");
    assertThat(body.get("capacity").asLong()).isEqualTo(128);
    assertThat(body.get("sold").asLong()).isEqualTo(3);
    assertThat(body.get("held").asLong()).isEqualTo(2);
    assertThat(body.get("available").asLong()).isEqualTo(123);
    assertThat(body.get("heldBack").asLong()).isZero();
    assertThat(body.get("comps").asLong()).isZero();
    assertThat(body.get("grossMinor").asLong()).isEqualTo(12_600);
    // 4200 at 5.5 % is 3981 net, three times.
    assertThat(body.get("netMinor").asLong()).isEqualTo(3 * 3_981);
    assertThat(body.get("taxMinor").asLong()).isEqualTo(3 * 219);
    assertThat(body.at("/byZone/0/zone").asString()).isEqualTo("STALLS");
    assertThat(body.at("/byZone/0/sold").asLong()).isEqualTo(3);
    assertThat(body.at("/byPriceType/0/priceType").asString()).isEqualTo("FULL");
    assertThat(body.at("/byChannel/0/channel").asString()).isEqualTo("WEB");
    assertThat(body.at("/byTaxRate/0/taxRate").asString()).isEqualTo("5.5");
    assertThat(body.at("/curve/0/at").asString()).isEqualTo("2026-10-01T08:00:00Z");
    assertThat(body.at("/curve/0/sold").asLong()).isEqualTo(3);
    assertThat(body.at("/curve/0/grossMinor").asLong()).isEqualTo(12_600);
    assertThat(body.get("position").asLong()).isGreaterThanOrEqualTo(service.log().last());
    assertThat(Instant.parse(body.get("asOf").asString())).isEqualTo(Onsale.START);
    assertThat(response.headers().firstValue("Counterfoil-Position"))
        .hasValue(body.get("position").asString());
  }

  @Test
  void dashboardOfAnOrganisationAddsItsPerformancesUp() {
    var other =
        given
            .office()
            .performance(
                given.organisation(),
                given.venue(),
                "Le Cid",
                Onsale.START.plus(Duration.ofDays(31)));
    given.office().sellSeats(given.performance(), 0, 2);
    given.office().sellSeats(other, 66, 1);

    JsonNode body =
        RunningQueryService.json(
            service.get(
                "/api/v1/dashboards/organisations/" + given.organisation(), given.upToDate()));

    assertThat(body.get("performances").asInt()).isEqualTo(2);
    assertThat(body.get("capacity").asLong()).isEqualTo(256);
    assertThat(body.get("sold").asLong()).isEqualTo(3);
    assertThat(body.get("grossMinor").asLong()).isEqualTo(2 * 4_200 + 2_800);
    assertThat(body.at("/byZone").size()).isEqualTo(3);
  }

  @Test
  void whatIsForTrainingIsInNoTotalAndInNoOtherList() {
    var training =
        given
            .office()
            .training(
                given.organisation(),
                given.venue(),
                "Répétition",
                Onsale.START.plus(Duration.ofDays(30)));
    given.office().sellSeats(given.performance(), 0, 2);
    given.office().sellSeats(training, 0, 5);
    String organisation = "/api/v1/organisations/" + given.organisation();

    for (String asOf : List.of("", "?asOf=" + service.log().last())) {
      JsonNode all =
          RunningQueryService.json(
              service.get(
                  "/api/v1/dashboards/organisations/" + given.organisation() + asOf,
                  given.upToDate()));
      assertThat(all.get("performances").asInt()).isEqualTo(1);
      assertThat(all.get("sold").asLong()).isEqualTo(2);
      assertThat(all.get("capacity").asLong()).isEqualTo(128);
    }
    JsonNode list =
        RunningQueryService.json(service.get(organisation + "/performances", given.upToDate()));
    assertThat(list.at("/items").size()).isEqualTo(1);
    JsonNode apart =
        RunningQueryService.json(
            service.get(organisation + "/performances?training=true", given.upToDate()));
    assertThat(apart.at("/items/0/performanceId").asString()).isEqualTo(training.toString());
    assertThat(apart.at("/items/0/isTraining").asBoolean()).isTrue();
    assertThat(apart.at("/items/0/sold").asLong()).as("it has its own figures").isEqualTo(5);
    String page = service.get("/organisations/" + given.organisation(), given.upToDate()).body();
    assertThat(page).contains("Rehearsals").contains("/performances/" + training);
  }

  @Test
  void pastStatesAreAnsweredByPositionAndByTime() {
    given.office().sellSeats(given.performance(), 0, 1);
    long afterTheFirst = service.log().last();
    Instant then = given.office().now();
    given.office().advance(Duration.ofHours(1));
    given.office().sellSeats(given.performance(), 1, 1);

    assertThat(soldAsOf(Long.toString(afterTheFirst))).isEqualTo(1);
    assertThat(soldAsOf(then.toString())).isEqualTo(1);
    assertThat(soldAsOf(given.office().now().toString())).isEqualTo(2);
    assertThat(asOf("yesterday").statusCode()).isEqualTo(400);
    assertThat(asOf("2126-01-01T00:00:00Z").statusCode()).isEqualTo(400);
    assertThat(asOf("0").statusCode()).as("before it was scheduled").isEqualTo(404);
  }

  private HttpResponse<String> asOf(String text) {
    return service.get(given.dashboardPath() + "?asOf=" + text, given.upToDate());
  }

  private long soldAsOf(String text) {
    return RunningQueryService.json(asOf(text)).get("sold").asLong();
  }

  @Test
  void availabilityTellsEverySeatToEverybody() {
    given.office().sellSeats(given.performance(), 1, 1);
    given.office().hold(given.performance(), 5, 1);
    String path = "/api/v1/performances/" + given.performance() + "/availability";

    HttpResponse<String> response =
        service.get(path, "Counterfoil-Min-Position", Long.toString(service.log().last()));

    JsonNode body = RunningQueryService.json(response);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(body.get("seatOrder").asString()).hasSize(64);
    byte[] seats = Base64.getDecoder().decode(body.get("seats").asString());
    assertThat(seats).hasSize(22);
    assertThat(seats[0]).as("free, sold, free, free").isEqualTo((byte) 0b00_10_00_00);
    assertThat(seats[1]).as("free, held, free, free").isEqualTo((byte) 0b00_01_00_00);
    assertThat(body.at("/zones/0/available").asLong()).isEqualTo(64);
    assertThat(body.at("/areas/0/area").asString()).isEqualTo(House.PIT);

    String tag = response.headers().firstValue("ETag").orElseThrow();
    HttpResponse<String> again = service.get(path, "If-None-Match", tag);
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.headers().firstValue("Counterfoil-Position")).isPresent();

    given.office().hold(given.performance(), 6, 1);
    HttpResponse<String> changed =
        service.get(
            path,
            "If-None-Match",
            tag,
            "Counterfoil-Min-Position",
            Long.toString(service.log().last()));
    assertThat(changed.statusCode()).isEqualTo(200);
    String now = RunningQueryService.json(changed).get("seats").asString();
    assertThat(Base64.getDecoder().decode(now)[1])
        .as("free, held, held, free: what was answered before is not kept for longer")
        .isEqualTo((byte) 0b00_01_01_00);
  }

  @Test
  void listsComeInPages() {
    for (int day = 1; day <= 4; day++) {
      given
          .office()
          .performance(
              given.organisation(),
              given.venue(),
              "Night " + day,
              Onsale.START.plus(Duration.ofDays(40 + day)));
    }
    String path = "/api/v1/organisations/" + given.organisation() + "/performances?limit=2";
    List<String> titles = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = RunningQueryService.json(service.get(path + cursor, given.upToDate()));
      assertThat(page.get("items").size()).isLessThanOrEqualTo(2);
      page.get("items").forEach(item -> titles.add(item.get("title").asString()));
      cursor =
          page.get("nextCursor").isNull() ? "" : "&cursor=" + page.get("nextCursor").asString();
    } while (!cursor.isEmpty());

    assertThat(titles).containsExactly("Phèdre", "Night 1", "Night 2", "Night 3", "Night 4");
    JsonNode productions =
        RunningQueryService.json(
            service.get(
                "/api/v1/organisations/" + given.organisation() + "/productions",
                given.upToDate()));
    assertThat(productions.get("items").size()).isEqualTo(5);
    JsonNode venues =
        RunningQueryService.json(
            service.get(
                "/api/v1/organisations/" + given.organisation() + "/venues", given.upToDate()));
    assertThat(venues.at("/items/0/seatingPlans/0/seatCount").asInt()).isEqualTo(88);
  }

  @Test
  void whatIsUnknownIs404AndWhatIsNotReachedIs503() {
    HttpResponse<String> unknown =
        service.get("/api/v1/performances/00000000-0000-7000-8000-000000000000/availability");
    assertThat(unknown.statusCode()).isEqualTo(404);
    assertThat(RunningQueryService.json(unknown).get("code").asString())
        .isEqualTo("UNKNOWN_PERFORMANCE");

    HttpResponse<String> early =
        service.get(
            given.dashboardPath(),
            "Authorization",
            "Bearer " + given.token(),
            "Counterfoil-Min-Position",
            "999999999");
    assertThat(early.statusCode()).isEqualTo(503);
    assertThat(early.headers().firstValue("Retry-After")).isPresent();
    assertThat(RunningQueryService.json(early).get("code").asString())
        .isEqualTo("POSITION_NOT_REACHED");
  }

  @Test
  void anotherOrganisationSeesNothing() {
    Onsale other = Onsale.on(service);
    String stranger = service.token(Role.ADMIN, other.organisation());

    assertThat(service.get(given.dashboardPath(), service.upToDate(stranger)).statusCode())
        .isEqualTo(403);
    assertThat(service.get(given.dashboardPath()).statusCode()).isEqualTo(401);
  }
}

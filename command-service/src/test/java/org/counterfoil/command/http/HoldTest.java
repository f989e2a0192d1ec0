package org.counterfoil.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.counterfoil.command.http.Api.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds: placed, looked at, extended, given back; and every way in which they are refused. */
@ExtendWith(SharedService.class)
class HoldTest {

  private final Theatre theatre;

  HoldTest(RunningService service) {
    theatre = Theatre.in(service);
  }

  private String path() {
    return "/performances/" + theatre.performance + "/holds";
  }

  private Api holder(Answer hold) {
    return theatre.buyer().with("Hold-Secret", hold.text("/holdSecret"));
  }

  @Test
  void twoHundredAtOnceForOneSeat_oneGetsIt_theOthersAreToldSo() throws Exception {
    List<Answer> answers = Parallel.run(200, () -> theatre.hold(theatre.buyer(), "ORCH-A-1"));

    assertThat(
            answers.stream().collect(Collectors.groupingBy(Answer::outcome, Collectors.counting())))
        .containsEntry("201", 1L)
        .containsEntry("409 SEAT_ALREADY_HELD", 199L)
        .hasSize(2);
  }

  @Test
  void aHoldIsSeenWithItsSecret_extendedOnce_andGivenBackTwice() {
    Answer hold = theatre.hold(theatre.buyer(), "ORCH-A-1", "BALC-A-3").expecting(201);
    String id = hold.text("/holdId");

    Answer seen = holder(hold).get("/holds/" + id).expecting(200);
    assertThat(seen.text("/state")).isEqualTo("PLACED");
    assertThat(seen.text("/performanceId")).isEqualTo(theatre.performance);
    assertThat(seen.json().at("/seats")).isEqualTo(hold.json().at("/seats"));
    assertThat(seen.header("Counterfoil-Position")).isEqualTo(hold.header("Counterfoil-Position"));

    Answer extended = holder(hold).post("/holds/" + id + "/extension", null).expecting(200);
    assertThat(extended.text("/expiresAt")).isGreaterThan(hold.text("/expiresAt"));
    assertThat(holder(hold).post("/holds/" + id + "/extension", null).outcome())
        .isEqualTo("409 HOLD_EXTENDED_ALREADY");

    holder(hold).delete("/holds/" + id).expecting(204);
    holder(hold).delete("/holds/" + id).expecting(204);
    assertThat(holder(hold).get("/holds/" + id).text("/state")).isEqualTo("RELEASED");
    assertThat(holder(hold).get("/holds/" + id).json().at("/seats")).hasSize(2);
    theatre.hold(theatre.buyer(), "ORCH-A-1").expecting(201);
  }

  @Test
  void placesInAnAreaAreHeldByCount() {
    Answer hold = theatre.buyer().post(path(), "{\"area\":\"PIT\",\"quantity\":7}").expecting(201);
    assertThat(hold.text("/areas/0/area")).isEqualTo("PIT");
    assertThat(hold.json().at("/areas/0/quantity").asInt()).isEqualTo(7);
    assertThat(hold.json().at("/offers/FLOOR/0/faceValueMinor").asLong()).isEqualTo(3_000);

    assertThat(theatre.staff().post(path(), "{\"area\":\"PIT\",\"quantity\":44}").outcome())
        .isEqualTo("409 NOT_ENOUGH_SEATS");
    theatre.staff().post(path(), "{\"area\":\"PIT\",\"quantity\":43}").expecting(201);
  }

  @Test
  void aFreePriceIsOfferedToStaffOnly() {
    Answer hold = theatre.hold(theatre.buyer(), "ORCH-A-1").expecting(201);

    assertThat(hold.json().at("/offers/STALLS")).hasSize(1);
    assertThat(hold.text("/offers/STALLS/0/priceType")).isEqualTo("FULL");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"seats":["ORCH-Z-1"]}                      | 404 UNKNOWN_SEAT
          {"area":"NOWHERE","quantity":1}             | 404 UNKNOWN_AREA
          {"seats":[]}                                | 400 NOTHING_ASKED
          {}                                          | 400 NOTHING_ASKED
          {"seats":["ORCH-A-1","ORCH-A-1"]}           | 400 SEAT_REPEATED
          {"area":"PIT","quantity":0}                 | 400 NOTHING_ASKED
          {"area":"PIT","quantity":-1}                | 400 NOTHING_ASKED
          {"area":"PIT"}                              | 400 INVALID_REQUEST
          {"quantity":1}                              | 400 INVALID_REQUEST
          {"area":"PIT","quantity":11}                | 409 HOLD_LIMIT_REACHED
          {"bestAvailable":{"zone":"NOWHERE","quantity":2}} | 404 UNKNOWN_ZONE
          {"bestAvailable":{"zone":"STALLS","quantity":0}} | 400 NOTHING_ASKED
          {"bestAvailable":{"zone":"STALLS","quantity":1,"accessible":{"wheelchairs":2}}} | 400 NOTHING_ASKED
          {"bestAvailable":{"zone":"STALLS","quantity":11}} | 409 HOLD_LIMIT_REACHED
          {"bestAvailable":{"zone":"STALLS","quantity":1,"accessible":{"wheelchairs":1}}} | 409 NOT_ENOUGH_SEATS
          {"bestAvailable":{"quantity":1}}            | 400 INVALID_REQUEST
          {"seats":["ORCH-A-1"],"bestAvailable":{"zone":"STALLS","quantity":1}} | 400 INVALID_REQUEST
          {"seats":["ORCH-A-1"],"presaleCode":"?"}    | 400 INVALID_REQUEST
          {"seats":["ORCH-A-1"],"buyerKey":"X"}       | 403 BUYER_KEY_NOT_ALLOWED
          {"seats":["ORCH-A-1"],"buyerKey":" "}       | 400 INVALID_REQUEST
          {"seats":["ORCH-A-1"],"channel":"COUNTER"}  | 403 CHANNEL_NOT_ALLOWED
          {"seats":["ORCH-A-1"],"colour":"red"}       | 400 INVALID_REQUEST
          {"seats":"ORCH-A-1"}                        | 400 INVALID_REQUEST
          {"seats":[null]}                            | 400 INVALID_REQUEST
          {"seats":                                   | 400 MALFORMED_REQUEST
          """)
  void whatBuyersMayNotAskIsRefusedClearly(String body, String outcome) {
    assertThat(theatre.buyer().post(path(), body).outcome()).isEqualTo(outcome);
  }

  @Test
  void everythingElseThatIsRefused() {
    Api buyer = theatre.buyer();
    assertThat(buyer.with("Admission-Token", "x").post(path(), Theatre.seats("ORCH-A-1")).outcome())
        .isEqualTo("403 ADMISSION_INVALID");
    assertThat(
            buyer
                .post(
                    "/performances/00000000-0000-7000-8000-000000000000/holds",
                    Theatre.seats("ORCH-A-1"))
                .outcome())
        .isEqualTo("404 UNKNOWN_PERFORMANCE");
    assertThat(buyer.post("/performances/nonsense/holds", Theatre.seats("ORCH-A-1")).outcome())
        .isEqualTo("400 INVALID_REQUEST");
    assertThat(
            buyer
                .with("Content-Type", "text/plain")
                .post(path(), Theatre.seats("ORCH-A-1"))
                .outcome())
        .isEqualTo("415 UNSUPPORTED_MEDIA_TYPE");
    Answer hold = theatre.hold(buyer, "ORCH-A-2").expecting(201);
    assertThat(buyer.get("/holds/" + hold.text("/holdId")).outcome())
        .isEqualTo("401 UNAUTHENTICATED");
    assertThat(
            buyer.with("Hold-Secret", "guess").delete("/holds/" + hold.text("/holdId")).outcome())
        .isEqualTo("403 ACCESS_DENIED");
    String notOnSale = theatre.schedule().expecting(201).text("/performanceId");
    assertThat(
            buyer
                .post("/performances/" + notOnSale + "/holds", Theatre.seats("ORCH-A-1"))
                .outcome())
        .isEqualTo("409 ONSALE_NOT_OPEN");
    theatre
        .staff()
        .post("/performances/" + notOnSale + "/holds", Theatre.seats("ORCH-A-1"))
        .expecting(201);
  }

  @Test
  void aSoldHoldCannotBeGivenBack() {
    Answer hold = theatre.hold(theatre.staff(), "ORCH-A-1").expecting(201);
    Answer order = theatre.order(theatre.staff(), hold).expecting(201);
    theatre.pay(theatre.staff(), order, "CASH", 2_500).expecting(201);

    assertThat(holder(hold).delete("/holds/" + hold.text("/holdId")).outcome())
        .isEqualTo("409 HOLD_SOLD");
    assertThat(holder(hold).get("/holds/" + hold.text("/holdId")).text("/state")).isEqualTo("SOLD");
    assertThat(theatre.hold(theatre.buyer(), "ORCH-A-1").outcome())
        .isEqualTo("409 SEAT_ALREADY_SOLD");
  }

  @Test
  void staffMayGoOverTheLimit_butNotOverWhatAnEventHolds() {
    String[] twelve =
        IntStream.rangeClosed(1, 12).mapToObj(i -> "BALC-A-" + i).toArray(String[]::new);
    assertThat(theatre.hold(theatre.buyer(), twelve).outcome()).isEqualTo("409 HOLD_LIMIT_REACHED");
    theatre.hold(theatre.staff(), twelve).expecting(201);

    assertThat(theatre.staff().post(path(), "{\"area\":\"PIT\",\"quantity\":1000000}").outcome())
        .isEqualTo("413 BODY_TOO_LARGE");
  }

  /** Names as long as they may be: the estimate MUST NOT be lower than what is written. */
  @Test
  void whatIsTakenAsOneHoldFitsIntoTheEventsOfItsSale() {
    String zone = "é".repeat(200);
    String area = "ï".repeat(200);
    String plan =
        theatre
            .admin()
            .post(
                "/venues/" + theatre.venue + "/seating-plans",
                "{\"name\":\"P\",\"zones\":[{\"name\":\"%s\"}],\"sections\":[],\"areas\":[{\"name\":\"%s\",\"zone\":\"%s\",\"capacity\":5000}]}"
                    .formatted(zone, area, zone))
            .expecting(201)
            .text("/seatingPlanId");
    String prices =
        "{\"%s\":[{\"priceType\":\"%s\",\"name\":\"%s\",\"faceValueMinor\":1000000000,\"taxRate\":\"99.999\"}]}"
            .formatted(zone, "F".repeat(32), "ö".repeat(100));
    String performance =
        theatre
            .schedule(
                theatre
                    .performanceWish("2040-01-01T19:00:00Z", prices, ",\"confirmOverlap\":true")
                    .replace(theatre.plan, plan))
            .expecting(201)
            .text("/performanceId");
    String holds = "/performances/" + performance + "/holds";
    int most = 240_000 / (320 + 200 + 400 + 400);

    assertThat(theatre.staff().post(holds, quantity(area, most + 1)).outcome())
        .isEqualTo("413 BODY_TOO_LARGE");
    Answer hold = theatre.staff().post(holds, quantity(area, most)).expecting(201);
    Answer order =
        theatre
            .staff()
            .post(
                "/orders",
                "{\"holdId\":\"%s\",\"tickets\":[{\"area\":\"%s\",\"quantity\":%d,\"priceType\":\"%s\"}]}"
                    .formatted(hold.text("/holdId"), area, most, "F".repeat(32)))
            .expecting(201);
    Answer paid =
        theatre
            .pay(theatre.staff(), order, "CASH", order.json().at("/totalMinor").asLong())
            .expecting(201);
    assertThat(paid.json().at("/tickets")).hasSize(most);
  }

  private static String quantity(String area, int quantity) {
    return "{\"area\":\"%s\",\"quantity\":%d}".formatted(area, quantity);
  }

  @Test
  void aChannelSellsUnderTheNameOfItsLabelOrTheOneItGives() {
    String partner =
        theatre
            .admin()
            .post(
                "/organisations/" + theatre.organisation + "/api-tokens",
                "{\"role\":\"CHANNEL\",\"label\":\"Office du tourisme\"}")
            .expecting(201)
            .text("/token");
    theatre
        .admin()
        .post(
            "/performances/" + theatre.performance + "/onsale",
            """
            {"opensAt":"2099-01-01T00:00:00Z",
             "channels":[{"channel":"OFFICE_DU_TOURISME"},{"channel":"LATER","opensAt":"2099-01-01T00:00:00Z"}]}
            """)
        .expecting(202);

    theatre.hold(Api.of(theatre.service).as(partner), "ORCH-A-1").expecting(201);
    assertThat(theatre.hold(theatre.buyer(), "ORCH-A-2").outcome())
        .isEqualTo("409 ONSALE_NOT_OPEN");
    assertThat(
            Api.of(theatre.service)
                .as(partner)
                .post(path(), "{\"seats\":[\"ORCH-A-2\"],\"channel\":\"LATER\"}")
                .outcome())
        .isEqualTo("409 ONSALE_NOT_OPEN");
  }
}

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

/** Hold codes, kills and allotments: who may sell what, and how places come back. */
@ExtendWith(SharedService.class)
class HeldBackTest {

  private final Theatre theatre;
  private final Api agent;

  HeldBackTest(RunningService service) {
    theatre = Theatre.in(service);
    agent = Api.of(service).as(theatre.channel("Agent"));
  }

  private String at(String path) {
    return "/performances/" + theatre.performance + path;
  }

  private Answer hold(Api caller, String body) {
    return caller.post(at("/holds"), body);
  }

  private Answer allot(String more) {
    return theatre.admin().post(at("/allotments"), "{\"channel\":\"AGENT\"," + more + "}");
  }

  @Test
  void staffSellFromAHoldCodeByNamingIt_nobodyElseDoes_andItIsGivenBack() {
    String code =
        "{\"code\":\"HOUSE-1\",\"reasonCode\":\"HOUSE\",\"seats\":[\"ORCH-A-1\",\"ORCH-A-2\"]}";
    Answer set = theatre.staff().post(at("/hold-codes"), code).expecting(201);
    assertThat(set.json().at("/seats")).hasSize(2);

    assertThat(theatre.hold(theatre.buyer(), "ORCH-A-1").outcome())
        .isEqualTo("409 SEAT_NOT_FOR_SALE");
    assertThat(theatre.hold(theatre.staff(), "ORCH-A-1").outcome())
        .isEqualTo("409 SEAT_NOT_FOR_SALE");
    assertThat(
            hold(theatre.buyer(), "{\"seats\":[\"ORCH-A-1\"],\"holdCode\":\"HOUSE-1\"}").outcome())
        .isEqualTo("409 SEAT_NOT_FOR_SALE");
    hold(theatre.staff(), "{\"seats\":[\"ORCH-A-1\"],\"holdCode\":\"HOUSE-1\"}").expecting(201);

    assertThat(theatre.staff().get(at("/hold-codes")).text("/items/0/code")).isEqualTo("HOUSE-1");
    theatre.staff().delete(at("/hold-codes/HOUSE-1")).expecting(204);
    theatre.staff().delete(at("/hold-codes/HOUSE-1")).expecting(204);
    assertThat(theatre.staff().get(at("/hold-codes")).json().at("/items")).isEmpty();
    theatre.hold(theatre.buyer(), "ORCH-A-2").expecting(201);
    assertThat(theatre.hold(theatre.buyer(), "ORCH-A-1").outcome())
        .isEqualTo("409 SEAT_ALREADY_HELD");
  }

  @Test
  void nobodySellsAKilledSeatUntilItIsRevived() {
    Answer kill =
        theatre
            .admin()
            .post(at("/kills"), "{\"reasonCode\":\"OBSTRUCTED_VIEW\",\"seats\":[\"BALC-A-1\"]}")
            .expecting(201);

    assertThat(theatre.hold(theatre.staff(), "BALC-A-1").outcome())
        .isEqualTo("409 SEAT_NOT_FOR_SALE");
    assertThat(theatre.admin().get(at("/kills")).text("/items/0/seats/0")).isEqualTo("BALC-A-1");

    theatre.admin().delete(at("/kills/" + kill.text("/heldBackId"))).expecting(204);
    theatre.hold(theatre.buyer(), "BALC-A-1").expecting(201);
  }

  @Test
  void anAllotmentMayReturnEarly_andTwice() {
    Answer made = allot("\"zone\":\"STALLS\",\"quantity\":3").expecting(201);
    assertThat(made.json().at("/seats")).hasSize(3);
    assertThat(made.text("/seats/0")).isEqualTo("ORCH-A-1");

    theatre.admin().delete(at("/allotments/" + made.text("/heldBackId"))).expecting(204);
    theatre.admin().delete(at("/allotments/" + made.text("/heldBackId"))).expecting(204);
    theatre.hold(theatre.buyer(), "ORCH-A-1").expecting(201);
  }

  @Test
  void fortyAtOnceForTenPlacesOfAnAllotment_exactlyTenGetOne() throws Exception {
    allot("\"areas\":[{\"area\":\"PIT\",\"quantity\":10}]").expecting(201);
    hold(theatre.staff(), "{\"area\":\"PIT\",\"quantity\":40}").expecting(201);

    List<Answer> answers = Parallel.run(40, () -> hold(agent, "{\"area\":\"PIT\",\"quantity\":1}"));

    assertThat(
            answers.stream().collect(Collectors.groupingBy(Answer::outcome, Collectors.counting())))
        .containsEntry("201", 10L)
        .containsEntry("409 NOT_ENOUGH_SEATS", 30L)
        .hasSize(2);
  }

  @Test
  void whatIsHeldOrSoldIsNotHeldBack_andTheSeatIsNamed() {
    theatre.hold(theatre.buyer(), "ORCH-A-5").expecting(201);
    Answer held =
        theatre
            .staff()
            .post(
                at("/hold-codes"),
                "{\"code\":\"X\",\"reasonCode\":\"PRESS\",\"seats\":[\"ORCH-A-4\",\"ORCH-A-5\"]}");

    assertThat(held.outcome()).isEqualTo("409 SEAT_ALREADY_HELD");
    assertThat(held.text("/detail")).contains("ORCH-A-5");
    theatre.hold(theatre.buyer(), "ORCH-A-4").expecting(201);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "seats":["ORCH-Z-1"]                        | 404 UNKNOWN_SEAT
          "areas":[{"area":"NOWHERE","quantity":1}]   | 404 UNKNOWN_AREA
          "zone":"NOWHERE","quantity":1               | 404 UNKNOWN_ZONE
          "zone":"STALLS"                             | 400 INVALID_REQUEST
          "zone":"STALLS","quantity":1,"seats":[]     | 400 INVALID_REQUEST
          "zone":"STALLS","quantity":0                | 400 NOTHING_ASKED
          "zone":"STALLS","quantity":21               | 409 NOT_ENOUGH_SEATS
          "zone":"FLOOR","quantity":51                | 409 NOT_ENOUGH_SEATS
          "seats":[]                                  | 400 NOTHING_ASKED
          "seats":["ORCH-A-1","ORCH-A-1"]             | 400 SEAT_REPEATED
          "seats":["ORCH-A-1"],"returnsAt":"2001-01-01T00:00:00Z" | 400 RETURNS_IN_THE_PAST
          "seats":["ORCH-A-1"],"returnsAt":"9999-01-01T00:00:00Z" | 400 TIME_OUT_OF_RANGE
          "seats":["ORCH-A-1"],"cascadesTo":{"channel":"B"} | 400 CASCADE_OUT_OF_ORDER
          "seats":["ORCH-A-1"],"returnsAt":"2099-01-01T00:00:00Z","cascadesTo":{"channel":"AGENT"} | 400 CASCADE_CHANNEL_REPEATED
          """)
  void whatMakesNoSenseIsRefusedClearly(String more, String outcome) {
    assertThat(allot(more).outcome()).isEqualTo(outcome);
  }

  /** What one event cannot tell is refused; the negative control is as many as it can. */
  @Test
  void noMoreSeatsAtOnceThanFitIntoAnEvent() {
    String plan =
        theatre
            .admin()
            .post(
                "/venues/" + theatre.venue + "/seating-plans",
                "{\"name\":\"Arena\",\"zones\":[{\"name\":\"STALLS\"}],\"sections\":[{\"name\":\"ORCH\","
                    + "\"zone\":\"STALLS\",\"rows\":["
                    + IntStream.rangeClosed(1, 100)
                        .mapToObj(
                            row ->
                                "{\"label\":\"%d\",\"seatRange\":{\"from\":1,\"to\":60}}"
                                    .formatted(row))
                        .collect(Collectors.joining(","))
                    + "]}],\"areas\":[]}")
            .expecting(201)
            .text("/seatingPlanId");
    String performance =
        theatre
            .schedule(
                """
                {"productionId":"%s","venueId":"%s","seatingPlanId":"%s","startsAt":"%s",
                 "confirmOverlap":true,"priceList":{"STALLS":[
                   {"priceType":"FULL","name":"N","faceValueMinor":2500,"taxRate":"5.5"}]}}
                """
                    .formatted(
                        theatre.production,
                        theatre.venue,
                        plan,
                        theatre.service.clock().instant().plusSeconds(86_400L * 950)))
            .expecting(201)
            .text("/performanceId");
    String allotments = "/performances/" + performance + "/allotments";
    String wish = "{\"channel\":\"AGENT\",\"zone\":\"STALLS\",\"quantity\":%d}";

    assertThat(theatre.admin().post(allotments, wish.formatted(6_000)).status()).isEqualTo(413);
    theatre.admin().post(allotments, wish.formatted(3_000)).expecting(201);
  }

  @Test
  void unknownOnesAreNotFound() {
    String nobody = "00000000-0000-7000-8000-000000000000";
    assertThat(theatre.admin().delete(at("/hold-codes/NONE")).outcome())
        .isEqualTo("404 UNKNOWN_HOLD_CODE");
    assertThat(theatre.admin().delete(at("/kills/" + nobody)).outcome())
        .isEqualTo("404 UNKNOWN_KILL");
    assertThat(theatre.admin().delete(at("/allotments/" + nobody)).outcome())
        .isEqualTo("404 UNKNOWN_ALLOTMENT");
  }
}

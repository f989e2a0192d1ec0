package org.counterfoil.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.counterfoil.command.http.Api.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Places kept for parties: made, changed, confirmed and given back. */
@ExtendWith(SharedService.class)
class ReservationTest {

  private final Theatre theatre;

  ReservationTest(RunningService service) {
    theatre = Theatre.in(service);
  }

  private String until() {
    return theatre.service.clock().instant().plus(Duration.ofDays(2)).toString();
  }

  private Answer reserve(String places) {
    return theatre
        .staff()
        .post(
            "/reservations",
            "{\"performanceId\":\"%s\",\"optionUntil\":\"%s\",\"reference\":\"SCHOOL-14\",%s}"
                .formatted(theatre.performance, until(), places));
  }

  private Answer change(Answer reservation, String json) {
    return theatre.staff().patch("/reservations/" + reservation.text("/reservationId"), json);
  }

  private Answer look(Answer reservation) {
    return theatre.staff().get("/reservations/" + reservation.text("/reservationId"));
  }

  private Answer fill(int quantity) {
    return theatre
        .staff()
        .post(
            "/performances/" + theatre.performance + "/holds",
            "{\"area\":\"PIT\",\"quantity\":" + quantity + "}");
  }

  @Test
  void aPartyGetsMoreThanABuyerMayHave_andItsQuantityGoesUpAndDown() {
    Answer made = reserve("\"area\":\"PIT\",\"quantity\":30").expecting(201);
    assertThat(made.text("/state")).isEqualTo("OPTION");
    assertThat(made.json().at("/quantity").asInt()).isEqualTo(30);
    assertThat(made.header("Location")).endsWith(made.text("/reservationId"));
    assertThat(look(made).json()).isEqualTo(made.json());

    Answer grown =
        change(
                made,
                """
                {"add":{"seats":["ORCH-A-1"]},"giveBack":{"area":"PIT","quantity":12}}
                """)
            .expecting(200);

    assertThat(grown.json().at("/quantity").asInt()).isEqualTo(19);
    assertThat(grown.text("/optionUntil")).isEqualTo(made.text("/optionUntil"));
    assertThat(grown.text("/reference")).isEqualTo("SCHOOL-14");
    assertThat(fill(33).outcome()).isEqualTo("409 NOT_ENOUGH_SEATS");
    fill(32).expecting(201);
    assertThat(theatre.hold(theatre.buyer(), "ORCH-A-1").outcome())
        .isEqualTo("409 SEAT_ALREADY_HELD");
  }

  @Test
  void anOrderConfirmsIt() {
    Answer made = reserve("\"seats\":[\"ORCH-A-2\",\"ORCH-A-3\"]").expecting(201);
    Answer order =
        theatre
            .staff()
            .post(
                "/orders",
                """
                {"holdId":"%s","tickets":[{"seatId":"ORCH-A-2","priceType":"FULL"},
                 {"seatId":"ORCH-A-3","priceType":"FULL"}]}
                """
                    .formatted(made.text("/holdId")))
            .expecting(201);
    assertThat(look(made).text("/state")).isEqualTo("ORDERED");
    assertThat(order.text("/payBefore")).isEqualTo(made.text("/optionUntil"));
    assertThat(change(made, "{\"giveBack\":{\"seats\":[\"ORCH-A-2\"]}}").outcome())
        .isEqualTo("409 HOLD_ORDERED");

    theatre.pay(theatre.staff(), order, "CASH", 5000).expecting(201);

    assertThat(look(made).text("/state")).isEqualTo("CONFIRMED");
    assertThat(look(made).text("/orderId")).isEqualTo(order.text("/orderId"));
    assertThat(theatre.staff().delete("/reservations/" + made.text("/reservationId")).outcome())
        .isEqualTo("409 HOLD_SOLD");
  }

  private Answer order(Answer reservation, String first, String second) {
    return theatre
        .staff()
        .post(
            "/orders",
            """
            {"holdId":"%s","tickets":[{"seatId":"%s","priceType":"FULL"},
             {"seatId":"%s","priceType":"FULL"}]}
            """
                .formatted(reservation.text("/holdId"), first, second))
        .expecting(201);
  }

  /** A deposit is a part of what its order costs: used up by the rest, or owed back. */
  @Test
  void aDepositIsUsedUpWithTheRest_orGoesBackWithTheOption() {
    Answer kept = reserve("\"seats\":[\"ORCH-B-1\",\"ORCH-B-2\"]").expecting(201);
    Answer given = reserve("\"seats\":[\"ORCH-B-3\",\"ORCH-B-4\"]").expecting(201);
    Answer order = order(kept, "ORCH-B-1", "ORCH-B-2");
    Answer lapsing = order(given, "ORCH-B-3", "ORCH-B-4");

    theatre.pay(theatre.staff(), order, "TRANSFER", 2_000).expecting(201);
    theatre.pay(theatre.staff(), lapsing, "TRANSFER", 2_000).expecting(201);

    assertThat(theatre.look(order).json().at("/outstandingMinor").asLong()).isEqualTo(3_000);
    theatre.pay(theatre.staff(), order, "CASH", 3_000).expecting(201);
    assertThat(theatre.look(order).text("/state")).isEqualTo("COMPLETED");
    theatre.staff().delete("/reservations/" + given.text("/reservationId")).expecting(204);
    Answer lapsed = theatre.look(lapsing);
    assertThat(lapsed.text("/state")).isEqualTo("LAPSED");
    assertThat(lapsed.json().at("/refunds/0/amountMinor").asLong()).isEqualTo(2_000);
    assertThat(lapsed.json().at("/refunds/0/isPaid").asBoolean()).isFalse();
    theatre
        .staff()
        .post(
            "/orders/"
                + lapsing.text("/orderId")
                + "/refunds/"
                + lapsed.text("/refunds/0/refundId")
                + "/payment",
            "{\"method\":\"TRANSFER\"}")
        .expecting(200);
    assertThat(theatre.look(lapsing).json().at("/refunds/0/isPaid").asBoolean()).isTrue();
  }

  @Test
  void givenBack_itsPlacesAreFreeAndItsOrderLapses() {
    Answer made = reserve("\"seats\":[\"ORCH-A-4\"]").expecting(201);
    Answer order =
        theatre
            .staff()
            .post(
                "/orders",
                "{\"holdId\":\"%s\",\"tickets\":[{\"seatId\":\"ORCH-A-4\",\"priceType\":\"FULL\"}]}"
                    .formatted(made.text("/holdId")))
            .expecting(201);
    String path = "/reservations/" + made.text("/reservationId");

    theatre.staff().delete(path).expecting(204);
    theatre.staff().delete(path).expecting(204);

    assertThat(look(made).text("/state")).isEqualTo("RELEASED");
    assertThat(theatre.look(order).text("/state")).isEqualTo("LAPSED");
    assertThat(change(made, "{\"add\":{\"seats\":[\"ORCH-A-5\"]}}").outcome())
        .isEqualTo("410 HOLD_RELEASED");
    theatre.hold(theatre.buyer(), "ORCH-A-4").expecting(201);
  }

  /** Eight at once for the last ten places of the pit: five of them get two each, whole or not. */
  @Test
  void manyChangesAtOnce_noPlaceTwice() throws Exception {
    Answer made = reserve("\"area\":\"PIT\",\"quantity\":40").expecting(201);

    List<Answer> answers =
        Parallel.run(8, () -> change(made, "{\"add\":{\"area\":\"PIT\",\"quantity\":2}}"));

    assertThat(
            answers.stream().collect(Collectors.groupingBy(Answer::outcome, Collectors.counting())))
        .containsEntry("200", 5L)
        .containsEntry("409 NOT_ENOUGH_SEATS", 3L)
        .hasSize(2);
    assertThat(look(made).json().at("/quantity").asInt()).isEqualTo(50);
  }

  /** One event sells them all; the negative control is as many as it has room for. */
  @Test
  void itGrowsNoFurtherThanOneSaleHasRoomFor() {
    String plan =
        theatre
            .admin()
            .post(
                "/venues/" + theatre.venue + "/seating-plans",
                Theatre.PLAN.replace("\"capacity\":50", "\"capacity\":400"))
            .expecting(201)
            .text("/seatingPlanId");
    String performance =
        theatre
            .schedule(
                theatre
                    .performanceWish(
                        theatre.service.clock().instant().plus(Duration.ofDays(960)).toString(),
                        Theatre.PRICES,
                        ",\"confirmOverlap\":true")
                    .replace(theatre.plan, plan))
            .expecting(201)
            .text("/performanceId");
    Answer made =
        theatre
            .staff()
            .post(
                "/reservations",
                "{\"performanceId\":\"%s\",\"optionUntil\":\"%s\",\"area\":\"PIT\",\"quantity\":290}"
                    .formatted(performance, until()))
            .expecting(201);

    assertThat(change(made, "{\"add\":{\"area\":\"PIT\",\"quantity\":11}}").outcome())
        .isEqualTo("409 RESERVATION_TOO_LARGE");
    change(made, "{\"add\":{\"area\":\"PIT\",\"quantity\":10}}").expecting(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                                      | 400 NOTHING_CHANGED
          {"optionUntil":"2001-01-01T00:00:00Z"}                  | 400 OPTION_OUT_OF_RANGE
          {"optionUntil":"2199-01-01T00:00:00Z"}                  | 400 OPTION_OUT_OF_RANGE
          {"giveBack":{"seats":["ORCH-A-7"]}}                     | 409 PLACE_NOT_RESERVED
          {"giveBack":{"area":"PIT","quantity":0}}                | 409 PLACE_NOT_RESERVED
          {"giveBack":{"seats":["ORCH-A-6"]}}                     | 409 NO_PLACE_LEFT
          {"giveBack":{"area":"PIT"}}                             | 400 INVALID_REQUEST
          {"add":{"seats":["NOWHERE-1"]}}                         | 404 UNKNOWN_SEAT
          {"add":{"area":"PIT","quantity":51}}                    | 409 NOT_ENOUGH_SEATS
          {"add":{"seats":["ORCH-A-6"]}}                          | 409 SEAT_ALREADY_HELD
          {"note":"Mme Durand"}                                   | 400 INVALID_REQUEST
          """)
  void aChangeThatMakesNoSenseIsRefused_andChangesNothing(String json, String outcome) {
    Answer made = reserve("\"seats\":[\"ORCH-A-6\"]").expecting(201);

    assertThat(change(made, json).outcome()).isEqualTo(outcome);

    assertThat(look(made).json()).isEqualTo(made.json());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "seats":[]                                        | 400 NOTHING_ASKED
          "seats":["NOWHERE-1"]                             | 404 UNKNOWN_SEAT
          "area":"PIT","quantity":51                        | 409 NOT_ENOUGH_SEATS
          "area":"PIT","quantity":2000                      | 413 BODY_TOO_LARGE
          "seats":["ORCH-A-6"],"buyer":{"email":"a@b.fr"}   | 400 INVALID_REQUEST
          """)
  void whatMakesNoSenseIsRefused(String places, String outcome) {
    assertThat(reserve(places).outcome()).isEqualTo(outcome);
  }

  @Test
  void unknownOnesAreNotFound_andStrangersSeeNothing() {
    String nobody = "/reservations/00000000-0000-7000-8000-000000000000";
    assertThat(theatre.staff().get(nobody).outcome()).isEqualTo("404 UNKNOWN_RESERVATION");
    assertThat(theatre.staff().patch(nobody, "{}").outcome()).isEqualTo("404 UNKNOWN_RESERVATION");
    Answer made = reserve("\"seats\":[\"ORCH-A-8\"]").expecting(201);
    Api stranger = Theatre.in(theatre.service).staff();
    assertThat(stranger.get("/reservations/" + made.text("/reservationId")).status())
        .isEqualTo(403);
  }
}

package org.counterfoil.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.counterfoil.command.http.Api.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Wheelchair and companion places: together, for who asks, and for all once they are released. */
@ExtendWith(SharedService.class)
class AccessiblePlacesTest {

  private static final String PLAN =
      """
      {"name":"Hall","zones":[{"name":"STALLS","rank":1}],
       "sections":[{"name":"ORCH","zone":"STALLS","rows":[
         {"label":"A","seats":[{"label":"1"},{"label":"2"},
           {"label":"3","kind":"WHEELCHAIR"},{"label":"4","kind":"COMPANION"},{"label":"5"}]},
         {"label":"B","seats":[{"label":"1"},{"label":"2"},{"label":"3"},
           {"label":"4","kind":"WHEELCHAIR"},{"label":"5","kind":"COMPANION"}]}]}],
       "areas":[]}
      """;

  private final Theatre theatre;
  private final String performance;

  AccessiblePlacesTest(RunningService service) {
    theatre = Theatre.in(service);
    String plan =
        theatre
            .admin()
            .post("/venues/" + theatre.venue + "/seating-plans", PLAN)
            .expecting(201)
            .text("/seatingPlanId");
    String start = service.clock().instant().plusSeconds(86_400L * 900).toString();
    performance =
        theatre
            .schedule(
                """
                {"productionId":"%s","venueId":"%s","seatingPlanId":"%s","startsAt":"%s",
                 "confirmOverlap":true,"priceList":{"STALLS":[
                   {"priceType":"FULL","name":"Plein tarif","faceValueMinor":2500,"taxRate":"5.5"}]}}
                """
                    .formatted(theatre.production, theatre.venue, plan, start))
            .expecting(201)
            .text("/performanceId");
    theatre.admin().post("/performances/" + performance + "/onsale", "{}").expecting(202);
  }

  private Answer hold(int quantity, String accessible) {
    return theatre
        .buyer()
        .post(
            "/performances/" + performance + "/holds",
            "{\"bestAvailable\":{\"zone\":\"STALLS\",\"quantity\":%d%s}}"
                .formatted(quantity, accessible));
  }

  private static String accessible(int wheelchairs, int companions) {
    return ",\"accessible\":{\"wheelchairs\":%d,\"companions\":%d}"
        .formatted(wheelchairs, companions);
  }

  private static List<String> seats(Answer hold) {
    return hold.expecting(201)
        .json()
        .at("/seats")
        .valueStream()
        .map(seat -> seat.at("/seatId").asString())
        .toList();
  }

  @Test
  void aWheelchairAndACompanionSitTogether_andFriendsBesideThem() {
    assertThat(seats(hold(2, accessible(1, 1)))).containsExactly("ORCH-A-3", "ORCH-A-4");
    assertThat(seats(hold(3, accessible(1, 1))))
        .containsExactly("ORCH-B-3", "ORCH-B-4", "ORCH-B-5");
    assertThat(hold(1, accessible(1, 0)).outcome()).isEqualTo("409 NOT_ENOUGH_SEATS");
  }

  @Test
  void theyStayOutOfTheGeneralChoiceUntilTheyAreReleased() {
    assertThat(seats(hold(6, ""))).hasSize(6).noneMatch(AccessiblePlacesTest::isAccessible);
    assertThat(hold(1, "").outcome()).isEqualTo("409 NOT_ENOUGH_SEATS");

    theatre
        .admin()
        .post("/performances/" + performance + "/accessible-places-release", "{}")
        .expecting(204);

    assertThat(seats(hold(4, ""))).allMatch(AccessiblePlacesTest::isAccessible);
  }

  private static boolean isAccessible(String seat) {
    return List.of("ORCH-A-3", "ORCH-A-4", "ORCH-B-4", "ORCH-B-5").contains(seat);
  }

  @Test
  void whatIsHeldIsSoldAsAnyOtherPlace() {
    Answer hold = hold(2, accessible(1, 1)).expecting(201);
    Answer order = theatre.order(theatre.buyer(), hold).expecting(201);

    assertThat(
            theatre.pay(theatre.staff(), order, "CASH", 5_000).expecting(201).json().at("/tickets"))
        .hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2 | ,"accessible":{"wheelchairs":2,"companions":1} | 400 NOTHING_ASKED
          2 | ,"accessible":{"wheelchairs":-1}               | 400 NOTHING_ASKED
          2 | ,"accessible":{"wheelchairs":"one"}            | 400 INVALID_REQUEST
          2 | ,"accessible":[]                               | 400 INVALID_REQUEST
          """)
  void whatMakesNoSenseIsRefusedClearly(int quantity, String accessible, String outcome) {
    assertThat(hold(quantity, accessible).outcome()).isEqualTo(outcome);
  }
}

package org.counterfoil.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.counterfoil.command.http.Api.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The house chooses, for one and for a herd. */
@ExtendWith(SharedService.class)
class BestAvailableTest {

  private final Theatre theatre;

  BestAvailableTest(RunningService service) {
    theatre = Theatre.in(service);
  }

  private static String best(String zone, int quantity) {
    return "{\"bestAvailable\":{\"zone\":\"%s\",\"quantity\":%d}}".formatted(zone, quantity);
  }

  private Answer hold(Api caller, String performance, String wish) {
    return caller.post("/performances/" + performance + "/holds", wish);
  }

  private static List<String> seats(Answer hold) {
    return hold.json().at("/seats").valueStream().map(s -> s.at("/seatId").asString()).toList();
  }

  @Test
  void theBestRowComesFirst_inItsMiddle() {
    Answer hold = hold(theatre.buyer(), theatre.performance, best("STALLS", 2)).expecting(201);

    assertThat(seats(hold)).containsExactly("ORCH-A-5", "ORCH-A-6");
  }

  @Test
  void aHerdOfPairsSellsTheHouseOut_everySeatOnce() throws Exception {
    List<Answer> answers =
        Parallel.run(30, () -> hold(theatre.buyer(), theatre.performance, best("STALLS", 2)));

    assertThat(
            answers.stream().collect(Collectors.groupingBy(Answer::outcome, Collectors.counting())))
        .containsEntry("201", 10L)
        .containsEntry("409 NOT_ENOUGH_SEATS", 20L)
        .hasSize(2);
    assertThat(
            answers.stream()
                .filter(each -> each.outcome().equals("201"))
                .flatMap(each -> seats(each).stream()))
        .doesNotHaveDuplicates()
        .hasSize(20);
  }

  @Test
  void whereTheHouseAloneChooses_namedSeatsAreForStaff() {
    String start = theatre.service.clock().instant().plusSeconds(86_400L * 700).toString();
    String performance =
        theatre
            .schedule(
                theatre.performanceWish(
                    start, Theatre.PRICES, ",\"rules\":{\"seatChoice\":\"BEST_AVAILABLE_ONLY\"}"))
            .expecting(201)
            .text("/performanceId");
    theatre.admin().post("/performances/" + performance + "/onsale", "{}").expecting(202);

    assertThat(hold(theatre.buyer(), performance, Theatre.seats("ORCH-A-1")).outcome())
        .isEqualTo("409 BEST_AVAILABLE_ONLY");
    hold(theatre.buyer(), performance, best("BALCONY", 3)).expecting(201);
    hold(theatre.staff(), performance, Theatre.seats("ORCH-A-1")).expecting(201);
  }

  @Test
  void aChannelIsGivenItsAllotment_andBuyersAreNot() {
    theatre
        .admin()
        .post(
            "/performances/" + theatre.performance + "/allotments",
            "{\"channel\":\"AGENT\",\"seats\":[\"ORCH-B-1\",\"ORCH-B-2\"]}")
        .expecting(201);
    Api agent = Api.of(theatre.service).as(theatre.channel("Agent"));

    assertThat(seats(hold(agent, theatre.performance, best("STALLS", 2)).expecting(201)))
        .containsExactly("ORCH-B-1", "ORCH-B-2");
    assertThat(seats(hold(agent, theatre.performance, best("STALLS", 2)).expecting(201)))
        .as("what is left is general sale")
        .containsExactly("ORCH-A-5", "ORCH-A-6");
    assertThat(seats(hold(theatre.buyer(), theatre.performance, best("STALLS", 8)).expecting(201)))
        .doesNotContain("ORCH-B-1", "ORCH-B-2");
  }
}

package org.counterfoil.command.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.counterfoil.command.http.Api.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How allotments and options of parties end by themselves, on a clock that is driven. */
class HeldBackTimesTest {

  private static RunningService service;

  private final Theatre theatre;
  private final Api agent;

  @BeforeAll
  static void start() {
    service = RunningService.start();
    service.clock().driveTo(Instant.now().truncatedTo(ChronoUnit.SECONDS));
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  HeldBackTimesTest() {
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

  private String in(Duration time) {
    return service.clock().instant().plus(time).toString();
  }

  @Test
  void anAllotmentIsSoldThroughItsChannelOnly_andReturnsByItselfAtItsTime() {
    allot("\"seats\":[\"ORCH-B-1\",\"ORCH-B-2\"],\"returnsAt\":\"" + in(Duration.ofHours(2)) + "\"")
        .expecting(201);
    assertThat(theatre.hold(theatre.buyer(), "ORCH-B-1").outcome())
        .isEqualTo("409 SEAT_NOT_FOR_SALE");
    theatre.hold(agent, "ORCH-B-2").expecting(201);

    service.clock().advance(Duration.ofHours(2));

    await().until(() -> theatre.hold(theatre.buyer(), "ORCH-B-1").status() == 201);
    assertThat(theatre.admin().get(at("/allotments")).json().at("/items")).isEmpty();
  }

  /** Over a restart, and long after a hold would have been over. */
  @Test
  void anOptionEndsByItself_andItsPlacesAreFreeAgain() {
    Instant end = service.clock().instant().plus(Duration.ofDays(2));
    Answer made =
        theatre
            .staff()
            .post(
                "/reservations",
                "{\"performanceId\":\"%s\",\"seats\":[\"ORCH-B-9\"],\"optionUntil\":\"%s\"}"
                    .formatted(theatre.performance, end))
            .expecting(201);
    String path = "/reservations/" + made.text("/reservationId");

    service.clock().advance(Duration.ofDays(1));
    assertThat(theatre.hold(theatre.buyer(), "ORCH-B-9").outcome())
        .isEqualTo("409 SEAT_ALREADY_HELD");
    service.restart();
    service.clock().driveTo(end.minusSeconds(1));
    assertThat(theatre.staff().get(path).text("/state")).isEqualTo("OPTION");

    service.clock().driveTo(end);

    assertThat(theatre.staff().get(path).text("/state")).isEqualTo("EXPIRED");
    await().until(() -> theatre.hold(theatre.buyer(), "ORCH-B-9").status() == 201);
  }

  @Test
  void anAllotmentThatIsDueAfterARestartStillReturns() {
    allot("\"seats\":[\"ORCH-B-3\"],\"returnsAt\":\"" + in(Duration.ofMinutes(5)) + "\"")
        .expecting(201);
    Instant due = service.clock().instant().plusSeconds(300);

    service.restart();
    service.clock().driveTo(due);

    await().until(() -> theatre.hold(theatre.buyer(), "ORCH-B-3").status() == 201);
  }

  /** The test before, without what looks for allotments at the start. */
  @Test
  void withoutLookingForAllotmentsAtTheStart_itWouldBeForgotten() {
    allot("\"seats\":[\"ORCH-B-3\"],\"returnsAt\":\"" + in(Duration.ofMinutes(5)) + "\"")
        .expecting(201);
    Instant due = service.clock().instant().plusSeconds(300);

    service.restartWithout("openAllotments");
    service.clock().driveTo(due);

    await()
        .during(Duration.ofSeconds(2))
        .atMost(Duration.ofSeconds(4))
        .until(() -> theatre.hold(theatre.buyer(), "ORCH-B-3").status() == 409);
    service.restart();
    service.clock().driveTo(due);
    await().until(() -> theatre.hold(theatre.buyer(), "ORCH-B-3").status() == 201);
  }

  @Test
  void unsoldPlacesCascade_alsoThoseThatAreHeldAtTheTime() {
    allot(
            """
            "seats":["ORCH-B-4"],"areas":[{"area":"PIT","quantity":5}],"returnsAt":"%s",
            "cascadesTo":{"channel":"PARTNER","returnsAt":"%s"}
            """
                .formatted(in(Duration.ofMinutes(10)), in(Duration.ofMinutes(40))))
        .expecting(201);
    service.clock().advance(Duration.ofMinutes(5));
    hold(agent, "{\"area\":\"PIT\",\"quantity\":5}").expecting(201);
    theatre.hold(agent, "ORCH-B-4").expecting(201);

    service.clock().advance(Duration.ofMinutes(5));
    await()
        .until(
            () ->
                theatre.admin().get(at("/allotments")).text("/items/0/channel").equals("PARTNER"));
    service.clock().advance(Duration.ofMinutes(3)); // the agent's holds are over
    await().until(() -> forChannel("PARTNER", "{\"seats\":[\"ORCH-B-4\"]").status() == 201);
    assertThat(theatre.hold(agent, "ORCH-B-4").status()).isEqualTo(409);
    assertThat(hold(theatre.staff(), "{\"area\":\"PIT\",\"quantity\":46}").outcome())
        .isEqualTo("409 NOT_ENOUGH_SEATS");
    forChannel("PARTNER", "{\"area\":\"PIT\",\"quantity\":50").expecting(201);
  }

  private Answer forChannel(String channel, String body) {
    return hold(theatre.staff(), body + ",\"channel\":\"" + channel + "\"}");
  }
}

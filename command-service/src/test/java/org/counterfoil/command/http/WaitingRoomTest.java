package org.counterfoil.command.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import org.counterfoil.command.http.Api.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An onsale with a waiting room, from the announcement to the last admission, over HTTP. */
class WaitingRoomTest {

  private RunningService service;
  private Theatre theatre;
  private Instant opensAt;
  private String room;

  @BeforeEach
  void start() {
    service = RunningService.start();
    service.clock().driveTo(Instant.now().truncatedTo(ChronoUnit.SECONDS));
    theatre = Theatre.in(service);
    opensAt = service.clock().instant().plusSeconds(3_600);
    room = "/performances/" + theatre.performance + "/waiting-room";
  }

  @AfterEach
  void stop() {
    service.close();
  }

  private void announce(String more) {
    theatre
        .admin()
        .post(
            "/performances/" + theatre.performance + "/onsale",
            "{\"opensAt\":\"%s\",\"waitingRoom\":{\"lobbyOpensAt\":\"%s\"%s}}"
                .formatted(opensAt, opensAt.minusSeconds(600), more))
        .expecting(202);
    awaitPhase("ANNOUNCED");
  }

  private void openLobby() {
    service.clock().driveTo(opensAt.minusSeconds(600));
    awaitPhase("LOBBY");
  }

  private void open() {
    service.clock().driveTo(opensAt);
    awaitPhase("OPEN");
    await().until(() -> theatre.admin().get(room).json().at("/placesLeft").asInt() == 90);
  }

  private void awaitPhase(String phase) {
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> assertThat(draw().text("/phase")).isEqualTo(phase));
  }

  private Answer draw() {
    return theatre.buyer().get(room + "/draw");
  }

  private WaitingVisitor visitor(String name) {
    return new WaitingVisitor(service, theatre.performance, name);
  }

  private List<WaitingVisitor> join(String name, int count) {
    return IntStream.range(0, count).mapToObj(i -> visitor(name + i).join()).toList();
  }

  @Test
  void aRoomFromItsAnnouncementToTheHold() {
    announce(",\"admissionsPerSecond\":1");
    assertThat(visitor("early").tryToJoin().outcome()).isEqualTo("409 LOBBY_NOT_OPEN");
    assertThat(visitor("early").tryToJoin().header("Retry-After")).isEqualTo("600");
    assertThat(draw().json().has("seedHash")).isFalse();

    openLobby();
    String seedHash = draw().text("/seedHash");
    assertThat(seedHash).matches("[0-9a-f]{64}");
    List<WaitingVisitor> visitors = join("lobby", 5);
    assertThat(visitors.getFirst().tryToJoin().text("/visitorToken"))
        .as("joining twice is joining once")
        .isEqualTo(visitors.getFirst().token());
    assertThat(visitors).allMatch(each -> each.state().equals("LOBBY"));
    assertThat(visitors.getFirst().me().json().at("/position").isMissingNode()).isTrue();
    assertThat(theatre.hold(theatre.buyer(), "ORCH-A-1").outcome())
        .isEqualTo("409 ONSALE_NOT_OPEN");

    open();
    Answer draw = draw();
    assertThat(draw.text("/seedHash")).isEqualTo(seedHash);
    assertThat(draw.json().at("/entrants").asInt()).isEqualTo(5);
    DrawCheck check = DrawCheck.of(draw.json());
    assertThat(check.faults()).isEmpty();
    WaitingVisitor late = visitor("late").join();
    await().until(() -> late.me().json().at("/position").asInt() == 6);
    assertThat(visitors.stream().map(each -> check.rankOf(each.id)))
        .as("everybody stands where anybody can compute it")
        .containsExactlyElementsOf(visitors.stream().map(WaitingVisitor::position).toList());

    assertThat(theatre.hold(theatre.buyer(), "ORCH-A-1").outcome())
        .isEqualTo("403 ADMISSION_REQUIRED");
    service.clock().advance(Duration.ofSeconds(1));
    WaitingVisitor first =
        visitors.stream().filter(each -> check.rankOf(each.id) == 1).findFirst().orElseThrow();
    await().until(() -> first.state().equals("ADMITTED"));
    assertThat(visitors.stream().filter(each -> each.state().equals("ADMITTED"))).hasSize(1);

    theatre.hold(first.caller(), "ORCH-A-1", "ORCH-A-2").expecting(201);
    await().until(() -> first.me().text("/ended").equals("USED"));
    assertThat(theatre.admin().get(room).json().at("/used").asInt()).isEqualTo(1);
  }
}

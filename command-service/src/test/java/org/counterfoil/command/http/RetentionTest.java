package org.counterfoil.command.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.counterfoil.eventstore.schema.DatabaseRoles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What tells people apart goes when the performance is over: visitors and buyers' keys. */
class RetentionTest {

  private RunningService service;
  private Theatre theatre;

  @BeforeEach
  void start() {
    service = RunningService.start();
    service.clock().driveTo(Instant.now().truncatedTo(ChronoUnit.SECONDS));
    theatre = Theatre.in(service);
  }

  @AfterEach
  void stop() {
    service.close();
  }

  private int count(String table) {
    return JdbcClient.create(service.database().as(DatabaseRoles.OWNER))
        .sql("select count(*) from " + table)
        .query(Integer.class)
        .single();
  }

  @Test
  void visitorsAndKeysAreKeptUntilADayAfterThePerformance_andThenPurged() {
    String room = "/performances/" + theatre.performance + "/waiting-room";
    Instant opensAt = service.clock().instant().plusSeconds(60);
    theatre
        .admin()
        .post(
            "/performances/" + theatre.performance + "/onsale",
            "{\"opensAt\":\"%s\",\"waitingRoom\":{\"lobbyOpensAt\":\"%s\"}}"
                .formatted(opensAt, opensAt.minusSeconds(50)))
        .expecting(202);
    service.clock().driveTo(opensAt.minusSeconds(50));
    awaitPhase(room, "LOBBY");
    WaitingVisitor visitor = new WaitingVisitor(service, theatre.performance, "lobby").join();
    service.clock().driveTo(opensAt);
    awaitPhase(room, "OPEN");
    await()
        .until(
            () -> {
              service.clock().advance(Duration.ofSeconds(1));
              return visitor.state().equals("ADMITTED");
            });
    theatre.hold(visitor.caller(), "ORCH-A-1").expecting(201);

    Instant end = endOfPerformance();
    service.clock().driveTo(end.plus(Duration.ofDays(1)).minusSeconds(1));
    await()
        .during(Duration.ofSeconds(1))
        .until(
            () ->
                count("waiting_room.visitor") == 1
                    && count("waiting_room.admission") == 1
                    && count("buyer.key") == 1);

    service.clock().driveTo(end.plus(Duration.ofDays(1)));
    await()
        .atMost(Duration.ofSeconds(10))
        .until(
            () ->
                count("waiting_room.visitor") == 0
                    && count("waiting_room.admission") == 0
                    && count("buyer.key") == 0);
    awaitPhase(room, "ENDED");
    assertForgotten(room, visitor);
    Instant now = service.clock().instant();
    service.restart();
    service.clock().driveTo(now);
    awaitPhase(room, "ENDED");
    assertForgotten(room, visitor);
  }

  private void assertForgotten(String room, WaitingVisitor visitor) {
    assertThat(theatre.buyer().get(room + "/draw/visitors").outcome())
        .isEqualTo("410 VISITORS_PURGED");
    assertThat(visitor.tryToJoin().outcome()).isEqualTo("410 VISITORS_PURGED");
    assertThat(theatre.buyer().get(room + "/draw").expecting(200).json().has("seed"))
        .as("what was committed to stays")
        .isTrue();
  }

  private Instant endOfPerformance() {
    return Instant.parse(
        JdbcClient.create(service.database().as(DatabaseRoles.WRITER))
            .sql(
                """
                select (regexp_match(convert_from(entry, 'UTF8'), '"endsAt":"([^"]+)"'))[1]
                from log.event where stream_id = cast(? as uuid) and name = 'performance.scheduled'
                """)
            .param(theatre.performance)
            .query(String.class)
            .single());
  }

  private void awaitPhase(String room, String phase) {
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () -> assertThat(theatre.buyer().get(room + "/draw").text("/phase")).isEqualTo(phase));
  }
}

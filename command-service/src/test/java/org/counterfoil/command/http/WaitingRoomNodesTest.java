package org.counterfoil.command.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.counterfoil.command.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * One waiting room on two nodes over one database. What breaks a node or the database comes last.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WaitingRoomNodesTest {

  private static final TestDatabase DATABASE = new TestDatabase();

  private static final List<RunningService> nodes = new ArrayList<>();
  private Theatre theatre;
  private Instant opensAt;
  private String room;

  @BeforeEach
  void start() {
    while (nodes.size() < 2) {
      nodes.add(RunningService.over(DATABASE));
    }
    Instant now = nodes.getFirst().clock().instant().plusSeconds(1).truncatedTo(ChronoUnit.SECONDS);
    driveTo(now);
    theatre = Theatre.in(nodes.getFirst());
    opensAt = now.plusSeconds(600);
    room = "/performances/" + theatre.performance + "/waiting-room";
    theatre
        .admin()
        .post(
            "/performances/" + theatre.performance + "/onsale",
            "{\"opensAt\":\"%s\",\"waitingRoom\":{\"lobbyOpensAt\":\"%s\",\"admissionsPerSecond\":2}}"
                .formatted(opensAt, now))
        .expecting(202);
    awaitPhase("LOBBY");
  }

  @AfterAll
  static void stop() {
    nodes.forEach(RunningService::close);
  }

  private static void driveTo(Instant now) {
    nodes.forEach(node -> node.clock().driveTo(now));
  }

  private void awaitPhase(String phase) {
    for (RunningService node : nodes) {
      await()
          .atMost(Duration.ofSeconds(15))
          .until(() -> Api.of(node).get(room + "/draw").text("/phase").equals(phase));
    }
  }

  private List<WaitingVisitor> joinBoth(String name, int count) {
    List<WaitingVisitor> visitors = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      RunningService node = nodes.get(i % nodes.size());
      visitors.add(new WaitingVisitor(node, theatre.performance, name + i).join());
    }
    return visitors;
  }

  private int admitted(RunningService node) {
    return Api.of(node).admin().get(room).expecting(200).json().at("/admitted").asInt();
  }

  /** Time goes on, a second at most at once, until somebody more is let in. */
  private void letIn(int atLeast) {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> {
              driveTo(nodes.getFirst().clock().instant().plusMillis(100));
              return nodes.stream().allMatch(node -> admitted(node) >= atLeast);
            });
  }

  @Test
  @Order(1)
  void allNodesTellTheSameOrder() {
    List<WaitingVisitor> visitors = joinBoth("lobby", 20);
    driveTo(opensAt);
    awaitPhase("OPEN");
    visitors.addAll(joinBoth("late", 6));

    List<List<Integer>> places = new ArrayList<>();
    for (RunningService node : nodes) {
      await()
          .untilAsserted(
              () -> assertThat(positionsBy(node, visitors)).doesNotHaveDuplicates().contains(26));
      places.add(positionsBy(node, visitors));
    }
    assertThat(places.getFirst()).isEqualTo(places.getLast());
    assertThat(places.getFirst().subList(20, 26))
        .as("late")
        .containsExactly(21, 22, 23, 24, 25, 26);
    DrawCheck check = DrawCheck.of(Api.of(nodes.getLast()).get(room + "/draw").json());
    assertThat(check.faults()).isEmpty();
    assertThat(visitors.stream().limit(20).map(each -> check.rankOf(each.id)).toList())
        .isEqualTo(places.getFirst().subList(0, 20));
  }

  private List<Integer> positionsBy(RunningService node, List<WaitingVisitor> visitors) {
    return visitors.stream()
        .map(
            each ->
                Api.of(node)
                    .with("Visitor-Token", each.token())
                    .get(room + "/me")
                    .expecting(200)
                    .json()
                    .at("/position")
                    .asInt())
        .toList();
  }

  /** Whoever leads stops; the other goes on where it was, and lets nobody in twice. */
  @Test
  @Order(2)
  void anotherNodeTakesOverWhenTheLeaderStops() {
    List<WaitingVisitor> visitors = joinBoth("lobby", 20);
    driveTo(opensAt);
    awaitPhase("OPEN");
    letIn(3);
    int before = admitted(nodes.getLast());

    nodes.removeFirst().close();
    letIn(before + 3);

    DrawCheck check = DrawCheck.of(Api.of(nodes.getFirst()).get(room + "/draw?limit=500").json());
    int reached = admitted(nodes.getFirst());
    for (WaitingVisitor visitor : visitors) {
      String state =
          Api.of(nodes.getFirst())
              .with("Visitor-Token", visitor.token())
              .get(room + "/me")
              .text("/state");
      assertThat(state).isEqualTo(check.rankOf(visitor.id) <= reached ? "ADMITTED" : "WAITING");
    }
  }

  /** Two leaders at once would let visitors in twice as fast: the second finds the lock taken. */
  @Test
  @Order(1)
  void onlyOneNodeLetsVisitorsIn() {
    joinBoth("lobby", 40);
    driveTo(opensAt);
    awaitPhase("OPEN");
    await()
        .until(
            () -> Api.of(nodes.getFirst()).admin().get(room).json().at("/placesLeft").asInt() > 0);
    for (int step = 1; step <= 30; step++) {
      int done = step;
      driveTo(opensAt.plusMillis(100L * step));
      await().pollDelay(Duration.ofMillis(50)).until(() -> done > 0);
    }
    await().during(Duration.ofSeconds(1)).until(() -> admitted(nodes.getFirst()) <= 6);
  }

  @Test
  @Order(3)
  void pollsGoOnWithoutTheDatabase() {
    List<WaitingVisitor> visitors = joinBoth("lobby", 8);
    driveTo(opensAt);
    awaitPhase("OPEN");
    List<String> before = visitors.stream().map(each -> each.me().expecting(200).body()).toList();
    DATABASE.disconnect();
    try {
      assertThat(
              new WaitingVisitor(nodes.getFirst(), theatre.performance, "x").tryToJoin().status())
          .as("the database is really gone")
          .isEqualTo(503);

      for (int round = 0; round < 20; round++) {
        assertThat(visitors.stream().map(each -> each.me().expecting(200).body()).toList())
            .isEqualTo(before);
      }
      assertThat(visitors.getFirst().me().header("Retry-After")).isNotEmpty();
    } finally {
      DATABASE.reconnect();
    }
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                new WaitingVisitor(nodes.getFirst(), theatre.performance, "y").tryToJoin().status()
                    == 201);
  }
}

package org.counterfoil.command.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.counterfoil.command.http.Api.Answer;
import org.counterfoil.eventstore.schema.DatabaseRoles;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An onsale with a waiting room, from the announcement to the last admission, over HTTP. */
class WaitingRoomTest {

  private static RunningService service;
  private Theatre theatre;
  private Instant opensAt;
  private String room;

  @BeforeAll
  static void start() {
    service = RunningService.start();
    service.clock().driveTo(Instant.now().truncatedTo(ChronoUnit.SECONDS));
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @BeforeEach
  void aPerformanceToCome() {
    theatre = Theatre.in(service);
    opensAt = service.clock().instant().plusSeconds(3_600);
    room = "/performances/" + theatre.performance + "/waiting-room";
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

  @Test
  void aRestartKeepsEverybodysPlace() {
    announce(",\"admissionsPerSecond\":1");
    openLobby();
    List<WaitingVisitor> visitors = join("lobby", 10);
    service.clock().advance(Duration.ofSeconds(1));
    restart();
    awaitPhase("LOBBY");
    List<WaitingVisitor> all = new ArrayList<>(visitors);
    all.addAll(join("more", 5));

    open();
    all.addAll(join("late", 3));
    await().until(() -> all.getLast().me().json().at("/position").asInt() == 18);
    service.clock().advance(Duration.ofSeconds(1));
    await().until(() -> admitted() == 1);
    String draw = draw().body();
    List<String> before = all.stream().map(each -> each.me().body()).toList();
    restart();
    awaitPhase("OPEN");

    assertThat(draw().body()).isEqualTo(draw);
    await()
        .untilAsserted(
            () ->
                assertThat(all.stream().map(each -> each.me().body()).toList()).isEqualTo(before));
  }

  private int admitted() {
    return theatre.admin().get(room).json().at("/admitted").asInt();
  }

  private void restart() {
    Instant now = service.clock().instant();
    service.restart();
    service.clock().driveTo(now);
  }

  @Test
  void whoseIdIsPublicMustProveWhoseItIs() {
    announce("");
    openLobby();
    WaitingVisitor visitor = visitor("lobby").join();
    assertThat(visitor.tryToJoin().text("/visitorToken")).isEqualTo(visitor.token());
    open();

    assertThat(draw().text("/visitorIds/0")).isEqualTo(visitor.id);
    assertThat(visitor.tryToJoin().outcome()).isEqualTo("403 ACCESS_DENIED");
    assertThat(visitor.joinAgainWith("ab".repeat(32)).outcome()).isEqualTo("403 ACCESS_DENIED");
    assertThat(visitor.joinAgainWith(visitor.nonce).expecting(201).text("/visitorToken"))
        .isEqualTo(visitor.token());
    WaitingVisitor late = visitor("late").join();
    assertThat(late.tryToJoin().expecting(201).text("/visitorToken")).isEqualTo(late.token());
  }

  /** Whoever adds an entrant after the list was committed to stops this draw, and no other. */
  @Test
  void whereTheTableWasChangedNobodyGetsAPlaceByIt() {
    announce("");
    openLobby();
    WaitingVisitor visitor = visitor("lobby").join();
    open();
    assertThat(visitor.position()).isEqualTo(1);
    JdbcClient table = JdbcClient.create(service.database().as(DatabaseRoles.WRITER));
    String forged = "performance_id = cast(? as uuid) and visitor_id = decode(?, 'hex')";
    table
        .sql(
            "insert into waiting_room.visitor (performance_id, visitor_id, joined_at)"
                + " values (cast(? as uuid), decode(?, 'hex'), now())")
        .params(theatre.performance, "ab".repeat(32))
        .update();
    restart();
    awaitPhase("OPEN");

    await()
        .during(Duration.ofSeconds(1))
        .until(() -> visitor.me().json().at("/position").isMissingNode());
    assertThat(theatre.buyer().get(room + "/draw/visitors").outcome())
        .isEqualTo("409 LOBBY_NOT_CLOSED");

    table
        .sql("delete from waiting_room.visitor where " + forged)
        .params(theatre.performance, "ab".repeat(32))
        .update();
    await().until(() -> visitor.me().json().at("/position").asInt() == 1); // the control
  }

  @Test
  void aBeaconThatWasNamedIsAwaitedAndMixedIn() {
    announce(",\"beacon\":\"drand quicknet, round 14500000\"");
    openLobby();
    assertThat(draw().text("/beacon/source")).isEqualTo("drand quicknet, round 14500000");
    List<WaitingVisitor> visitors = join("lobby", 8);
    assertThat(tellBeacon("bd4c6a1f").outcome()).isEqualTo("409 LOBBY_NOT_CLOSED");
    service.clock().driveTo(opensAt);
    awaitPhase("DRAWING");
    assertThat(draw().text("/listHash")).matches("[0-9a-f]{64}");
    assertThat(draw().json().has("seed")).isFalse();
    assertThat(visitors.getFirst().state()).isEqualTo("LOBBY");

    tellBeacon("bd4c6a1f").expecting(200);
    awaitPhase("OPEN");

    assertThat(tellBeacon("another").outcome()).isEqualTo("409 NOT_WHAT_WAS_COMMITTED");
    DrawCheck check = DrawCheck.of(draw().json());
    assertThat(check.faults()).isEmpty();
    assertThat(visitors.stream().map(each -> check.rankOf(each.id)).toList())
        .isEqualTo(visitors.stream().map(WaitingVisitor::position).toList());
  }

  private Answer tellBeacon(String value) {
    return theatre.admin().post(room + "/beacon", "{\"value\":\"%s\"}".formatted(value));
  }

  /** The list is in pages and as a whole; both are what the hash is of. */
  @Test
  void theListIsPublishedInPages() {
    announce("");
    openLobby();
    assertThat(theatre.buyer().get(room + "/draw/visitors").outcome())
        .isEqualTo("409 LOBBY_NOT_CLOSED");
    join("lobby", 7);
    open();

    List<String> paged = new ArrayList<>();
    String cursor = "";
    while (cursor != null) {
      Answer page = theatre.buyer().get(room + "/draw?limit=3" + cursor).expecting(200);
      page.json().at("/visitorIds").forEach(id -> paged.add(id.asString()));
      cursor = page.json().has("nextCursor") ? "&cursor=" + page.text("/nextCursor") : null;
    }
    assertThat(paged).hasSize(7);
    assertThat(theatre.buyer().get(room + "/draw/visitors").body().lines().toList())
        .isEqualTo(paged);
  }

  @Test
  void whatVisitorsMayNotAskIsRefusedClearly() {
    Api buyer = theatre.buyer();
    assertThat(buyer.get(room + "/draw").outcome()).isEqualTo("404 NO_WAITING_ROOM");
    assertThat(visitor("x").tryToJoin().outcome()).isEqualTo("404 NO_WAITING_ROOM");
    announce("");
    openLobby();
    assertThat(buyer.get(room + "/me").outcome()).isEqualTo("401 UNAUTHENTICATED");
    assertThat(buyer.with("Visitor-Token", "x").get(room + "/me").outcome())
        .isEqualTo("403 ACCESS_DENIED");
    for (String body : List.of("{}", "{\"nonceHash\":\"x\"}", "[]", "{\"nonceHash\":null}")) {
      assertThat(buyer.post(room, body).outcome()).isEqualTo("400 INVALID_REQUEST");
    }
    assertThat(buyer.post(room, "{\"nonceHash\":\"" + "a".repeat(2_000) + "\"}").outcome())
        .isEqualTo("413 BODY_TOO_LARGE");
  }

  /** An opening that is put off keeps everybody in the lobby; nothing else may change. */
  @Test
  void anOpeningIsPutOffForAll() {
    announce("");
    openLobby();
    WaitingVisitor visitor = visitor("lobby").join();
    String onsale = "/performances/" + theatre.performance + "/onsale";
    assertThat(theatre.admin().post(onsale, "{}").outcome()).isEqualTo("409 WAITING_ROOM_UNDERWAY");
    Instant later = opensAt.plusSeconds(600);
    theatre
        .admin()
        .post(onsale, "{\"opensAt\":\"%s\",\"waitingRoom\":{}}".formatted(later))
        .expecting(202);

    service.clock().driveTo(opensAt);
    await().until(() -> visitor.me().text("/opensAt").equals(later.toString()));
    assertThat(visitor.state()).isEqualTo("LOBBY");
    visitor("between").join();
    service.clock().driveTo(later);
    awaitPhase("OPEN");
    assertThat(draw().json().at("/entrants").asInt()).isEqualTo(2);
  }

  /** As many as there are places are let in, the last ones slowly; nobody once all are sold. */
  @Test
  void theRateFollowsThePlaces_andEndsWithThem() {
    announce(",\"admissionsPerSecond\":50");
    kill("\"seats\":" + allBut("ORCH-A-1", "ORCH-A-2", "ORCH-A-3"));
    String pit = kill("\"areas\":[{\"area\":\"PIT\",\"quantity\":50}]");
    openLobby();
    List<WaitingVisitor> visitors = join("lobby", 12);
    service.clock().driveTo(opensAt);
    awaitPhase("OPEN");
    passUntil(3);

    List<WaitingVisitor> first =
        visitors.stream().filter(each -> each.state().equals("ADMITTED")).toList();
    for (int i = 0; i < 3; i++) {
      Answer hold = theatre.hold(first.get(i).caller(), "ORCH-A-" + (i + 1)).expecting(201);
      Answer order = theatre.order(first.get(i).caller(), hold).expecting(201);
      theatre.pay(theatre.staff(), order, "CASH", 2_500).expecting(201);
    }
    await().until(() -> theatre.admin().get(room).json().at("/soldOut").asBoolean());
    await().until(() -> pass() && rates().getLast() == 0);
    await().during(Duration.ofSeconds(1)).until(() -> pass() && admitted() == 3);
    assertThat(rates())
        .as("from what the terms allow, 3,000 a minute, down to none")
        .startsWith(18)
        .endsWith(0)
        .isSortedAccordingTo(Comparator.reverseOrder());

    theatre.admin().delete("/performances/" + theatre.performance + "/kills/" + pit).expecting(204);
    passUntil(12);
    assertThat(rates().getLast()).as("places came back").isPositive();
  }

  private void passUntil(int admitted) {
    await().atMost(Duration.ofSeconds(20)).until(() -> pass() && admitted() >= admitted);
  }

  /** A second goes by. */
  private boolean pass() {
    service.clock().advance(Duration.ofSeconds(1));
    return true;
  }

  private String kill(String places) {
    return theatre
        .admin()
        .post(
            "/performances/" + theatre.performance + "/kills",
            "{\"reasonCode\":\"TECHNICAL\"," + places + "}")
        .expecting(201)
        .text("/heldBackId");
  }

  private static String allBut(String... kept) {
    return Stream.of("ORCH-A-%d 10", "ORCH-B-%d 10", "BALC-A-%d 20")
        .map(row -> row.split(" "))
        .flatMap(
            row -> IntStream.rangeClosed(1, Integer.parseInt(row[1])).mapToObj(row[0]::formatted))
        .filter(seat -> !List.of(kept).contains(seat))
        .collect(Collectors.joining("\",\"", "[\"", "\"]"));
  }

  /** Those of the log, in its order. */
  private List<Integer> rates() {
    return JdbcClient.create(service.database().as(DatabaseRoles.WRITER))
        .sql(
            """
            select (regexp_match(convert_from(entry, 'UTF8'), '"admissionsPerMinute":(\\d+)'))[1]::int
            from log.event
            where stream_id = cast(? as uuid) and name = 'waiting-room.rate-changed'
            order by position
            """)
        .param(theatre.performance)
        .query(Integer.class)
        .list();
  }
}

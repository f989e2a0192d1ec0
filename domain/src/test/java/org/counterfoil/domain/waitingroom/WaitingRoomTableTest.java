package org.counterfoil.domain.waitingroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterfoil.domain.Theatre.NOW;
import static org.counterfoil.domain.Theatre.PERFORMANCE;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.counterfoil.domain.DecisionTable;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.waitingroom.WaitingRoomCommand.ChangeRate;
import org.counterfoil.domain.waitingroom.WaitingRoomCommand.CloseLobby;
import org.counterfoil.domain.waitingroom.WaitingRoomCommand.OpenLobby;
import org.counterfoil.domain.waitingroom.WaitingRoomCommand.OpenRoom;
import org.counterfoil.domain.waitingroom.WaitingRoomCommand.ReadBeacon;
import org.counterfoil.domain.waitingroom.WaitingRoomEvent.BeaconRead;
import org.counterfoil.domain.waitingroom.WaitingRoomEvent.LobbyClosed;
import org.counterfoil.domain.waitingroom.WaitingRoomEvent.LobbyOpened;
import org.counterfoil.domain.waitingroom.WaitingRoomEvent.RateChanged;
import org.counterfoil.domain.waitingroom.WaitingRoomEvent.RoomOpened;
import org.junit.jupiter.api.Test;

/** Walks {@code waiting-room.table}: every command in every phase. */
class WaitingRoomTableTest {

  private static final Instant LOBBY_AT = NOW;
  private static final Instant OPENS_AT = NOW.plusSeconds(60);
  private static final Seed SEED = new Seed("ab".repeat(32));
  private static final Seed OTHER_SEED = new Seed("cd".repeat(32));
  private static final DrawHash LIST = new DrawHash("01".repeat(32));
  private static final DrawHash OTHER_LIST = new DrawHash("02".repeat(32));
  private static final BeaconValue BEACON = new BeaconValue("bd4c6a1f");

  private final WaitingRoomDecider decider = new WaitingRoomDecider();
  private final DecisionTable table =
      DecisionTable.read(WaitingRoomTableTest.class, "waiting-room.table");

  private enum PhaseCase {
    NONE,
    ANNOUNCED,
    LOBBY,
    DRAWING,
    AWAITING_BEACON,
    BEACON_READ,
    OPEN,
    ENDED
  }

  private enum TimeCase {
    BEFORE_LOBBY,
    BEFORE_OPENING,
    AFTER_OPENING
  }

  private enum ContentCase {
    SAME,
    OTHER
  }

  @Test
  void everyCellIsAnsweredAsTheTableSays() {
    DecisionTable.Walk walk = table.walk(columns(), this::decide);

    System.out.println("waiting-room.table: " + walk.rows() + " rows, " + walk.cells() + " cells");
    assertThat(walk.faults()).isEmpty();
    assertThat(walk.cells()).isEqualTo(5 * 8 * 3 * 2);
  }

  @Test
  void aWrongAnswerIsAFault() {
    DecisionTable.Walk walk =
        table.walk(
            columns(),
            cell -> {
              String answer = decide(cell);
              return answer.equals("BEACON_AWAITED") ? "RoomOpened" : answer;
            });

    assertThat(walk.faults())
        .isNotEmpty()
        .allMatch(fault -> fault.contains("expects BEACON_AWAITED, but got RoomOpened"));
  }

  /** A copy of a state in each phase decides as the state itself. */
  @Test
  void aCopyIsTheSame() {
    for (PhaseCase phase : PhaseCase.values()) {
      WaitingRoom original = room(phase);
      WaitingRoom restored = new WaitingRoom();
      restored.restore(original.copy());

      assertThat(restored).usingRecursiveComparison().isEqualTo(original);
      assertThat(restored.phase()).isEqualTo(original.phase());
    }
  }

  private static Map<String, Set<String>> columns() {
    Map<String, Set<String>> columns = new LinkedHashMap<>();
    columns.put("command", DecisionTable.recordsOf(WaitingRoomCommand.class));
    columns.put("phase", DecisionTable.constantsOf(PhaseCase.class));
    columns.put("time", DecisionTable.constantsOf(TimeCase.class));
    columns.put("content", DecisionTable.constantsOf(ContentCase.class));
    return columns;
  }

  private String decide(Map<String, String> cell) {
    PhaseCase phase = PhaseCase.valueOf(constant(cell.get("phase")));
    boolean isSame = cell.get("content").equals("same");
    Instant now =
        switch (TimeCase.valueOf(constant(cell.get("time")))) {
          case BEFORE_LOBBY -> LOBBY_AT.minusMillis(1);
          case BEFORE_OPENING -> OPENS_AT.minusMillis(1);
          case AFTER_OPENING -> OPENS_AT;
        };
    return DecisionTable.answer(
        decider.decide(command(cell.get("command"), isSame), room(phase), now));
  }

  private static WaitingRoomCommand command(String name, boolean isSame) {
    return switch (name) {
      case "OpenLobby" -> new OpenLobby(PERFORMANCE, (isSame ? SEED : OTHER_SEED).hash());
      case "CloseLobby" -> new CloseLobby(PERFORMANCE, 3, isSame ? LIST : OTHER_LIST);
      case "ReadBeacon" -> new ReadBeacon(PERFORMANCE, isSame ? BEACON : new BeaconValue("0"));
      case "OpenRoom" -> new OpenRoom(PERFORMANCE, isSame ? SEED : OTHER_SEED);
      case "ChangeRate" -> new ChangeRate(PERFORMANCE, isSame ? 600 : 60, 10, 5);
      default -> throw new AssertionError("Expected a command with a table, but it is " + name);
    };
  }

  private WaitingRoom room(PhaseCase phase) {
    LobbyOpened lobby = new LobbyOpened(PERFORMANCE, SEED.hash());
    LobbyClosed closed = new LobbyClosed(PERFORMANCE, 3, LIST);
    RoomOpened opened = new RoomOpened(PERFORMANCE, SEED, null);
    RateChanged rate = new RateChanged(PERFORMANCE, 600, 20, 10);
    return switch (phase) {
      case NONE -> new WaitingRoom();
      case ANNOUNCED -> after(false);
      case LOBBY -> after(false, lobby);
      case DRAWING -> after(false, lobby, closed);
      case AWAITING_BEACON -> after(true, lobby, closed);
      case BEACON_READ -> after(true, lobby, closed, new BeaconRead(PERFORMANCE, BEACON));
      case OPEN -> after(false, lobby, closed, opened, rate);
      case ENDED -> {
        WaitingRoom ended = after(false, lobby, closed, opened, rate);
        ended.set(null);
        yield ended;
      }
    };
  }

  private WaitingRoom after(boolean hasBeacon, WaitingRoomEvent... events) {
    PublicLabel beacon = hasBeacon ? new PublicLabel("drand quicknet, round 14500000") : null;
    WaitingRoom room = new WaitingRoom();
    room.set(new WaitingRoomTerms(LOBBY_AT, OPENS_AT, 50, 600, beacon));
    List.of(events).forEach(event -> decider.evolve(room, event));
    return room;
  }

  private static String constant(String value) {
    return value.toUpperCase(Locale.ROOT).replace(' ', '_');
  }
}

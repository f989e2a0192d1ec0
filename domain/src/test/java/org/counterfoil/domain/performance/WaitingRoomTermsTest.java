package org.counterfoil.domain.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterfoil.domain.Theatre.NOW;
import static org.counterfoil.domain.Theatre.PERFORMANCE;

import java.time.Instant;
import java.util.List;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.Desk;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.Given;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.Then;
import org.counterfoil.domain.performance.PerformanceCommand.SetOnsale;
import org.counterfoil.domain.performance.PerformanceEvent.OnsaleSet;
import org.counterfoil.domain.performance.PerformanceEvent.WaitingRoomSet;
import org.counterfoil.domain.waitingroom.DrawHash;
import org.counterfoil.domain.waitingroom.Seed;
import org.counterfoil.domain.waitingroom.WaitingRoom.Phase;
import org.counterfoil.domain.waitingroom.WaitingRoomCommand.CloseLobby;
import org.counterfoil.domain.waitingroom.WaitingRoomCommand.OpenLobby;
import org.counterfoil.domain.waitingroom.WaitingRoomCommand.OpenRoom;
import org.counterfoil.domain.waitingroom.WaitingRoomTerms;
import org.counterfoil.domain.waitingroom.WaitingRoomWish;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How an onsale and its waiting room may be changed, and when not any more. */
class WaitingRoomTermsTest {

  private static final Instant LOBBY_AT = NOW.plusSeconds(600);
  private static final Instant OPENS_AT = NOW.plusSeconds(3_600);
  private static final Instant LATER = NOW.plusSeconds(7_200);
  private static final Seed SEED = new Seed("ab".repeat(32));
  private static final WaitingRoomWish USUAL = new WaitingRoomWish(LOBBY_AT, 50, 600, null);
  private static final WaitingRoomWish UNCHANGED = new WaitingRoomWish(null, 50, 600, null);
  private static final WaitingRoomWish FASTER = new WaitingRoomWish(null, 500, 300, null);
  private static final WaitingRoomWish BEACON =
      new WaitingRoomWish(null, 50, 600, new PublicLabel("drand"));

  @Test
  void aRoomIsSetWithTheOnsale_andOnlyWhereItIsWanted() {
    Desk desk = desk();

    assertThat(Then.events(desk.decide(onsale(OPENS_AT, null), NOW)))
        .hasExactlyElementsOfTypes(OnsaleSet.class);
    assertThat(Then.events(desk.handle(onsale(OPENS_AT, USUAL), NOW)))
        .contains(
            new WaitingRoomSet(
                PERFORMANCE, new WaitingRoomTerms(LOBBY_AT, OPENS_AT, 50, 600, null)));
    assertThat(Then.events(desk.decide(onsale(OPENS_AT, USUAL), NOW)))
        .as("the same again")
        .hasExactlyElementsOfTypes(OnsaleSet.class);
  }

  @Test
  void theLobbyOpensHalfAnHourBefore_orAtOnceWhereThatIsPast() {
    assertThat(UNCHANGED.openingAt(OPENS_AT, NOW).lobbyOpensAt())
        .isEqualTo(OPENS_AT.minusSeconds(1_800));
    assertThat(UNCHANGED.openingAt(NOW.plusSeconds(60), NOW).lobbyOpensAt()).isEqualTo(NOW);
    WaitingRoomTerms atOnce =
        Then.events(desk().decide(onsale(null, UNCHANGED), NOW)).stream()
            .filter(WaitingRoomSet.class::isInstance)
            .map(event -> ((WaitingRoomSet) event).terms())
            .findFirst()
            .orElseThrow();
    assertThat(atOnce.lobbyOpensAt()).isEqualTo(NOW);
    assertThat(atOnce.opensAt()).isEqualTo(NOW);
  }

  @ParameterizedTest
  @CsvSource({"0, 600", "10001, 600", "50, 29", "50, 86401"})
  void numbersHaveBounds(int perSecond, int seconds) {
    assertThat(code(desk(), onsale(OPENS_AT, new WaitingRoomWish(null, perSecond, seconds, null))))
        .isEqualTo(PerformanceRejection.INVALID_WAITING_ROOM);
  }

  @Test
  void aLobbyOpensBeforeTheRoom_andWithinTheHorizon() {
    assertThat(code(desk(), senseless())).isEqualTo(PerformanceRejection.INVALID_WAITING_ROOM);
    assertThat(code(desk(), onsale(OPENS_AT, new WaitingRoomWish(Instant.MIN, 50, 600, null))))
        .isEqualTo(PerformanceRejection.INVALID_WAITING_ROOM);
  }

  /** What may be changed in each phase: + for yes, - for refused. */
  @ParameterizedTest
  @CsvSource({
    // phase,   none, same, later, earlier, rate, beacon, lobby
    "NONE,      +,    +,    +,     +,       +,    +,      +",
    "ANNOUNCED, +,    +,    +,     +,       +,    +,      +",
    "LOBBY,     -,    +,    +,     -,       +,    -,      -",
    "DRAWING,   -,    +,    -,     -,       +,    -,      -",
    "OPEN,      +,    +,    -,     -,       +,    -,      -",
    "ENDED,     +,    -,    -,     -,       -,    -,      -",
  })
  void onceTheLobbyIsOpenWhatWasAnnouncedStands(
      Phase phase,
      String none,
      String same,
      String later,
      String earlier,
      String rate,
      String beacon,
      String lobby) {
    Desk desk = in(phase);
    assertThat(desk.performance().waitingRoom().phase()).isEqualTo(phase);

    assertThat(answer(desk, onsale(OPENS_AT, null))).as("none").isEqualTo(none);
    assertThat(answer(desk, onsale(OPENS_AT, UNCHANGED))).as("same").isEqualTo(same);
    assertThat(answer(desk, onsale(LATER, UNCHANGED))).as("later").isEqualTo(later);
    assertThat(answer(desk, onsale(OPENS_AT.minusSeconds(1), UNCHANGED)))
        .as("earlier")
        .isEqualTo(earlier);
    assertThat(answer(desk, onsale(OPENS_AT, FASTER))).as("rate").isEqualTo(rate);
    assertThat(answer(desk, onsale(OPENS_AT, BEACON))).as("beacon").isEqualTo(beacon);
    assertThat(answer(desk, onsale(OPENS_AT, new WaitingRoomWish(NOW, 50, 600, null))))
        .as("lobby")
        .isEqualTo(lobby);
  }

  @Test
  void aSaleOpenedAtOnceKeepsTheOpeningThatWas() {
    assertThat(Then.events(in(Phase.OPEN).decide(onsale(null, UNCHANGED), LATER)))
        .hasExactlyElementsOfTypes(OnsaleSet.class);
  }

  static SetOnsale senseless() {
    return onsale(OPENS_AT, new WaitingRoomWish(LATER, 50, 600, null));
  }

  static Desk lobby() {
    return in(Phase.LOBBY);
  }

  private static SetOnsale onsale(@Nullable Instant opensAt, @Nullable WaitingRoomWish room) {
    return new SetOnsale(PERFORMANCE, new OnsaleWindow(opensAt, null), List.of(), room);
  }

  private static Desk desk() {
    return Desk.given(Given.scheduled());
  }

  private static Desk in(Phase phase) {
    Desk desk = desk();
    if (phase.compareTo(Phase.ANNOUNCED) >= 0) {
      desk.handle(onsale(OPENS_AT, USUAL), NOW);
    }
    if (phase.compareTo(Phase.LOBBY) >= 0) {
      desk.handle(new OpenLobby(PERFORMANCE, SEED.hash()), LOBBY_AT);
    }
    if (phase.compareTo(Phase.DRAWING) >= 0) {
      desk.handle(new CloseLobby(PERFORMANCE, 0, new DrawHash("01".repeat(32))), OPENS_AT);
    }
    if (phase.compareTo(Phase.OPEN) >= 0) {
      desk.handle(new OpenRoom(PERFORMANCE, SEED), OPENS_AT);
    }
    if (phase == Phase.ENDED) {
      desk.handle(onsale(OPENS_AT, null), OPENS_AT);
    }
    return desk;
  }

  private static String answer(Desk desk, SetOnsale command) {
    return switch (desk.decide(command, NOW)) {
      case Decision.Accepted<? extends Event> accepted -> "+";
      case Decision.Rejected<? extends Event> refused -> {
        assertThat(refused.code()).isEqualTo(PerformanceRejection.WAITING_ROOM_UNDERWAY);
        yield "-";
      }
    };
  }

  private static PerformanceRejection code(Desk desk, SetOnsale command) {
    return (PerformanceRejection) Then.code(desk.decide(command, NOW));
  }
}

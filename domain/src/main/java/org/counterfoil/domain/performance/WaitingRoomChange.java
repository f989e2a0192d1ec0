package org.counterfoil.domain.performance;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.Horizon;
import org.counterfoil.domain.performance.PerformanceCommand.SetOnsale;
import org.counterfoil.domain.performance.PerformanceEvent.WaitingRoomSet;
import org.counterfoil.domain.waitingroom.WaitingRoom;
import org.counterfoil.domain.waitingroom.WaitingRoom.Phase;
import org.counterfoil.domain.waitingroom.WaitingRoomTerms;
import org.counterfoil.domain.waitingroom.WaitingRoomWish;
import org.jspecify.annotations.Nullable;

/**
 * What setting an onsale does to its waiting room. Until the lobby opens, everything may change.
 * From then on visitors rely on what was announced: the opening may be put off, not brought
 * forward, and only the rates may change besides. An open room may be given up, and is not opened
 * again.
 */
record WaitingRoomChange(SetOnsale set, Performance performance, Instant now) {

  @Nullable Decision<PerformanceEvent> refuse() {
    WaitingRoomTerms wanted = wanted();
    if (wanted != null && !isSound(wanted, set.waitingRoom())) {
      return Decision.reject(
          PerformanceRejection.INVALID_WAITING_ROOM,
          "Expected a lobby that opens no later than the sale, "
              + WaitingRoomWish.sanity()
              + ", but the lobby would open at "
              + wanted.lobbyOpensAt()
              + " and the sale at "
              + wanted.opensAt()
              + ", with "
              + wanted.admissionsPerSecond()
              + " admissions per second and "
              + wanted.admissionSeconds()
              + " seconds");
    }
    String fault = faultUnderway(wanted);
    return fault == null
        ? null
        : Decision.reject(
            PerformanceRejection.WAITING_ROOM_UNDERWAY,
            "Expected the waiting room to be left as it was announced, but " + fault);
  }

  /** The change, if there is one. */
  List<PerformanceEvent> events() {
    WaitingRoomTerms wanted = wanted();
    return Objects.equals(wanted, room().terms())
        ? List.of()
        : List.of(new WaitingRoomSet(set.performanceId(), wanted));
  }

  private WaitingRoom room() {
    return performance.waitingRoom();
  }

  /** The terms that are asked; what cannot change any more, and was not named, stays. */
  private @Nullable WaitingRoomTerms wanted() {
    WaitingRoomWish wish = set.waitingRoom();
    if (wish == null) {
      return null;
    }
    WaitingRoomTerms underway = room().phase() == Phase.ANNOUNCED ? null : room().terms();
    Instant opensAt = set.window().opensAt();
    if (underway == null) {
      return wish.openingAt(opensAt == null ? now : opensAt, now);
    }
    WaitingRoomTerms wanted = wish.openingAt(opensAt == null ? underway.opensAt() : opensAt, now);
    return wish.lobbyOpensAt() != null
        ? wanted
        : new WaitingRoomTerms(
            underway.lobbyOpensAt(),
            wanted.opensAt(),
            wanted.admissionsPerSecond(),
            wanted.admissionSeconds(),
            wanted.beacon());
  }

  private boolean isSound(WaitingRoomTerms wanted, @Nullable WaitingRoomWish wish) {
    return wish != null
        && wish.isSane()
        && Horizon.includes(wanted.lobbyOpensAt(), now)
        && !wanted.opensAt().isBefore(wanted.lobbyOpensAt());
  }

  private @Nullable String faultUnderway(@Nullable WaitingRoomTerms wanted) {
    WaitingRoomTerms current = room().terms();
    return switch (room().phase()) {
      case NONE, ANNOUNCED -> null;
      case ENDED -> wanted == null ? null : "it was open before and is over";
      case OPEN -> wanted == null ? null : faultOf(wanted, current, false);
      case DRAWING -> wanted == null ? "it would be gone" : faultOf(wanted, current, false);
      case LOBBY -> wanted == null ? "it would be gone" : faultOf(wanted, current, true);
    };
  }

  private @Nullable String faultOf(
      WaitingRoomTerms wanted, @Nullable WaitingRoomTerms current, boolean mayBePutOff) {
    if (current == null) {
      throw new IllegalStateException("Expected terms of a room underway, but there are none");
    }
    if (!wanted.lobbyOpensAt().equals(current.lobbyOpensAt())) {
      return "its lobby, which is open, would open at " + wanted.lobbyOpensAt();
    }
    if (!Objects.equals(wanted.beacon(), current.beacon())) {
      return "another public random value would be mixed in";
    }
    boolean isPutOff = mayBePutOff && wanted.opensAt().isAfter(current.opensAt());
    return wanted.opensAt().equals(current.opensAt()) || isPutOff
        ? null
        : "it would open at " + wanted.opensAt() + " instead of " + current.opensAt();
  }
}

package org.counterfoil.domain.waitingroom;

import org.counterfoil.domain.Event;
import org.counterfoil.domain.EventType;
import org.counterfoil.domain.performance.PerformanceId;
import org.jspecify.annotations.Nullable;

/**
 * What a waiting room committed to, in the order in which it did. All stand in the performance's
 * stream. The visitors do not: they are in a table of their own, and the list's hash stands for
 * them.
 */
public sealed interface WaitingRoomEvent extends Event {

  PerformanceId performanceId();

  /** Visitors may come in. The seed of the draw exists, and is this one. */
  @EventType(name = "waiting-room.lobby-opened", revision = 1)
  record LobbyOpened(PerformanceId performanceId, DrawHash seedHash) implements WaitingRoomEvent {}

  /** Nobody else takes part in the draw; who comes later comes after it. */
  @EventType(name = "waiting-room.lobby-closed", revision = 1)
  record LobbyClosed(PerformanceId performanceId, int entrants, DrawHash listHash)
      implements WaitingRoomEvent {}

  /** The public random value that was named beforehand is known. */
  @EventType(name = "waiting-room.beacon-read", revision = 1)
  record BeaconRead(PerformanceId performanceId, BeaconValue value) implements WaitingRoomEvent {}

  /**
   * The order is drawn: whoever has this and the list can compute it.
   *
   * @param beacon the value that was mixed in; missing where none was named
   */
  @EventType(name = "waiting-room.opened", revision = 1)
  record RoomOpened(PerformanceId performanceId, Seed seed, @Nullable BeaconValue beacon)
      implements WaitingRoomEvent {}

  /**
   * Visitors are let in at another rate. Recorded when it changed by much, not at every breath.
   *
   * @param placesLeft free places on which it rests
   * @param unfinished visitors who were let in, have time left, and have not held places yet
   */
  @EventType(name = "waiting-room.rate-changed", revision = 1)
  record RateChanged(
      PerformanceId performanceId, int admissionsPerMinute, int placesLeft, int unfinished)
      implements WaitingRoomEvent {}
}

package org.counterfoil.domain.waitingroom;

import java.util.UUID;
import org.counterfoil.domain.Command;
import org.counterfoil.domain.performance.PerformanceId;

/** What moves a waiting room on. Each may be repeated; it then changes nothing. */
public sealed interface WaitingRoomCommand extends Command {

  PerformanceId performanceId();

  @Override
  default UUID laneKey() {
    return performanceId().value();
  }

  /** Opens the lobby, committing to a seed that is kept elsewhere. */
  record OpenLobby(PerformanceId performanceId, DrawHash seedHash) implements WaitingRoomCommand {}

  /** Closes the lobby, committing to who was in it. */
  record CloseLobby(PerformanceId performanceId, int entrants, DrawHash listHash)
      implements WaitingRoomCommand {}

  /** Tells what the source that was named beforehand has published. */
  record ReadBeacon(PerformanceId performanceId, BeaconValue value) implements WaitingRoomCommand {}

  /** Reveals the seed; with it the order is fixed and known. */
  record OpenRoom(PerformanceId performanceId, Seed seed) implements WaitingRoomCommand {}

  /** Records the rate at which visitors are let in, and what it rests on. */
  record ChangeRate(
      PerformanceId performanceId, int admissionsPerMinute, int placesLeft, int unfinished)
      implements WaitingRoomCommand {}
}

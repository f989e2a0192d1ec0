package org.counterfoil.domain.heldback;

import java.util.List;
import java.util.UUID;
import org.counterfoil.domain.Command;
import org.counterfoil.domain.performance.PerformanceId;

/** Commands about places that are kept off general sale. */
public sealed interface HeldBackCommand extends Command {

  PerformanceId performanceId();

  @Override
  default UUID laneKey() {
    return performanceId().value();
  }

  /** Keeps free places off sale under a code; a code may be set again for more. */
  record SetHoldCode(
      PerformanceId performanceId,
      HeldBackId heldBackId,
      HoldCode code,
      HeldBackReason reasonCode,
      HeldBackPlaces places)
      implements HeldBackCommand {}

  /** Gives everything back that is kept under a code. */
  record LiftHoldCode(PerformanceId performanceId, HoldCode code) implements HeldBackCommand {}

  /** Takes free places out of sale for everybody. */
  record KillPlaces(
      PerformanceId performanceId,
      HeldBackId heldBackId,
      HeldBackReason reasonCode,
      HeldBackPlaces places)
      implements HeldBackCommand {}

  /** Brings killed places back. */
  record RevivePlaces(PerformanceId performanceId, HeldBackId heldBackId)
      implements HeldBackCommand {}

  /**
   * Gives free places to a sales channel.
   *
   * @param terms the first channel's, and those of the channels that unsold places cascade to
   */
  record MakeAllotment(
      PerformanceId performanceId, List<AllotmentTerms> terms, HeldBackPlaces places)
      implements HeldBackCommand {
    public MakeAllotment {
      terms = List.copyOf(terms);
    }
  }

  /** Returns an allotment before its time: to the next one where it cascades, else to all. */
  record ReturnAllotment(PerformanceId performanceId, HeldBackId heldBackId)
      implements HeldBackCommand {}

  /** Returns every allotment of the performance whose time has come. */
  record ReturnDueAllotments(PerformanceId performanceId) implements HeldBackCommand {}
}

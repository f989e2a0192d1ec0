package org.counterfoil.domain.waitinglist;

import java.util.UUID;
import org.counterfoil.domain.Command;
import org.counterfoil.domain.performance.BuyerMark;
import org.counterfoil.domain.performance.Caller;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.seating.ZoneName;
import org.jspecify.annotations.Nullable;

/** Commands about a performance's waiting list. */
public sealed interface WaitingListCommand extends Command {

  PerformanceId performanceId();

  @Override
  default UUID laneKey() {
    return performanceId().value();
  }

  /**
   * Waits for places of a zone that cannot be had now.
   *
   * @param buyer tells the buyer from others where somebody vouches for who it is
   */
  record JoinWaitingList(
      PerformanceId performanceId,
      WaitingEntryId entryId,
      ZoneName zone,
      int quantity,
      Caller caller,
      @Nullable BuyerMark buyer)
      implements WaitingListCommand {}

  /** Waits no more. Repeating it changes nothing. */
  record LeaveWaitingList(PerformanceId performanceId, WaitingEntryId entryId)
      implements WaitingListCommand {}
}

package org.counterfoil.domain.waitinglist;

import org.counterfoil.domain.Event;
import org.counterfoil.domain.EventType;
import org.counterfoil.domain.performance.BuyerMark;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.performance.SalesChannel;
import org.counterfoil.domain.seating.ZoneName;
import org.jspecify.annotations.Nullable;

/**
 * Somebody joined or left a waiting list. That an entry was offered places is told by the hold of
 * the same id, and what became of the offer by that hold's end.
 */
public sealed interface WaitingListEvent extends Event {

  PerformanceId performanceId();

  WaitingEntryId entryId();

  /**
   * Somebody waits for so many places of a zone, behind all who joined before.
   *
   * @param buyer tells the buyer from others where somebody vouched for who it is
   */
  @EventType(name = "waiting-list.joined", revision = 2)
  record WaitingListJoined(
      PerformanceId performanceId,
      WaitingEntryId entryId,
      ZoneName zone,
      int quantity,
      SalesChannel channel,
      @Nullable BuyerMark buyer)
      implements WaitingListEvent {}

  /** Somebody waits no more. */
  @EventType(name = "waiting-list.left", revision = 1)
  record WaitingListLeft(PerformanceId performanceId, WaitingEntryId entryId)
      implements WaitingListEvent {}
}

package org.counterfoil.domain.waitinglist;

import java.util.List;
import org.counterfoil.domain.performance.BuyerMark;
import org.counterfoil.domain.performance.SalesChannel;
import org.counterfoil.domain.seating.ZoneName;
import org.jspecify.annotations.Nullable;

/**
 * A copy of a {@link WaitingList} at one moment.
 *
 * @param waiting in the order they joined
 * @param ended the entries that left or were offered places
 */
public record WaitingListSnapshot(List<Waiting> waiting, List<WaitingEntryId> ended) {

  public WaitingListSnapshot {
    waiting = List.copyOf(waiting);
    ended = List.copyOf(ended);
  }

  /** An entry that waits. */
  public record Waiting(
      WaitingEntryId entryId,
      ZoneName zone,
      int quantity,
      SalesChannel channel,
      @Nullable BuyerMark buyer) {}
}

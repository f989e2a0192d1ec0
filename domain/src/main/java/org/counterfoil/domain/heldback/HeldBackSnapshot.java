package org.counterfoil.domain.heldback;

import java.time.Instant;
import java.util.List;
import org.counterfoil.domain.performance.SalesChannel;
import org.counterfoil.domain.seating.AreaName;
import org.jspecify.annotations.Nullable;

/**
 * A copy of a {@link HeldBack} at one moment.
 *
 * @param seatCount how many seats are told about
 * @param keepers in the order they began; runs of seats name them by their place, from 1
 * @param runs consecutive seats with the same keeper, in plan order
 */
public record HeldBackSnapshot(int seatCount, List<KeeperCopy> keepers, List<Run> runs) {

  public HeldBackSnapshot {
    keepers = List.copyOf(keepers);
    runs = List.copyOf(runs);
  }

  /** A copy of one keeper; which components are there tells its kind. */
  public record KeeperCopy(
      HeldBackId id,
      @Nullable HoldCode code,
      @Nullable HeldBackReason reasonCode,
      @Nullable SalesChannel channel,
      @Nullable Instant returnsAt,
      List<AllotmentTerms> cascade,
      List<FreeInArea> areas,
      boolean isOpen,
      @Nullable HeldBackId successor) {}

  /** Free places of an area. */
  public record FreeInArea(AreaName area, int free) {}

  /** Seats from {@code first} on that one keeper holds back. */
  public record Run(int first, int count, int keeper) {}
}

package org.counterfoil.domain.seathold;

import java.time.Instant;
import java.util.List;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.performance.Performance;
import org.counterfoil.domain.seathold.SeatHoldCommand.PlaceHold;
import org.counterfoil.domain.seating.PlanSeat;
import org.counterfoil.domain.seating.ZoneName;
import org.jspecify.annotations.Nullable;

/**
 * Whether a buyer who picks seats may leave a single free one, where the performance's rules forbid
 * it. What the house chooses leaves none as long as there is another choice, and staff may.
 */
final class OrphanRule {

  private OrphanRule() {}

  static @Nullable Decision<SeatHoldEvent> refuse(
      PlaceHold wish, List<HeldSeat> seats, PerformanceSeats state, Instant now) {
    Performance performance = state.performance();
    boolean isChosenByTheHouse = wish.places().bestAvailable() != null;
    if (!performance.rules().refuseOrphanSeats()
        || isChosenByTheHouse
        || wish.claim().caller().isStaff()) {
      return null;
    }
    PlanSeat orphan = new OrphanSeats(performance.plan(), state.inventory(), now).leftBy(seats);
    return orphan == null || isForced(orphan.zone(), seats.size(), state)
        ? null
        : Decision.reject(
            SeatHoldRejection.WOULD_LEAVE_ORPHAN_SEAT,
            "Expected no single free seat to be left, but \"" + orphan.id() + "\" would be");
  }

  /**
   * A party for which the zone has no better block may leave an orphan: the last seats must sell.
   */
  private static boolean isForced(ZoneName zone, int party, PerformanceSeats state) {
    FreeBlocks blocks = state.inventory().freeBlocks(state.performance());
    return !blocks.hasBlockWithoutOrphan(blocks.rows().zone(zone), party);
  }
}

package org.counterfoil.domain.seathold;

import java.time.Instant;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.performance.BuyerMark;
import org.counterfoil.domain.performance.Performance;
import org.counterfoil.domain.performance.PresaleCodeMark;
import org.jspecify.annotations.Nullable;

/**
 * How many places one hold, one buyer and one presale code may have. They are decided in the
 * performance's lane on what was recorded before, so they hold across parallel requests and over
 * several orders. Staff may go over them; that is recorded.
 */
record HoldLimits(Performance performance, SeatInventory inventory, HoldClaim claim, Instant now) {

  /**
   * Null where so many places are within every limit; else the refusal.
   *
   * @param presaleCode the code that opened the sale for the hold, where one did
   */
  @Nullable Decision<SeatHoldEvent> refuse(long places, @Nullable PresaleCodeMark presaleCode) {
    int perHold = performance.rules().maxSeatsPerHold();
    if (places > perHold) {
      return reached(
          "Expected at most " + perHold + " places in a hold, but " + places + " are asked");
    }
    BuyerMark buyer = claim.buyer();
    int perBuyer = performance.rules().maxSeatsPerBuyer();
    int buyers = buyer == null ? 0 : inventory.takenBy(buyer, now);
    if (buyer != null && buyers + places > perBuyer) {
      return over("buyer", perBuyer, buyers, places);
    }
    Integer perCode = performance.maxSeatsPerPresaleCode();
    int codes = presaleCode == null ? 0 : inventory.takenBy(presaleCode, now);
    if (presaleCode != null && perCode != null && codes + places > perCode) {
      return over("presale code", perCode, codes, places);
    }
    return null;
  }

  private static Decision<SeatHoldEvent> over(String whom, int limit, int taken, long places) {
    return reached(
        "Expected at most %d places for a %s, but it has %d and %d more are asked"
            .formatted(limit, whom, taken, places));
  }

  private static Decision<SeatHoldEvent> reached(String detail) {
    return Decision.reject(SeatHoldRejection.HOLD_LIMIT_REACHED, detail);
  }
}

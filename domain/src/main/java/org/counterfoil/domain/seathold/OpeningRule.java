package org.counterfoil.domain.seathold;

import java.time.Instant;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.performance.Performance;
import org.counterfoil.domain.performance.PerformanceStage;
import org.counterfoil.domain.performance.SaleOpening;
import org.jspecify.annotations.Nullable;

/**
 * Whether the sale is open for somebody: the performance takes place and is not over, and the
 * caller's channel sells now or a presale code opens it.
 */
final class OpeningRule {

  private OpeningRule() {}

  static SaleOpening openingFor(HoldClaim claim, Performance performance, Instant now) {
    return performance.isOverAt(now)
        ? SaleOpening.NOT_OPEN
        : performance.openingFor(claim.caller(), claim.presaleCode(), now);
  }

  static @Nullable Decision<SeatHoldEvent> refuse(
      SaleOpening opening, HoldClaim claim, Performance performance, Instant now) {
    if (performance.stage() == PerformanceStage.CANCELLED) {
      return Decision.reject(
          SeatHoldRejection.PERFORMANCE_CANCELLED,
          "Expected a performance that takes place, but it was cancelled");
    }
    return switch (opening) {
      case OPEN, OPEN_BY_PRESALE_CODE -> null;
      case PRESALE_CODE_REQUIRED ->
          Decision.reject(
              SeatHoldRejection.PRESALE_CODE_REQUIRED,
              "Expected a presale code, because the sale is not open without one yet, but there is"
                  + " none");
      case PRESALE_CODE_UNKNOWN ->
          Decision.reject(
              SeatHoldRejection.PRESALE_CODE_UNKNOWN,
              "Expected a code of this presale, but the one that was sent is not");
      case NOT_OPEN ->
          Decision.reject(
              SeatHoldRejection.ONSALE_NOT_OPEN,
              "Expected the sale to be open, but it is not open for channel "
                  + claim.caller().channel()
                  + " at "
                  + now);
    };
  }
}

package org.counterfoil.command.hold;

import org.counterfoil.command.buyer.BuyerMarks;
import org.counterfoil.command.waitingroom.Admissions;
import org.counterfoil.domain.performance.BuyerMark;
import org.counterfoil.domain.performance.Caller;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceScheduled;
import org.counterfoil.domain.performance.PresaleCodeMark;
import org.counterfoil.domain.seathold.HoldClaim;
import org.counterfoil.http.access.Secrets;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns what came with a wish into the right by which a hold is asked; nothing raw passes. */
@Component
final class Claims {

  private final BuyerMarks buyers;
  private final Secrets secrets;

  Claims(BuyerMarks buyers, Secrets secrets) {
    this.buyers = buyers;
    this.secrets = secrets;
  }

  /**
   * The right by which a hold is asked.
   *
   * @param shown the visitor of the waiting room who asks, if it is one
   */
  HoldClaim of(
      HoldWish wish,
      Caller caller,
      PerformanceScheduled performance,
      Admissions.@Nullable Shown shown) {
    PresaleCodeMark code =
        wish.presaleCode() == null
            ? null
            : wish.presaleCode().mark(performance.performanceId(), secrets);
    BuyerMark named = buyers.vouchedFor(wish.buyerKey(), caller, performance);
    return shown == null
        ? new HoldClaim(caller, named, null, code, wish.holdCode())
        : new HoldClaim(
            caller,
            buyers.ofVisitor(performance, shown.visitor().value()),
            shown.admission(),
            code,
            wish.holdCode());
  }
}

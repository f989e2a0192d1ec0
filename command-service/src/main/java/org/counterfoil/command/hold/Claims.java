package org.counterfoil.command.hold;

import org.counterfoil.command.buyer.BuyerMarks;
import org.counterfoil.command.exchange.RequestRejection;
import org.counterfoil.command.waitingroom.Admissions;
import org.counterfoil.domain.access.Role;
import org.counterfoil.domain.performance.Caller;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceScheduled;
import org.counterfoil.domain.performance.PresaleCodeMark;
import org.counterfoil.domain.seathold.BuyerMark;
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
    BuyerMark named = buyer(wish, caller, performance);
    return shown == null
        ? new HoldClaim(caller, named, null, code, wish.holdCode())
        : new HoldClaim(
            caller,
            buyers.ofVisitor(performance, shown.visitor().value()),
            shown.admission(),
            code,
            wish.holdCode());
  }

  /** A channel's word for who its buyer is; from anybody else it would be worth nothing. */
  private @Nullable BuyerMark buyer(
      HoldWish wish, Caller caller, PerformanceScheduled performance) {
    if (wish.buyerKey() == null) {
      return null;
    }
    if (!caller.roles().contains(Role.CHANNEL)) {
      throw RequestRejection.BUYER_KEY_NOT_ALLOWED.because(
          "buyerKey", "Expected a buyerKey from a sales channel only, but the caller is none");
    }
    return buyers.ofChannel(performance, caller.channel(), wish.buyerKey());
  }
}

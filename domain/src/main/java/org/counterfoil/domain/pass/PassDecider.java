package org.counterfoil.domain.pass;

import java.time.Duration;
import java.time.Instant;
import org.counterfoil.domain.Decider;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.money.Money;
import org.counterfoil.domain.pass.PassCommand.ExpirePass;
import org.counterfoil.domain.pass.PassCommand.GiveUpPassPayment;
import org.counterfoil.domain.pass.PassCommand.ReturnUses;
import org.counterfoil.domain.pass.PassCommand.UsePass;
import org.counterfoil.domain.pass.PassEvent.PassExpired;
import org.counterfoil.domain.pass.PassEvent.PassIssued;
import org.counterfoil.domain.pass.PassEvent.PassPaymentGivenUp;
import org.counterfoil.domain.pass.PassEvent.PassUsed;
import org.counterfoil.domain.pass.PassEvent.PassUsesReturned;

/**
 * Decides about passes. All uses of one are decided here, one after the other, so that no use is
 * taken twice, whoever asks at once.
 */
public final class PassDecider implements Decider<PassCommand, Pass, PassEvent> {

  /** How long a use can be taken at least that came back. */
  static final Duration TO_USE_AGAIN = Duration.ofDays(90);

  @Override
  public Decision<PassEvent> decide(PassCommand command, Pass state, Instant now) {
    if (!state.exists()) {
      return Decision.reject(
          PassRejection.UNKNOWN_PASS,
          "Expected a pass, but there is none with id " + command.passId());
    }
    return switch (command) {
      case UsePass use -> use(use, state, now);
      case GiveUpPassPayment give -> giveUp(give, state);
      case ReturnUses back -> giveBack(back, state, now);
      case ExpirePass expire -> expire(state, now);
    };
  }

  private static Decision<PassEvent> use(UsePass use, Pass state, Instant now) {
    if (state.hasPaid(use.orderId(), use.paymentId())) {
      return Decision.accept();
    }
    PassTerms terms = state.issued().terms();
    int uses = terms.usesIn(use.amount());
    if (uses == 0) {
      return notWhole(use.amount(), terms);
    }
    if (state.used.containsKey(use.paymentId())) {
      return Decision.reject(
          PassRejection.PASS_PAYMENT_EXISTS,
          "Expected a payment of this order, but " + use.paymentId() + " is another's");
    }
    if (state.givenUp.contains(use.paymentId())) {
      return Decision.reject(
          PassRejection.PASS_PAYMENT_GIVEN_UP,
          "Expected a payment that is under way, but it was given up");
    }
    if (state.isOverAt(now)) {
      return Decision.reject(
          PassRejection.PASS_EXPIRED,
          "Expected a pass that can be used, but it expired at " + state.expiresAt());
    }
    if (uses > state.usesLeft()) {
      return Decision.reject(
          PassRejection.PASS_USED_UP,
          "Expected at most "
              + state.usesLeft()
              + " tickets, which is how many uses are left of the pass, but there are "
              + uses);
    }
    Integer most = terms.usesPerPerformance();
    int before = state.usedFor(use.performanceId());
    return most != null && before + uses > most
        ? Decision.reject(
            PassRejection.PASS_USED_FOR_PERFORMANCE,
            "Expected at most "
                + most
                + " tickets of a performance, but "
                + before
                + " were paid with the pass, and "
                + uses
                + " more are asked for")
        : Decision.accept(
            new PassUsed(
                use.passId(),
                state.issued().organisationId(),
                use.orderId(),
                use.performanceId(),
                use.paymentId(),
                terms.uses(uses)));
  }

  private static Decision<PassEvent> giveUp(GiveUpPassPayment give, Pass state) {
    return state.used.containsKey(give.paymentId()) || state.givenUp.contains(give.paymentId())
        ? Decision.accept()
        : Decision.accept(
            new PassPaymentGivenUp(
                give.passId(), state.issued().organisationId(), give.orderId(), give.paymentId()));
  }

  private static Decision<PassEvent> giveBack(ReturnUses back, Pass state, Instant now) {
    if (state.returned.contains(back.refundId())) {
      return Decision.accept();
    }
    PassTerms terms = state.issued().terms();
    int uses = terms.usesIn(back.amount());
    if (uses == 0) {
      return notWhole(back.amount(), terms);
    }
    Instant least = now.plus(TO_USE_AGAIN);
    return Decision.accept(
        new PassUsesReturned(
            back.passId(),
            state.issued().organisationId(),
            back.orderId(),
            back.performanceId(),
            back.refundId(),
            terms.uses(uses),
            state.expiresAt().isBefore(least) ? least : state.expiresAt()));
  }

  private static Decision<PassEvent> expire(Pass state, Instant now) {
    return state.usesLeft() == 0 || !state.isOverAt(now)
        ? Decision.accept()
        : Decision.accept(
            new PassExpired(
                state.issued().passId(),
                state.issued().organisationId(),
                state.issued().terms().uses(state.usesLeft())));
  }

  private static Decision<PassEvent> notWhole(Money amount, PassTerms terms) {
    return Decision.reject(
        PassRejection.PASS_USES_NOT_WHOLE,
        "Expected an amount of whole uses of "
            + terms.use().minor()
            + " in "
            + terms.use().currency()
            + ", but it is "
            + amount.minor()
            + " in "
            + amount.currency());
  }

  @Override
  public void evolve(Pass state, PassEvent event) {
    switch (event) {
      case PassIssued issued -> {
        state.issued = issued;
        state.usesLeft = issued.uses().count();
        state.expiresAt = issued.expiresAt();
      }
      case PassUsed used -> {
        state.used.put(used.paymentId(), used.orderId());
        state.count(used.performanceId(), used.uses().count());
      }
      case PassPaymentGivenUp given -> state.givenUp.add(given.paymentId());
      case PassUsesReturned returned -> {
        state.returned.add(returned.refundId());
        state.count(returned.performanceId(), -returned.uses().count());
        state.expiresAt = returned.expiresAt();
      }
      case PassExpired expired -> state.usesLeft -= expired.uses().count();
    }
  }
}

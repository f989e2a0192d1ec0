package org.counterfoil.domain.pass;

import java.time.Instant;
import org.counterfoil.domain.Decider;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.pass.PassOffersCommand.SetPassOffers;
import org.counterfoil.domain.pass.PassOffersEvent.PassOffersSet;

/** Decides which passes an organisation sells. */
public final class PassOffersDecider
    implements Decider<PassOffersCommand, PassOffers, PassOffersEvent> {

  @Override
  public Decision<PassOffersEvent> decide(
      PassOffersCommand command, PassOffers state, Instant now) {
    return switch (command) {
      case SetPassOffers set -> set(set, state, now);
    };
  }

  private static Decision<PassOffersEvent> set(SetPassOffers set, PassOffers state, Instant now) {
    if (set.offers().stream().map(PassOffer::pass).distinct().count() < set.offers().size()) {
      return Decision.reject(
          PassRejection.PASS_OFFER_REPEATED, "Expected each pass once, but one repeats");
    }
    for (PassOffer offer : set.offers()) {
      if (!offer.isSensible(now)) {
        return Decision.reject(
            PassRejection.INVALID_PASS_OFFER,
            "Expected uses and a price of more than 0, and either validDays or validUntil, but "
                + offer.pass()
                + " has another, or a number out of proportion");
      }
    }
    return set.offers().equals(state.offers)
        ? Decision.accept()
        : Decision.accept(new PassOffersSet(set.organisationId(), set.offers()));
  }

  @Override
  public void evolve(PassOffers state, PassOffersEvent event) {
    switch (event) {
      case PassOffersSet set -> state.offers = set.offers();
    }
  }
}

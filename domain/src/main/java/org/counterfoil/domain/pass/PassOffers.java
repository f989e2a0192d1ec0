package org.counterfoil.domain.pass;

import java.util.List;
import org.counterfoil.domain.performance.PassOfferCode;
import org.jspecify.annotations.Nullable;

/** The passes that an organisation sells; those that were sold keep what they promised. */
public final class PassOffers {

  List<PassOffer> offers = List.of();

  public List<PassOffer> all() {
    return offers;
  }

  /** The offer with this code, or null where there is none. */
  public @Nullable PassOffer named(PassOfferCode code) {
    return offers.stream().filter(offer -> offer.pass().equals(code)).findFirst().orElse(null);
  }
}

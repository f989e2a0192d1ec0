package org.counterfoil.command.order;

import org.counterfoil.command.exchange.OrganisationSettings;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.organisation.VoucherTerms;
import org.counterfoil.domain.pass.PassOffer;
import org.counterfoil.domain.performance.PassOfferCode;
import org.jspecify.annotations.Nullable;

/** Whose vouchers and passes are wished for; asked for its terms where one is. */
record Seller(OrganisationSettings settings, OrganisationId organisation) {

  VoucherTerms vouchers() {
    return settings.of(organisation).vouchers();
  }

  @Nullable PassOffer pass(PassOfferCode code) {
    return settings.passesOf(organisation).named(code);
  }
}

package org.counterfoil.command.payment;

import org.counterfoil.command.exchange.OrganisationSettings;
import org.counterfoil.command.exchange.RequestRejection;
import org.counterfoil.domain.money.PaymentMethod;
import org.counterfoil.domain.organisation.OrganisationId;

/** Which methods of payment an organisation accepts at this moment. */
final class AcceptedMethods {

  private final OrganisationSettings settings;

  AcceptedMethods(OrganisationSettings settings) {
    this.settings = settings;
  }

  /**
   * Refuses a method that the organisation does not accept; a voucher or pass pays by its code
   * alone, and exchanged tickets by being exchanged.
   */
  void require(OrganisationId organisation, PaymentMethod method) {
    if (method.isDebt() || !settings.of(organisation).accepts(method)) {
      throw RequestRejection.METHOD_NOT_ACCEPTED.because(
          "method", "Expected a method that the organisation accepts, but " + method + " is none");
    }
  }
}

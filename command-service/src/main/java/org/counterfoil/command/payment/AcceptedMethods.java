package org.counterfoil.command.payment;

import org.counterfoil.command.exchange.RequestRejection;
import org.counterfoil.domain.money.PaymentMethod;
import org.counterfoil.domain.organisation.Organisation;
import org.counterfoil.domain.organisation.OrganisationDecider;
import org.counterfoil.domain.organisation.OrganisationEvent;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.eventstore.log.EventLog;
import org.counterfoil.eventstore.log.RecordedEvent;

/** Which methods of payment an organisation accepts at this moment. */
final class AcceptedMethods {

  private final EventLog log;

  AcceptedMethods(EventLog log) {
    this.log = log;
  }

  /** Refuses a method that the organisation does not accept. */
  void require(OrganisationId organisation, PaymentMethod method) {
    OrganisationDecider decider = new OrganisationDecider();
    Organisation state = new Organisation();
    for (RecordedEvent recorded : log.readStream(organisation.value())) {
      decider.evolve(state, (OrganisationEvent) recorded.envelope().payload());
    }
    if (!state.accepts(method)) {
      throw RequestRejection.METHOD_NOT_ACCEPTED.because(
          "method", "Expected a method that the organisation accepts, but " + method + " is none");
    }
  }
}

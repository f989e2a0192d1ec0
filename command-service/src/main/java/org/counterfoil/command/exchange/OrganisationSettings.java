package org.counterfoil.command.exchange;

import org.counterfoil.domain.organisation.Organisation;
import org.counterfoil.domain.organisation.OrganisationDecider;
import org.counterfoil.domain.organisation.OrganisationEvent;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.pass.PassOffers;
import org.counterfoil.domain.pass.PassOffersCommand;
import org.counterfoil.domain.pass.PassOffersDecider;
import org.counterfoil.domain.pass.PassOffersEvent;
import org.counterfoil.eventstore.log.EventLog;
import org.counterfoil.eventstore.log.RecordedEvent;

/** What organisations have set for themselves, as the log has it now. */
public final class OrganisationSettings {

  private static final OrganisationDecider DECIDER = new OrganisationDecider();

  private static final PassOffersDecider PASSES = new PassOffersDecider();

  private final EventLog log;

  public OrganisationSettings(EventLog log) {
    this.log = log;
  }

  /** Of an organisation that is known to exist. */
  public Organisation of(OrganisationId id) {
    Organisation state = new Organisation();
    for (RecordedEvent recorded : log.readStream(id.value())) {
      DECIDER.evolve(state, (OrganisationEvent) recorded.envelope().payload());
    }
    return state;
  }

  /** The passes that it sells. */
  public PassOffers passesOf(OrganisationId id) {
    PassOffers state = new PassOffers();
    for (RecordedEvent recorded : log.readStream(PassOffersCommand.offersOf(id))) {
      PASSES.evolve(state, (PassOffersEvent) recorded.envelope().payload());
    }
    return state;
  }
}

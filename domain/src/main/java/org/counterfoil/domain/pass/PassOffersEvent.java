package org.counterfoil.domain.pass;

import java.util.List;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.EventType;
import org.counterfoil.domain.organisation.OrganisationId;

/** What happened to the passes that an organisation sells. */
public sealed interface PassOffersEvent extends Event {

  OrganisationId organisationId();

  /** Which passes it sells from now on. Replaces what was set before. */
  @EventType(name = "pass-offers.set", revision = 1)
  record PassOffersSet(OrganisationId organisationId, List<PassOffer> offers)
      implements PassOffersEvent {
    public PassOffersSet {
      offers = List.copyOf(offers);
    }
  }
}

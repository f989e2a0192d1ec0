package org.counterfoil.command.aggregate;

import java.util.UUID;
import org.axonframework.modelling.command.AggregateRoot;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.privacy.request.RightsRequest;
import org.counterfoil.domain.privacy.request.RightsRequestDecider;
import org.counterfoil.domain.privacy.request.RightsRequestEvent;
import org.jspecify.annotations.Nullable;

/** The shell of a request by which a person exercises a right. */
@AggregateRoot(type = RightsRequestAggregate.TYPE)
public final class RightsRequestAggregate extends Shell<RightsRequest> {

  static final String TYPE = "rights-request";
  private static final RightsRequestDecider DECIDER = new RightsRequestDecider();

  public RightsRequestAggregate(UUID id) {
    super(id, new RightsRequest());
  }

  @Override
  void evolve(Event event) {
    DECIDER.evolve(state(), (RightsRequestEvent) event);
  }

  @Override
  @Nullable OrganisationId organisationOf(Event event) {
    return ((RightsRequestEvent) event).organisationId();
  }
}

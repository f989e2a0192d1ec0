package org.counterfoil.command.aggregate;

import java.util.UUID;
import org.axonframework.modelling.command.AggregateRoot;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.organisation.Organisation;
import org.counterfoil.domain.organisation.OrganisationDecider;
import org.counterfoil.domain.organisation.OrganisationEvent;
import org.counterfoil.domain.organisation.OrganisationId;
import org.jspecify.annotations.Nullable;

/** The shell of an organisation. */
@AggregateRoot(type = OrganisationAggregate.TYPE)
public final class OrganisationAggregate extends Shell<Organisation> {

  static final String TYPE = "organisation";
  private static final OrganisationDecider DECIDER = new OrganisationDecider();

  public OrganisationAggregate(UUID id) {
    super(id, new Organisation());
  }

  @Override
  void evolve(Event event) {
    DECIDER.evolve(state(), (OrganisationEvent) event);
  }

  @Override
  @Nullable OrganisationId organisationOf(Event event) {
    return ((OrganisationEvent) event).organisationId();
  }
}

package org.counterfoil.command.aggregate;

import java.util.UUID;
import org.axonframework.modelling.command.AggregateRoot;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.pass.PassOffers;
import org.counterfoil.domain.pass.PassOffersDecider;
import org.counterfoil.domain.pass.PassOffersEvent;
import org.jspecify.annotations.Nullable;

/** The shell of the passes that an organisation sells. */
@AggregateRoot(type = PassOffersAggregate.TYPE)
public final class PassOffersAggregate extends Shell<PassOffers> {

  static final String TYPE = "pass-offers";
  private static final PassOffersDecider DECIDER = new PassOffersDecider();

  public PassOffersAggregate(UUID id) {
    super(id, new PassOffers());
  }

  @Override
  void evolve(Event event) {
    DECIDER.evolve(state(), (PassOffersEvent) event);
  }

  @Override
  @Nullable OrganisationId organisationOf(Event event) {
    return ((PassOffersEvent) event).organisationId();
  }
}

package org.counterfoil.command.aggregate;

import java.util.UUID;
import org.axonframework.modelling.command.AggregateRoot;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.venue.Venue;
import org.counterfoil.domain.venue.VenueDecider;
import org.counterfoil.domain.venue.VenueEvent;
import org.jspecify.annotations.Nullable;

/** The shell of a venue. */
@AggregateRoot(type = VenueAggregate.TYPE)
public final class VenueAggregate extends Shell<Venue> {

  static final String TYPE = "venue";
  private static final VenueDecider DECIDER = new VenueDecider();

  public VenueAggregate(UUID id) {
    super(id, new Venue());
  }

  @Override
  void evolve(Event event) {
    DECIDER.evolve(state(), (VenueEvent) event);
  }

  @Override
  @Nullable OrganisationId organisationOf(Event event) {
    return ((VenueEvent) event).organisationId();
  }
}

package org.counterfoil.command.aggregate;

import java.util.UUID;
import org.axonframework.modelling.command.AggregateRoot;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.organisation.Network;
import org.counterfoil.domain.organisation.NetworkDecider;
import org.counterfoil.domain.organisation.NetworkEvent;
import org.counterfoil.domain.organisation.OrganisationId;
import org.jspecify.annotations.Nullable;

/** The shell of a network, which belongs to no organisation. */
@AggregateRoot(type = NetworkAggregate.TYPE)
public final class NetworkAggregate extends Shell<Network> {

  static final String TYPE = "network";
  private static final NetworkDecider DECIDER = new NetworkDecider();

  public NetworkAggregate(UUID id) {
    super(id, new Network());
  }

  @Override
  void evolve(Event event) {
    DECIDER.evolve(state(), (NetworkEvent) event);
  }

  @Override
  @Nullable OrganisationId organisationOf(Event event) {
    return null;
  }
}

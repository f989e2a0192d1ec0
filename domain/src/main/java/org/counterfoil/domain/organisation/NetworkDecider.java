package org.counterfoil.domain.organisation;

import java.time.Instant;
import org.counterfoil.domain.Decider;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.organisation.NetworkCommand.CreateNetwork;
import org.counterfoil.domain.organisation.NetworkCommand.JoinNetwork;
import org.counterfoil.domain.organisation.NetworkEvent.NetworkCreated;
import org.counterfoil.domain.organisation.NetworkEvent.OrganisationJoined;

/** Decides about networks. */
public final class NetworkDecider implements Decider<NetworkCommand, Network, NetworkEvent> {

  @Override
  public Decision<NetworkEvent> decide(NetworkCommand command, Network state, Instant now) {
    return switch (command) {
      case CreateNetwork create ->
          state.isCreated
              ? Decision.accept()
              : Decision.accept(new NetworkCreated(create.networkId(), create.name()));
      case JoinNetwork join -> join(join, state);
    };
  }

  private static Decision<NetworkEvent> join(JoinNetwork join, Network state) {
    if (!state.isCreated) {
      return Decision.reject(
          OrganisationRejection.UNKNOWN_NETWORK,
          "Expected a network, but there is none with id " + join.networkId());
    }
    return state.members.contains(join.organisationId())
        ? Decision.accept()
        : Decision.accept(new OrganisationJoined(join.networkId(), join.organisationId()));
  }

  @Override
  public void evolve(Network state, NetworkEvent event) {
    switch (event) {
      case NetworkCreated created -> state.isCreated = true;
      case OrganisationJoined joined -> state.members.add(joined.organisationId());
    }
  }
}

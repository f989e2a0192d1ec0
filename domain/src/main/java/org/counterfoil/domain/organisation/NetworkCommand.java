package org.counterfoil.domain.organisation;

import java.util.UUID;
import org.counterfoil.domain.Command;
import org.counterfoil.domain.PublicLabel;

/** Commands about one network. */
public sealed interface NetworkCommand extends Command {

  NetworkId networkId();

  @Override
  default UUID laneKey() {
    return networkId().value();
  }

  record CreateNetwork(NetworkId networkId, PublicLabel name) implements NetworkCommand {}

  /** Adds a member. Repeating it changes nothing. */
  record JoinNetwork(NetworkId networkId, OrganisationId organisationId)
      implements NetworkCommand {}
}

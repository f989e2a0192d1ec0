package org.counterfoil.domain.organisation;

import org.counterfoil.domain.Event;
import org.counterfoil.domain.EventType;
import org.counterfoil.domain.PublicLabel;

/** What happened to a network of organisations. */
public sealed interface NetworkEvent extends Event {

  NetworkId networkId();

  @EventType(name = "network.created", revision = 1)
  record NetworkCreated(NetworkId networkId, PublicLabel name) implements NetworkEvent {}

  /** From now on the organisation sees the members' shared venues, and they see its own. */
  @EventType(name = "network.organisation-joined", revision = 1)
  record OrganisationJoined(NetworkId networkId, OrganisationId organisationId)
      implements NetworkEvent {}
}

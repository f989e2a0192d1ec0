package org.counterfoil.domain.organisation;

import java.util.HashSet;
import java.util.Set;

/** The state of a network. */
public final class Network {
  boolean isCreated;
  final Set<OrganisationId> members = new HashSet<>();
}

package org.counterfoil.command.aggregate;

import java.util.UUID;
import org.axonframework.modelling.command.AggregateRoot;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.access.Access;
import org.counterfoil.domain.access.AccessDecider;
import org.counterfoil.domain.access.AccessEvent;
import org.counterfoil.domain.organisation.OrganisationId;
import org.jspecify.annotations.Nullable;

/** The shell of an API token or a login link. */
@AggregateRoot(type = AccessAggregate.TYPE)
public final class AccessAggregate extends Shell<Access> {

  static final String TYPE = "access";
  private static final AccessDecider DECIDER = new AccessDecider();

  public AccessAggregate(UUID id) {
    super(id, new Access());
  }

  @Override
  void evolve(Event event) {
    DECIDER.evolve(state(), (AccessEvent) event);
  }

  @Override
  @Nullable OrganisationId organisationOf(Event event) {
    return state().organisationAfter((AccessEvent) event);
  }
}

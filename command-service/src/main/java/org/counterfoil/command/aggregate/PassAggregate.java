package org.counterfoil.command.aggregate;

import java.util.UUID;
import org.axonframework.modelling.command.AggregateRoot;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.pass.Pass;
import org.counterfoil.domain.pass.PassDecider;
import org.counterfoil.domain.pass.PassEvent;
import org.jspecify.annotations.Nullable;

/** The shell of a pass. */
@AggregateRoot(type = PassAggregate.TYPE)
public final class PassAggregate extends Shell<Pass> {

  static final String TYPE = "pass";
  private static final PassDecider DECIDER = new PassDecider();

  public PassAggregate(UUID id) {
    super(id, new Pass());
  }

  @Override
  void evolve(Event event) {
    DECIDER.evolve(state(), (PassEvent) event);
  }

  @Override
  @Nullable OrganisationId organisationOf(Event event) {
    return ((PassEvent) event).organisationId();
  }
}

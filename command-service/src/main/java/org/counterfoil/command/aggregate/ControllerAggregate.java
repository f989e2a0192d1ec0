package org.counterfoil.command.aggregate;

import java.util.UUID;
import org.axonframework.modelling.command.AggregateRoot;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.privacy.controller.ControllerDecider;
import org.counterfoil.domain.privacy.controller.ControllerEvent;
import org.counterfoil.domain.privacy.controller.Controllership;
import org.jspecify.annotations.Nullable;

/** The shell of what the register says of a controller. */
@AggregateRoot(type = ControllerAggregate.TYPE)
public final class ControllerAggregate extends Shell<Controllership> {

  static final String TYPE = "controller";
  private static final ControllerDecider DECIDER = new ControllerDecider();

  public ControllerAggregate(UUID id) {
    super(id, new Controllership());
  }

  @Override
  void evolve(Event event) {
    DECIDER.evolve(state(), (ControllerEvent) event);
  }

  @Override
  @Nullable OrganisationId organisationOf(Event event) {
    return ((ControllerEvent) event).organisationId();
  }
}

package org.counterfoil.command.aggregate;

import java.util.UUID;
import org.axonframework.modelling.command.AggregateRoot;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.privacy.register.Register;
import org.counterfoil.domain.privacy.register.RegisterDecider;
import org.counterfoil.domain.privacy.register.RegisterEvent;
import org.jspecify.annotations.Nullable;

/** The shell of an organisation's register of processing. */
@AggregateRoot(type = RegisterAggregate.TYPE)
public final class RegisterAggregate extends Shell<Register> {

  static final String TYPE = "register";
  private static final RegisterDecider DECIDER = new RegisterDecider();

  public RegisterAggregate(UUID id) {
    super(id, new Register());
  }

  @Override
  void evolve(Event event) {
    DECIDER.evolve(state(), (RegisterEvent) event);
  }

  @Override
  @Nullable OrganisationId organisationOf(Event event) {
    return ((RegisterEvent) event).organisationId();
  }
}

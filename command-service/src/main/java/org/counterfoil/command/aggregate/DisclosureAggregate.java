package org.counterfoil.command.aggregate;

import java.util.UUID;
import org.axonframework.modelling.command.AggregateRoot;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.privacy.disclosure.Disclosure;
import org.counterfoil.domain.privacy.disclosure.DisclosureDecider;
import org.counterfoil.domain.privacy.disclosure.DisclosureEvent;
import org.jspecify.annotations.Nullable;

/** The shell of one reading of personal data. */
@AggregateRoot(type = DisclosureAggregate.TYPE)
public final class DisclosureAggregate extends Shell<Disclosure> {

  static final String TYPE = "disclosure";
  private static final DisclosureDecider DECIDER = new DisclosureDecider();

  public DisclosureAggregate(UUID id) {
    super(id, new Disclosure());
  }

  @Override
  void evolve(Event event) {
    DECIDER.evolve(state(), (DisclosureEvent) event);
  }

  @Override
  @Nullable OrganisationId organisationOf(Event event) {
    return ((DisclosureEvent) event).organisationId();
  }
}

package org.counterfoil.command.aggregate;

import java.util.UUID;
import org.axonframework.modelling.command.AggregateRoot;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.admission.AdmissionDecider;
import org.counterfoil.domain.admission.AdmissionEvent;
import org.counterfoil.domain.admission.Admissions;
import org.counterfoil.domain.organisation.OrganisationId;
import org.jspecify.annotations.Nullable;

/** The shell of a door. */
@AggregateRoot(type = AdmissionAggregate.TYPE)
public final class AdmissionAggregate extends Shell<Admissions> {

  static final String TYPE = "admission";
  private static final AdmissionDecider DECIDER = new AdmissionDecider();

  public AdmissionAggregate(UUID id) {
    super(id, new Admissions());
  }

  @Override
  void evolve(Event event) {
    DECIDER.evolve(state(), (AdmissionEvent) event);
  }

  @Override
  @Nullable OrganisationId organisationOf(Event event) {
    return ((AdmissionEvent) event).door().organisationId();
  }
}

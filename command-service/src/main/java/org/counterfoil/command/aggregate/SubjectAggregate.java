package org.counterfoil.command.aggregate;

import java.util.UUID;
import org.axonframework.modelling.command.AggregateRoot;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.privacy.subject.DataSubject;
import org.counterfoil.domain.privacy.subject.SubjectDecider;
import org.counterfoil.domain.privacy.subject.SubjectEvent;
import org.jspecify.annotations.Nullable;

/** The shell of what is recorded of one person. */
@AggregateRoot(type = SubjectAggregate.TYPE)
public final class SubjectAggregate extends Shell<DataSubject> {

  static final String TYPE = "data-subject";
  private static final SubjectDecider DECIDER = new SubjectDecider();

  public SubjectAggregate(UUID id) {
    super(id, new DataSubject());
  }

  @Override
  void evolve(Event event) {
    DECIDER.evolve(state(), (SubjectEvent) event);
  }

  @Override
  @Nullable OrganisationId organisationOf(Event event) {
    return ((SubjectEvent) event).organisationId();
  }
}

package org.counterfoil.command.aggregate;

import java.util.UUID;
import org.axonframework.modelling.command.AggregateRoot;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.privacy.audit.AuditDecider;
import org.counterfoil.domain.privacy.audit.AuditEvent;
import org.counterfoil.domain.privacy.audit.RecordedReading;
import org.jspecify.annotations.Nullable;

/** The shell of one reading of what is recorded about personal data. */
@AggregateRoot(type = AuditReadingAggregate.TYPE)
public final class AuditReadingAggregate extends Shell<RecordedReading> {

  static final String TYPE = "audit-reading";
  private static final AuditDecider DECIDER = new AuditDecider();

  public AuditReadingAggregate(UUID id) {
    super(id, new RecordedReading());
  }

  @Override
  void evolve(Event event) {
    DECIDER.evolve(state(), (AuditEvent) event);
  }

  @Override
  @Nullable OrganisationId organisationOf(Event event) {
    return ((AuditEvent) event).organisationId();
  }
}

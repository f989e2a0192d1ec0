package org.counterfoil.query.audit.recording;

import java.util.List;
import java.util.Set;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.order.OrderEvent;
import org.counterfoil.domain.organisation.OrganisationEvent.OrganisationCreated;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceRescheduled;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceScheduled;
import org.counterfoil.domain.privacy.audit.AuditEvent;
import org.counterfoil.domain.privacy.controller.ControllerEvent;
import org.counterfoil.domain.privacy.disclosure.DisclosureEvent;
import org.counterfoil.domain.privacy.imports.ImportEvent;
import org.counterfoil.domain.privacy.register.RegisterEvent;
import org.counterfoil.domain.privacy.request.RightsRequestEvent;
import org.counterfoil.domain.privacy.subject.SubjectEvent;
import org.counterfoil.eventstore.log.RecordedEvent;
import org.counterfoil.feed.projection.Projection;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What happened to personal data. One event that cannot be recorded stops its organisation's: a
 * record with a hole in it proves nothing, so nothing may be given up.
 */
public final class AuditProjection implements Projection {

  /** Its schema, and its name among the projections. */
  public static final String NAME = "audit";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String ddl() {
    return "tables.sql";
  }

  @Override
  public Set<Class<? extends Event>> handles() {
    return Set.of(
        RegisterEvent.class,
        SubjectEvent.class,
        DisclosureEvent.class,
        RightsRequestEvent.class,
        AuditEvent.class,
        ControllerEvent.class,
        ImportEvent.class,
        OrganisationCreated.class,
        PerformanceScheduled.class,
        PerformanceRescheduled.class,
        OrderEvent.class);
  }

  /** The organisation; an event of none, which there should not be, stops itself alone. */
  @Override
  public String key(RecordedEvent event) {
    var organisation = event.envelope().organisation();
    return organisation == null ? event.envelope().streamId().toString() : organisation.toString();
  }

  @Override
  public void apply(RecordedEvent event, JdbcClient tables) {
    applyAll(List.of(event), tables);
  }

  @Override
  public void applyAll(List<RecordedEvent> events, JdbcClient tables) {
    Recorder recorder = new Recorder(tables);
    events.forEach(recorder::record);
    recorder.end();
  }
}

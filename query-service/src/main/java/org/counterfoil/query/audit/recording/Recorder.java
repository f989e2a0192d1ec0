package org.counterfoil.query.audit.recording;

import java.sql.Timestamp;
import java.time.Instant;
import org.counterfoil.domain.order.OrderEvent;
import org.counterfoil.domain.organisation.OrganisationEvent.OrganisationCreated;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceRescheduled;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceScheduled;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.privacy.audit.AuditEvent;
import org.counterfoil.domain.privacy.controller.ControllerEvent;
import org.counterfoil.domain.privacy.disclosure.DisclosureEvent;
import org.counterfoil.domain.privacy.imports.ImportEvent;
import org.counterfoil.domain.privacy.register.RegisterEvent;
import org.counterfoil.domain.privacy.request.RightsRequestEvent;
import org.counterfoil.domain.privacy.subject.SubjectEvent;
import org.counterfoil.eventstore.log.RecordedEvent;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Takes events in, in order. New rows are collected and written together; an event that changes
 * rows has everything before it written first, so that batches of any size give the same.
 */
final class Recorder {

  private record PerformanceRow(PerformanceId performanceId, Instant endsAt) {}

  private final JdbcClient tables;
  private final NewRows rows;
  private final KeptRows kept;
  private final CaptureRows captures;
  private final RegisterRows register;
  private final SubjectRows subjects;
  private final ReadingRows readings;
  private final RequestRows requests;
  private final OrderRows orders;
  private final ImportRows imports;

  Recorder(JdbcClient tables) {
    this.tables = tables;
    rows = new NewRows(tables);
    kept = new KeptRows(tables);
    captures = new CaptureRows(rows, tables);
    register = new RegisterRows(rows);
    subjects = new SubjectRows(rows, captures, new SamePersonRows(tables), kept);
    readings = new ReadingRows(rows);
    requests = new RequestRows(rows, tables);
    orders = new OrderRows(rows, tables, kept);
    imports = new ImportRows(rows);
  }

  void record(RecordedEvent event) {
    Moment moment = Moment.of(event);
    switch (event.envelope().payload()) {
      case SubjectEvent subject -> subjects.apply(subject, moment, this::write);
      case RegisterEvent declared -> register.apply(declared, moment);
      case ControllerEvent controller -> register.apply(controller, moment);
      case DisclosureEvent disclosure -> readings.apply(disclosure, moment);
      case AuditEvent reading -> readings.apply(reading, moment);
      case RightsRequestEvent request -> requests.apply(request, moment, this::write);
      case ImportEvent brought -> imports.apply(brought, moment);
      case OrganisationCreated created -> register.apply(created, moment);
      case PerformanceScheduled scheduled ->
          rows.add(
              "performance", new PerformanceRow(scheduled.performanceId(), scheduled.endsAt()));
      case PerformanceRescheduled rescheduled -> move(rescheduled);
      case OrderEvent order -> orders.apply(order, moment, this::write);
      default ->
          throw new IllegalArgumentException(
              "Expected an event that this projection handles, but got "
                  + event.envelope().payload().getClass().getName());
    }
  }

  /** Writes what was collected, and counts anew what it concerns. */
  void end() {
    write();
    kept.count();
  }

  private void write() {
    rows.write();
    captures.replace();
    orders.write();
  }

  private void move(PerformanceRescheduled rescheduled) {
    write();
    int moved =
        tables
            .sql("update performance set ends_at = ? where performance_id = ?")
            .params(Timestamp.from(rescheduled.endsAt()), rescheduled.performanceId().value())
            .update();
    kept.ofPerformance(rescheduled.performanceId());
    if (moved != 1) {
      throw new IllegalStateException(
          "Expected performance " + rescheduled.performanceId() + " to be there, but it is not");
    }
  }
}

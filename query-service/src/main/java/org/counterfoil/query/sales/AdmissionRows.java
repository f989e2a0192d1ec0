package org.counterfoil.query.sales;

import java.sql.Timestamp;
import java.util.UUID;
import org.counterfoil.domain.admission.AdmissionEvent;
import org.counterfoil.domain.admission.AdmissionEvent.AdmissionContested;
import org.counterfoil.domain.admission.AdmissionEvent.AdmissionRefused;
import org.counterfoil.domain.admission.AdmissionEvent.TicketAdmitted;
import org.counterfoil.domain.admission.RefusalReason;
import org.counterfoil.domain.admission.ScannedTicket;
import org.counterfoil.domain.performance.PerformanceId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes one row for each scan at a performance's doors; others are nobody's figures. */
final class AdmissionRows {

  private final JdbcClient tables;

  AdmissionRows(JdbcClient tables) {
    this.tables = tables;
  }

  void apply(AdmissionEvent event, Moment when) {
    PerformanceId performance = event.door().performanceId();
    if (performance == null) {
      return;
    }
    switch (event) {
      case TicketAdmitted admitted -> write(performance, event, "ADMITTED", null, when);
      case AdmissionRefused refused -> write(performance, event, "REFUSED", refused.reason(), when);
      case AdmissionContested contested ->
          write(performance, event, "CONTESTED", contested.reason(), when);
    }
    tables
        .sql(
            """
            update performance set changed_position = ?, changed_at = ?
            where performance_id = ? and changed_position < ?
            """)
        .params(when.position(), Timestamp.from(when.at()), performance.value(), when.position())
        .update();
  }

  private void write(
      PerformanceId performance,
      AdmissionEvent event,
      String outcome,
      @Nullable RefusalReason reason,
      Moment when) {
    ScannedTicket ticket = event.ticket();
    UUID scan = event.scan().scanId().value();
    tables
        .sql("insert into scan values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .param(when.position())
        .param(performance.value())
        .param(scan)
        .param(outcome)
        .param(reason == null ? null : reason.name())
        .param(event.scan().gate().value())
        .param(ticket == null ? null : ticket.ticketNumber())
        .param(event.scan().isOffline())
        .param(Timestamp.from(event.scan().scannedAt()))
        .param(Timestamp.from(when.at()))
        .update();
  }
}

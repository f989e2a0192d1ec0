package org.counterfoil.query.accounts.posting;

import java.sql.Timestamp;
import org.counterfoil.eventstore.log.RecordedEvent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes what a cancelled performance owes, ticket by ticket; its entry says it in one sum. */
final class OwedTickets {

  private static final String OWED =
      """
      insert into owed_ticket
      select t.ticket_id, t.organisation_id, t.performance_id,
        case when v.ticket_id is null then 1 else 0 end,
        t.gross_minor - coalesce(r.gross_minor, 0), t.net_minor - coalesce(r.net_minor, 0),
        t.tax_minor - coalesce(r.tax_minor, 0),
        :position, cast(:at as timestamptz), cast(:day as date)
      from ticket t
      left join voided_ticket v using (ticket_id)
      left join (
        select ticket_id, sum(gross_minor) as gross_minor, sum(net_minor) as net_minor,
          sum(tax_minor) as tax_minor
        from ticket_refund where performance_id = :performance group by ticket_id) r
        using (ticket_id)
      where t.performance_id = :performance
        and (v.ticket_id is null or t.gross_minor > coalesce(r.gross_minor, 0))
      """;

  private OwedTickets() {}

  /** Takes what is in the tables, so everything before the event is written first. */
  static void write(
      JdbcClient tables, PerformanceRow performance, PostingDay day, RecordedEvent event) {
    tables
        .sql(OWED)
        .param("performance", performance.performanceId())
        .param("position", event.position())
        .param("at", Timestamp.from(event.envelope().recordedAt()))
        .param("day", day.businessDay())
        .update();
  }
}

package org.counterfoil.query.sales;

import java.sql.Timestamp;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceCancelled;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Takes a cancelled performance out of the figures, at once, as the books do: what was taken for it
 * is owed from then on, whenever each order is decided on. Its seats stay as they are until their
 * tickets are void.
 */
final class CancellationRows {

  private static final String OWED =
      """
      insert into ticket_refund
      select t.ticket_id, t.performance_id, :position, cast(:at as timestamptz),
        t.gross_minor - coalesce(sum(r.gross_minor), 0),
        t.net_minor - coalesce(sum(r.net_minor), 0),
        t.tax_minor - coalesce(sum(r.tax_minor), 0)
      from ticket t left join ticket_refund r using (ticket_id)
      where t.performance_id = :performance
      group by t.ticket_id having t.gross_minor > coalesce(sum(r.gross_minor), 0)
      """;
  private static final String VOID =
      """
      update ticket set voided_position = :position, voided_at = cast(:at as timestamptz)
      where performance_id = :performance and voided_position is null
      """;
  private static final String CURVE =
      """
      insert into sold_minute as m
      select performance_id, cast(:minute as timestamptz), -sold, -gross_minor from performance
      where performance_id = :performance and (sold <> 0 or gross_minor <> 0)
      on conflict (performance_id, minute)
      do update set sold = m.sold + excluded.sold,
        gross_minor = m.gross_minor + excluded.gross_minor
      """;
  private static final String NOTHING =
      """
      update %s set sold = 0, comps = 0, gross_minor = 0, net_minor = 0, tax_minor = 0
      where performance_id = :performance
      """;

  private final JdbcClient tables;

  CancellationRows(JdbcClient tables) {
    this.tables = tables;
  }

  void apply(PerformanceCancelled cancelled, Moment when) {
    UUID performance = cancelled.performanceId().value();
    Timestamp minute = Timestamp.from(when.at().truncatedTo(ChronoUnit.MINUTES));
    at(OWED, performance, when).update();
    at(VOID, performance, when).update();
    tables.sql(CURVE).param("performance", performance).param("minute", minute).update();
    tables.sql(NOTHING.formatted("receipts")).param("performance", performance).update();
    tables.sql(NOTHING.formatted("performance")).param("performance", performance).update();
  }

  private JdbcClient.StatementSpec at(String sql, UUID performance, Moment when) {
    return tables
        .sql(sql)
        .param("performance", performance)
        .param("position", when.position())
        .param("at", Timestamp.from(when.at()));
  }
}

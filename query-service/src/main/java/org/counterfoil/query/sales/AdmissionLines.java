package org.counterfoil.query.sales;

import java.util.List;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.query.live.AsOf;
import org.counterfoil.query.sales.AdmissionFigures.ByGate;
import org.counterfoil.query.sales.AdmissionFigures.ByReason;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts the scans at a performance's doors, up to any moment. */
final class AdmissionLines {

  private static final String COUNTED =
      """
      from sales.scan where performance_id = :id and position <= :position
        and recorded_at <= cast(:at as timestamptz)
      """;

  private final JdbcClient tables;
  private final PerformanceId id;
  private final AsOf asOf;

  AdmissionLines(JdbcClient tables, PerformanceId id, AsOf asOf) {
    this.tables = tables;
    this.id = id;
    this.asOf = asOf;
  }

  private record Counts(long admitted, long refused, long contested) {}

  AdmissionFigures figures() {
    Counts counts =
        asked(
                """
                select count(*) filter (where outcome = 'ADMITTED') as admitted,
                       count(*) filter (where outcome = 'REFUSED') as refused,
                       count(*) filter (where outcome = 'CONTESTED') as contested
                """
                    + COUNTED)
            .query(Counts.class)
            .single();
    return new AdmissionFigures(
        counts.admitted(), counts.refused(), counts.contested(), byGate(), byReason());
  }

  private List<ByGate> byGate() {
    return asked(
            "select gate, count(*) filter (where outcome = 'ADMITTED') as admitted "
                + COUNTED
                + " group by gate order by gate")
        .query(ByGate.class)
        .list();
  }

  private List<ByReason> byReason() {
    return asked(
            "select reason, count(*) as scans "
                + COUNTED
                + " and reason is not null group by reason order by count(*) desc, reason")
        .query(ByReason.class)
        .list();
  }

  private JdbcClient.StatementSpec asked(String sql) {
    return tables
        .sql(sql)
        .param("id", id.value())
        .param("position", asOf.lastPosition())
        .param("at", asOf.lastTime());
  }
}

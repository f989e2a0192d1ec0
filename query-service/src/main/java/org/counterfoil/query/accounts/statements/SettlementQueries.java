package org.counterfoil.query.accounts.statements;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.query.accounts.scope.BooksScope;
import org.counterfoil.query.accounts.scope.BooksSnapshot;
import org.counterfoil.query.accounts.statements.Settlement.RateLine;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Settlements. */
public final class SettlementQueries {

  /**
   * What the accounts of revenue hold for one performance; the journal has no others for it. They
   * are found by what they meant: the chart may have other numbers for them since.
   */
  private static final String REVENUE =
      """
      select
        coalesce(sum(l.credit_minor - l.debit_minor)
          filter (where l.meaning = 'DEFERRED_REVENUE'), 0) as deferred,
        coalesce(sum(l.credit_minor - l.debit_minor)
          filter (where l.meaning = 'REVENUE'), 0) as earned,
        coalesce((select case o.kind when 'RECOGNITION' then 'TAKEN_PLACE' else 'CANCELLED' end
          from operation o where o.performance_id = :performance
            and o.kind in ('RECOGNITION', 'CANCELLATION') and {ended}), 'COMING') as stage
      from entry e
      join entry_line l on l.organisation_id = e.organisation_id and l.entry_number = e.number
      where l.performance_id = :performance and {scope}
      """;

  private record Revenue(long deferred, long earned, String stage) {}

  private final BooksSnapshot snapshot;
  private final StatementQueries statements;

  SettlementQueries(BooksSnapshot snapshot, StatementQueries statements) {
    this.snapshot = snapshot;
    this.statements = statements;
  }

  /** Empty where the organisation has no such performance. */
  public Optional<Settlement> of(BooksScope scope, PerformanceId performance, long reached) {
    return snapshot.read(
        tables ->
            statements
                .ofPerformance(scope, performance)
                .map(statement -> settle(tables, scope, statement, reached)));
  }

  private static Settlement settle(
      JdbcClient tables, BooksScope scope, StatementOfReceipts statement, long reached) {
    Map<String, Object> parameters = new HashMap<>(scope.parameters());
    parameters.put("performance", statement.performanceId());
    Revenue revenue =
        tables
            .sql(
                REVENUE
                    .replace("{scope}", scope.condition("e", "date", "validated_at"))
                    .replace("{ended}", scope.operations("tax_day")))
            .params(parameters)
            .query(Revenue.class)
            .single();
    return new Settlement(
        statement.performanceId(),
        statement.production(),
        statement.venue(),
        statement.startsAt(),
        statement.timeZone(),
        revenue.stage(),
        statement.currency(),
        statement.issued(),
        statement.voided(),
        statement.comps(),
        byRate(statement),
        statement.receiptsMinor(),
        statement.taxMinor(),
        statement.netMinor(),
        revenue.deferred(),
        revenue.earned(),
        reached);
  }

  private static List<RateLine> byRate(StatementOfReceipts statement) {
    Map<BigDecimal, RateLine> byRate = new TreeMap<>();
    for (StatementOfReceipts.Category category : statement.categories()) {
      byRate.merge(
          new BigDecimal(category.taxRate()),
          new RateLine(
              category.taxRate(),
              category.netMinor(),
              category.taxMinor(),
              category.receiptsMinor()),
          (one, other) ->
              new RateLine(
                  one.rate(),
                  one.netMinor() + other.netMinor(),
                  one.taxMinor() + other.taxMinor(),
                  one.grossMinor() + other.grossMinor()));
    }
    return List.copyOf(byRate.values());
  }
}

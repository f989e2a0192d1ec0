package org.counterfoil.query.accounts.revenue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.counterfoil.domain.accounting.Account;
import org.counterfoil.query.accounts.posting.OrganisationRow;
import org.counterfoil.query.accounts.scope.BooksScope;
import org.counterfoil.query.accounts.scope.BooksSnapshot;
import org.counterfoil.query.accounts.scope.OrganisationQueries;

/** Deferred revenue, from the lines of the journal and from nothing else. */
public final class RevenueQueries {

  /**
   * A line of the account is always about a performance. It is found by what it meant: the chart
   * may have another number for it since.
   */
  private static final String DEFERRED =
      """
      select p.performance_id, p.title, s.starts_at, p.time_zone,
        coalesce((select case o.kind when 'RECOGNITION' then 'TAKEN_PLACE' else 'CANCELLED' end
          from operation o where o.performance_id = p.performance_id
            and o.kind in ('RECOGNITION', 'CANCELLATION') and {ended}), 'COMING') as stage,
        coalesce(sum(m.credit) filter (where m.date < :begin), 0) as opening,
        coalesce(sum(m.credit) filter (where m.date >= :begin
          and m.kind not in ('REFUND', 'CANCELLATION', 'RECOGNITION')), 0) as received,
        coalesce(-sum(m.credit) filter (where m.date >= :begin
          and m.kind in ('REFUND', 'CANCELLATION')), 0) as refunded,
        coalesce(-sum(m.credit) filter (where m.date >= :begin
          and m.kind = 'RECOGNITION'), 0) as earned,
        sum(m.credit) as closing
      from (
        select l.performance_id, {day} as date, o.kind, l.credit_minor - l.debit_minor as credit
        from entry e
        join entry_line l on l.organisation_id = e.organisation_id and l.entry_number = e.number
        join operation o on o.organisation_id = e.organisation_id and not o.is_training
          and o.number = e.operation_number
        where {scope} and l.meaning = 'DEFERRED_REVENUE') m
      join performance p using (performance_id)
      join lateral (
        select s.starts_at from performance_start s
        where s.performance_id = p.performance_id and s.position <= :position
          and s.at <= cast(:time as timestamptz)
        order by s.position desc limit 1) s on true
      group by p.performance_id, s.starts_at
      having bool_or(m.date >= :begin) or sum(m.credit) <> 0
      order by s.starts_at, p.performance_id
      """;

  private final BooksSnapshot snapshot;
  private final OrganisationQueries organisations;

  RevenueQueries(BooksSnapshot snapshot, OrganisationQueries organisations) {
    this.snapshot = snapshot;
    this.organisations = organisations;
  }

  /** Of the scope's days, by accounting date. */
  public RevenueReport of(BooksScope scope, long reached) {
    OrganisationRow organisation = organisations.get(scope.organisationId());
    String account = organisation.chart().account(Account.DEFERRED_REVENUE).number().value();
    BooksScope sinceEver = scope.until(scope.last());
    Map<String, Object> parameters = new HashMap<>(sinceEver.parameters());
    parameters.put("begin", scope.first());
    List<RevenueReport.Line> lines =
        snapshot.read(
            tables ->
                tables
                    .sql(
                        DEFERRED
                            .replace("{scope}", sinceEver.condition("e", "date", "validated_at"))
                            .replace("{day}", sinceEver.day("e", "date"))
                            .replace("{ended}", sinceEver.operations("tax_day")))
                    .params(parameters)
                    .query((row, n) -> line(row))
                    .list());
    return RevenueReport.of(
        organisation.currency(), account, scope.from(), scope.to(), lines, reached);
  }

  private static RevenueReport.Line line(ResultSet row) throws SQLException {
    return new RevenueReport.Line(
        row.getObject("performance_id", UUID.class),
        row.getString("title"),
        row.getObject("starts_at", OffsetDateTime.class).toInstant(),
        row.getString("time_zone"),
        row.getString("stage"),
        row.getLong("opening"),
        row.getLong("received"),
        row.getLong("refunded"),
        row.getLong("earned"),
        row.getLong("closing"));
  }
}

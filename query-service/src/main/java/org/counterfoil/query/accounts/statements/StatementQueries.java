package org.counterfoil.query.accounts.statements;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.performance.PerformanceRejection;
import org.counterfoil.http.problem.Problem;
import org.counterfoil.http.problem.ProblemException;
import org.counterfoil.query.accounts.posting.BookRows;
import org.counterfoil.query.accounts.posting.PerformanceRow;
import org.counterfoil.query.accounts.scope.AskedBooks;
import org.counterfoil.query.accounts.scope.BooksScope;
import org.counterfoil.query.accounts.scope.BooksSnapshot;
import org.counterfoil.query.accounts.scope.OrganisationQueries;
import org.counterfoil.query.accounts.statements.StatementOfReceipts.Beside;
import org.counterfoil.query.accounts.statements.StatementOfReceipts.Category;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Statements of receipts: per performance, and of a business day for each that had any. */
public final class StatementQueries {

  /**
   * What happened to tickets. From its performance's cancellation on a ticket is void and its price
   * is owed: whatever is decided of it later changes nothing here.
   */
  private static final String MOVES =
      """
      (
        select ticket_id, organisation_id, performance_id, 1 as issued, 0 as voided, gross_minor,
          net_minor, tax_minor, issued_position as position, issued_at as at, issued_day as day
        from ticket
        union all
        select v.ticket_id, v.organisation_id, v.performance_id, 0, 1, 0, 0, 0, v.position, v.at,
          v.day
        from voided_ticket v left join owed_ticket o using (ticket_id)
        where o.position is null or o.position > v.position
        union all
        select r.ticket_id, r.organisation_id, r.performance_id, 0, 0, -r.gross_minor,
          -r.net_minor, -r.tax_minor, r.position, r.at, r.day
        from ticket_refund r left join owed_ticket o using (ticket_id)
        where o.position is null or o.position > r.position
        union all
        select ticket_id, organisation_id, performance_id, 0, tickets, -gross_minor, -net_minor,
          -tax_minor, position, at, day
        from owed_ticket
      ) m
      """;

  /** Those of one performance within days, per category. */
  private static final String CATEGORIES =
      """
      select t.zone, t.price_type, t.price_type_name, t.gross_minor as price_minor, t.tax_rate,
        sum(m.issued) as issued, sum(m.voided) as voided, sum(m.gross_minor) as receipts_minor,
        sum(m.net_minor) as net_minor, sum(m.tax_minor) as tax_minor
      from {moves} join ticket t using (ticket_id)
      where m.performance_id = :performance and {scope}
      group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4 desc, cast(t.tax_rate as numeric)
      """;

  /** What was sold beside the tickets of one performance within days; no receipts of it. */
  private static final String BESIDE =
      """
      select product, name, tax_rate, sum(gross_minor) as gross_minor,
        sum(net_minor) as net_minor, sum(tax_minor) as tax_minor
      from line_move l where performance_id = :performance and {lines}
      group by 1, 2, 3 order by 1, 2 nulls first, cast(tax_rate as numeric)
      """;

  private static final String ACTIVE =
      """
      select p.performance_id from performance p
      join lateral (
        select s.starts_at from performance_start s
        where s.performance_id = p.performance_id and s.position <= :position
          and s.at <= cast(:time as timestamptz)
        order by s.position desc limit 1) s on true
      where not p.is_training
        and (p.performance_id in (select m.performance_id from {moves} where {scope})
          or p.performance_id in (select l.performance_id from line_move l where {lines}))
      order by s.starts_at, p.performance_id
      """;

  /** A performance that is moved later keeps the start in what was stated before. */
  private static final String START =
      """
      select starts_at, ends_at from performance_start
      where performance_id = :performance and position <= :position
        and at <= cast(:time as timestamptz)
      order by position desc limit 1
      """;

  private final BooksSnapshot snapshot;

  public StatementQueries(BooksSnapshot snapshot) {
    this.snapshot = snapshot;
  }

  /** Of one performance, or of one business day: of whichever is named. */
  public List<StatementOfReceipts> asked(
      AskedBooks books, @Nullable PerformanceId performance, @Nullable LocalDate day) {
    if ((performance == null) == (day == null)) {
      throw Problem.invalid(
              "performanceId", "Expected either performanceId or day, but got both or none")
          .exception();
    }
    return day == null
        ? List.of(
            ofPerformance(books.allDays(), Objects.requireNonNull(performance))
                .orElseThrow(() -> unknown(performance)))
        : ofDay(books.scope().within(day, day), day);
  }

  public static ProblemException unknown(PerformanceId id) {
    return Problem.refused(
            PerformanceRejection.UNKNOWN_PERFORMANCE,
            "Expected a performance of this organisation, but there is none with id " + id)
        .exception();
  }

  /** Of a performance over all days; empty where the organisation has no such one. */
  public Optional<StatementOfReceipts> ofPerformance(BooksScope scope, PerformanceId performance) {
    return snapshot.read(
        tables ->
            performance(tables, scope, performance.value())
                .map(row -> statement(tables, scope, row, null)));
  }

  /** Of a business day, one for each performance that something was issued or taken back for. */
  List<StatementOfReceipts> ofDay(BooksScope scope, LocalDate day) {
    return list(scope, day);
  }

  /** Of the scope's days. */
  public List<StatementOfReceipts> ofPeriod(BooksScope scope) {
    return list(scope, null);
  }

  private List<StatementOfReceipts> list(BooksScope scope, @Nullable LocalDate day) {
    return snapshot.read(
        tables ->
            tables
                .sql(moves(ACTIVE, scope))
                .params(scope.parameters())
                .query((row, n) -> row.getObject("performance_id", UUID.class))
                .list()
                .stream()
                .flatMap(id -> performance(tables, scope, id).stream())
                .map(row -> statement(tables, scope, row, day))
                .toList());
  }

  private static StatementOfReceipts statement(
      JdbcClient tables, BooksScope scope, PerformanceRow performance, @Nullable LocalDate day) {
    List<Category> categories =
        tables
            .sql(moves(CATEGORIES, scope))
            .params(parameters(scope, performance.performanceId()))
            .query(Category.class)
            .list();
    List<Beside> beside =
        tables
            .sql(moves(BESIDE, scope))
            .params(parameters(scope, performance.performanceId()))
            .query(Beside.class)
            .list();
    return StatementOfReceipts.of(
        performance,
        day,
        OrganisationQueries.currency(tables, scope.organisationId()),
        categories,
        beside);
  }

  private static String moves(String sql, BooksScope scope) {
    return sql.replace("{moves}", MOVES)
        .replace("{scope}", scope.condition("m", "day", "at"))
        .replace("{lines}", scope.condition("l", "day", "at"));
  }

  private static Map<String, Object> parameters(BooksScope scope, UUID performance) {
    Map<String, Object> all = new HashMap<>(scope.parameters());
    all.put("performance", performance);
    return all;
  }

  /** With the start it had then; empty where the organisation had no such performance. */
  private static Optional<PerformanceRow> performance(
      JdbcClient tables, BooksScope scope, UUID performance) {
    return new BookRows(tables)
        .read("performance", "performance_id", List.of(performance), PerformanceRow.class).stream()
            .filter(row -> row.organisationId().equals(scope.organisationId().value()))
            .findFirst()
            .flatMap(row -> start(tables, scope, row));
  }

  private static Optional<PerformanceRow> start(
      JdbcClient tables, BooksScope scope, PerformanceRow performance) {
    return tables
        .sql(START)
        .params(parameters(scope, performance.performanceId()))
        .query(
            (row, n) ->
                performance.movedTo(
                    row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                    row.getObject("ends_at", OffsetDateTime.class).toInstant()))
        .optional();
  }
}

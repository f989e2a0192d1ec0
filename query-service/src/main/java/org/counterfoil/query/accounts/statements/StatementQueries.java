package org.counterfoil.query.accounts.statements;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.counterfoil.domain.organisation.OrganisationId;
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
import org.counterfoil.query.accounts.statements.StatementOfReceipts.Category;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Statements of receipts: per performance, and of a business day for each that had any. */
public final class StatementQueries {

  /** What happened to the tickets of one performance within days, per category. */
  private static final String CATEGORIES =
      """
      select t.zone, t.price_type, t.price_type_name, t.gross_minor as price_minor, t.tax_rate,
        coalesce(sum(c.issued), 0) as issued, coalesce(sum(c.voided), 0) as voided,
        coalesce(sum(c.gross), 0) as receipts_minor, coalesce(sum(c.net), 0) as net_minor,
        coalesce(sum(c.tax), 0) as tax_minor
      from (
        select ticket_id, 1 as issued, 0 as voided, gross_minor as gross, net_minor as net,
          tax_minor as tax
        from (select *, issued_position as position from ticket) i
        where performance_id = :performance and {issued}
        union all
        select ticket_id, 0, 1, 0, 0, 0 from voided_ticket v
        where performance_id = :performance and {voided}
        union all
        select ticket_id, 0, 0, -gross_minor, -net_minor, -tax_minor from ticket_refund r
        where performance_id = :performance and {refunded}
      ) c join ticket t using (ticket_id)
      group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4 desc, cast(t.tax_rate as numeric)
      """;

  private static final String ACTIVE =
      """
      select distinct p.starts_at, p.performance_id from performance p
      where p.organisation_id = :organisation and not p.is_training and (
        exists (select 1 from ticket t
          where t.organisation_id = :organisation and t.issued_day between :from and :to
            and t.performance_id = p.performance_id)
        or exists (select 1 from voided_ticket v
          where v.organisation_id = :organisation and v.day between :from and :to
            and v.performance_id = p.performance_id)
        or exists (select 1 from ticket_refund r
          where r.organisation_id = :organisation and r.day between :from and :to
            and r.performance_id = p.performance_id))
      order by p.starts_at, p.performance_id
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

  static ProblemException unknown(PerformanceId id) {
    return Problem.refused(
            PerformanceRejection.UNKNOWN_PERFORMANCE,
            "Expected a performance of this organisation, but there is none with id " + id)
        .exception();
  }

  /** Of a performance over all days; empty where the organisation has no such one. */
  public Optional<StatementOfReceipts> ofPerformance(BooksScope scope, PerformanceId performance) {
    return snapshot.read(
        tables ->
            performance(tables, scope.organisationId(), performance.value())
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
                .sql(ACTIVE)
                .param("organisation", scope.organisationId().value())
                .param("from", scope.first())
                .param("to", scope.last())
                .query((row, n) -> row.getObject("performance_id", UUID.class))
                .list()
                .stream()
                .flatMap(id -> performance(tables, scope.organisationId(), id).stream())
                .map(row -> statement(tables, scope, row, day))
                .toList());
  }

  private static StatementOfReceipts statement(
      JdbcClient tables, BooksScope scope, PerformanceRow performance, @Nullable LocalDate day) {
    List<Category> categories =
        tables
            .sql(
                CATEGORIES
                    .replace("{issued}", scope.condition("i", "issued_day", "issued_at"))
                    .replace("{voided}", scope.condition("v", "day", "at"))
                    .replace("{refunded}", scope.condition("r", "day", "at")))
            .params(parameters(scope, performance.performanceId()))
            .query(Category.class)
            .list();
    return StatementOfReceipts.of(
        performance,
        day,
        OrganisationQueries.currency(tables, scope.organisationId()),
        categories);
  }

  private static Map<String, Object> parameters(BooksScope scope, UUID performance) {
    Map<String, Object> all = new HashMap<>(scope.parameters());
    all.put("performance", performance);
    return all;
  }

  static Optional<PerformanceRow> performance(
      JdbcClient tables, OrganisationId organisation, UUID performance) {
    return new BookRows(tables)
        .read("performance", "performance_id", List.of(performance), PerformanceRow.class).stream()
            .filter(row -> row.organisationId().equals(organisation.value()))
            .findFirst();
  }
}

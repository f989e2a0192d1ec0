package org.counterfoil.query.accounts.ledgers;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.counterfoil.query.accounts.ledgers.TrialBalance.AccountBalance;
import org.counterfoil.query.accounts.scope.BooksScope;
import org.counterfoil.query.accounts.scope.BooksSnapshot;
import org.counterfoil.query.accounts.scope.OrganisationQueries;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sums over the books. */
public final class LedgerQueries {

  /** An account is called what it was called last. */
  private static final String BALANCES =
      """
      select l.account, (array_agg(l.label order by l.entry_number desc))[1] as label,
        sum(l.debit_minor) as debit_minor, sum(l.credit_minor) as credit_minor,
        sum(l.debit_minor - l.credit_minor) as balance_minor
      from entry e
      join entry_line l on l.organisation_id = e.organisation_id and l.entry_number = e.number
      where {scope}
      group by l.account order by l.account
      """;

  private static final String DUE =
      """
      select r.tax_rate as rate, sum(r.due_net_minor) as net_minor,
        sum(r.due_tax_minor) as tax_minor, sum(r.due_net_minor + r.due_tax_minor) as gross_minor,
        0 as tickets, 0 as lines
      from operation o
      join rate_amount r
        on r.organisation_id = o.organisation_id and r.operation_number = o.number
      where not o.is_training and {scope}
      group by r.tax_rate
      having bool_or(r.due_net_minor <> 0 or r.due_tax_minor <> 0)
      order by cast(r.tax_rate as numeric)
      """;

  private static final String TICKETS =
      """
      select rate, is_comp, sum(tickets) as tickets, 0 as lines from (
        select t.tax_rate as rate, t.gross_minor = 0 as is_comp, count(*) as tickets
        from (select *, issued_position as position from ticket) t
        where not t.is_training and {issued}
        group by 1, 2
        union all
        select t.tax_rate, t.gross_minor = 0, -count(*)
        from voided_ticket v join ticket t using (ticket_id)
        where not t.is_training and {voided}
        group by 1, 2
      ) counted group by rate, is_comp
      """;

  private static final String LINES =
      """
      select l.tax_rate as rate, false as is_comp, 0 as tickets, sum(l.lines) as lines
      from line_move l where {scope} group by 1
      """;

  private static final String LEDGERS =
      """
      select coalesce(sum(sales_minor), 0) as sales, coalesce(sum(cash_minor), 0) as cash,
        coalesce(sum(receivables_minor), 0) as receivables,
        coalesce(sum(settled_minor), 0) as settled
      from operation o where not o.is_training and {scope}
      """;

  private static final String METHODS =
      """
      select m.method, coalesce(sum(m.amount_minor) filter (where m.amount_minor > 0), 0)
          as received_minor,
        coalesce(-sum(m.amount_minor) filter (where m.amount_minor < 0), 0) as paid_back_minor,
        sum(m.amount_minor) as cash_minor
      from operation o
      join money_move m
        on m.organisation_id = o.organisation_id and m.operation_number = o.number
      where not o.is_training and {scope}
      group by m.method order by m.method
      """;

  private static final String SOLD =
      """
      select r.tax_rate as rate, sum(r.sold_net_minor) as net_minor,
        sum(r.sold_tax_minor) as tax_minor,
        sum(r.sold_net_minor + r.sold_tax_minor) as gross_minor
      from operation o
      join rate_amount r
        on r.organisation_id = o.organisation_id and r.operation_number = o.number
      where not o.is_training and {scope}
      group by r.tax_rate
      having bool_or(r.sold_net_minor <> 0 or r.sold_tax_minor <> 0)
      order by cast(r.tax_rate as numeric)
      """;

  private final BooksSnapshot snapshot;

  public LedgerQueries(BooksSnapshot snapshot) {
    this.snapshot = snapshot;
  }

  public TrialBalance trialBalance(BooksScope scope, long reached) {
    return snapshot.read(
        tables -> {
          List<AccountBalance> accounts =
              list(
                  tables,
                  BALANCES.replace("{scope}", scope.condition("e", "date", "validated_at")),
                  scope,
                  AccountBalance.class);
          return new TrialBalance(
              OrganisationQueries.currency(tables, scope.organisationId()),
              accounts,
              accounts.stream().mapToLong(AccountBalance::debitMinor).sum(),
              accounts.stream().mapToLong(AccountBalance::creditMinor).sum(),
              Math.min(reached, scope.asOf().lastPosition()),
              tables
                  .sql(
                      "select max(o.recorded_at) from operation o where "
                          + scope.operations("tax_day"))
                  .params(scope.parameters())
                  .query((row, n) -> row.getObject(1, OffsetDateTime.class))
                  .optional()
                  .map(OffsetDateTime::toInstant)
                  .orElse(null));
        });
  }

  /** By tax date, which is the real one. */
  public VatReport vat(BooksScope scope, long reached) {
    return snapshot.read(
        tables -> {
          List<VatReport.RateLine> due =
              list(
                  tables,
                  DUE.replace("{scope}", scope.operations("tax_day")),
                  scope,
                  VatReport.RateLine.class);
          List<TicketCount> counts =
              new ArrayList<>(
                  list(
                      tables,
                      TICKETS
                          .replace("{issued}", scope.condition("t", "issued_tax_day", "issued_at"))
                          .replace("{voided}", scope.condition("v", "tax_day", "at")),
                      scope,
                      TicketCount.class));
          counts.addAll(
              list(
                  tables,
                  LINES.replace("{scope}", scope.condition("l", "tax_day", "at")),
                  scope,
                  TicketCount.class));
          List<VatReport.RateLine> lines = due.stream().map(line -> counted(line, counts)).toList();
          return new VatReport(
              OrganisationQueries.currency(tables, scope.organisationId()),
              scope.from(),
              scope.to(),
              lines,
              lines.stream().mapToLong(VatReport.RateLine::netMinor).sum(),
              lines.stream().mapToLong(VatReport.RateLine::taxMinor).sum(),
              lines.stream().mapToLong(VatReport.RateLine::grossMinor).sum(),
              lines.stream().mapToLong(VatReport.RateLine::tickets).sum(),
              lines.stream().mapToLong(VatReport.RateLine::lines).sum(),
              counts.stream().filter(TicketCount::isComp).mapToLong(TicketCount::tickets).sum(),
              reached);
        });
  }

  /** By accounting date. */
  public Ledgers ledgers(BooksScope scope, long reached) {
    record Sums(long sales, long cash, long receivables, long settled) {}
    return snapshot.read(
        tables -> {
          Sums sums =
              tables
                  .sql(LEDGERS.replace("{scope}", scope.operations("tax_day")))
                  .params(scope.parameters())
                  .query(Sums.class)
                  .single();
          return new Ledgers(
              OrganisationQueries.currency(tables, scope.organisationId()),
              scope.from(),
              scope.to(),
              sums.sales(),
              sums.cash(),
              sums.receivables(),
              sums.settled(),
              sums.sales() == sums.cash() + sums.receivables() - sums.settled(),
              list(
                  tables,
                  METHODS.replace("{scope}", scope.operations("tax_day")),
                  scope,
                  Ledgers.MethodLine.class),
              list(
                  tables,
                  SOLD.replace("{scope}", scope.operations("tax_day")),
                  scope,
                  Ledgers.RateLine.class),
              reached);
        });
  }

  /** What tickets there are of a rate, and what lines beside them. */
  record TicketCount(String rate, boolean isComp, long tickets, long lines) {}

  private static VatReport.RateLine counted(VatReport.RateLine line, List<TicketCount> counts) {
    long tickets =
        counts.stream()
            .filter(count -> !count.isComp() && count.rate().equals(line.rate()))
            .mapToLong(TicketCount::tickets)
            .sum();
    long lines =
        counts.stream()
            .filter(count -> count.rate().equals(line.rate()))
            .mapToLong(TicketCount::lines)
            .sum();
    return new VatReport.RateLine(
        line.rate(), line.netMinor(), line.taxMinor(), line.grossMinor(), tickets, lines);
  }

  private static <T> List<T> list(JdbcClient tables, String sql, BooksScope scope, Class<T> type) {
    return tables.sql(sql).params(scope.parameters()).query(type).list();
  }
}

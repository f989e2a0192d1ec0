package org.counterfoil.query.accounts.agents;

import java.util.List;
import org.counterfoil.query.accounts.agents.AgentBalances.Line;
import org.counterfoil.query.accounts.scope.BooksScope;
import org.counterfoil.query.accounts.scope.BooksSnapshot;
import org.counterfoil.query.accounts.scope.OrganisationQueries;

/** What organisations that sell for each other owe each other. */
public final class AgentQueries {

  /**
   * By what was booked on the account between organisations, whatever its number was then. An
   * operation of an order is a sale of the other's, {@code AGENT_MONEY} one for the other.
   */
  private static final String BALANCES =
      """
      select a.other_id as organisation_id, other.name,
        coalesce(sum(l.debit_minor) filter (where {days} and o.order_id is not null), 0)
          as sold_by_it_minor,
        coalesce(sum(l.credit_minor) filter (where {days} and o.order_id is not null), 0)
          as refunded_by_it_minor,
        coalesce(sum(l.credit_minor) filter (where {days} and o.kind = 'AGENT_MONEY'), 0)
          as sold_for_it_minor,
        coalesce(sum(l.debit_minor) filter (where {days} and o.kind = 'AGENT_MONEY'), 0)
          as refunded_for_it_minor,
        coalesce(sum(l.credit_minor) filter (where {days} and o.kind = 'AGENT_SETTLED'), 0)
          as received_minor,
        coalesce(sum(l.debit_minor) filter (where {days} and o.kind = 'AGENT_SETTLED'), 0)
          as paid_minor,
        sum(l.debit_minor - l.credit_minor) as owed_minor
      from agent_operation a
      join operation o on o.organisation_id = a.organisation_id
        and o.number = a.operation_number and not o.is_training
      join entry_line l on l.organisation_id = o.organisation_id
        and l.entry_number = o.entry_number and l.meaning = 'OTHER_ORGANISATIONS'
      join organisation other on other.organisation_id = a.other_id
      where {scope}
      group by a.other_id, other.name order by other.name, a.other_id
      """;

  private final BooksSnapshot snapshot;

  AgentQueries(BooksSnapshot snapshot) {
    this.snapshot = snapshot;
  }

  /** By accounting date. */
  public AgentBalances of(BooksScope scope, long reached) {
    return snapshot.read(
        tables -> {
          List<Line> lines =
              tables
                  .sql(
                      BALANCES
                          .replace("{days}", scope.day("o", "tax_day") + " >= :first")
                          .replace("{scope}", scope.until(scope.last()).operations("tax_day")))
                  .params(scope.until(scope.last()).parameters())
                  .param("first", scope.first())
                  .query(Line.class)
                  .list();
          return new AgentBalances(
              OrganisationQueries.currency(tables, scope.organisationId()),
              scope.from(),
              scope.to(),
              lines,
              lines.stream().mapToLong(Line::owedMinor).sum(),
              Math.min(reached, scope.asOf().lastPosition()));
        });
  }
}

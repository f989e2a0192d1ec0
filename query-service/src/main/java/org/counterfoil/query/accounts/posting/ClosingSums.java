package org.counterfoil.query.accounts.posting;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.counterfoil.domain.accounting.AccountingEvent.ClosingStarted;
import org.counterfoil.domain.accounting.ClosingKind;
import org.counterfoil.domain.accounting.ClosingTotals;
import org.counterfoil.domain.accounting.MoneyMove;
import org.counterfoil.domain.accounting.Period;
import org.counterfoil.domain.accounting.RateAmount;
import org.counterfoil.domain.money.PaymentMethod;
import org.counterfoil.domain.money.TaxRate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Adds up what a closing closes. Days and months by business day, years by the real date. Perpetual
 * totals go on from the last closed day of the period or before it, which never changes any more:
 * days that were closed since then do not count.
 */
final class ClosingSums {

  private static final String TOTAL =
      """
      select coalesce(sum(sales_minor), 0) as total, coalesce(sum(abs(sales_minor)), 0) as absolute
      from operation where organisation_id = :organisation and not is_training
        and {day} between :from and :to
      """;

  private static final String BY_RATE =
      """
      select r.tax_rate, sum(r.sold_net_minor) as net, sum(r.sold_tax_minor) as tax
      from operation o join rate_amount r
        on r.organisation_id = o.organisation_id and r.operation_number = o.number
      where o.organisation_id = :organisation and not o.is_training
        and o.{day} between :from and :to
      group by r.tax_rate
      having bool_or(r.sold_net_minor <> 0 or r.sold_tax_minor <> 0)
      order by cast(r.tax_rate as numeric)
      """;

  private static final String BY_METHOD =
      """
      select m.method, sum(m.amount_minor) as amount
      from operation o join money_move m
        on m.organisation_id = o.organisation_id and m.operation_number = o.number
      where o.organisation_id = :organisation and not o.is_training
        and o.{day} between :from and :to
      group by m.method order by m.method
      """;

  private static final String LAST_DAY =
      """
      select perpetual_minor as total, absolute_minor as absolute from closing
      where organisation_id = ? and kind = 'DAY' and period_to <= ? order by number desc limit 1
      """;

  private static final String DAYS =
      """
      select coalesce(sum(total_minor), 0) from closing
      where organisation_id = ? and kind = 'DAY' and period_to between ? and ?
      """;

  private static final LocalDate BEGINNING = LocalDate.of(1900, 1, 1);

  private record Sum(long total, long absolute) {}

  private record RateSum(String taxRate, long net, long tax) {}

  private record MethodSum(String method, long amount) {}

  private final JdbcClient tables;

  ClosingSums(JdbcClient tables) {
    this.tables = tables;
  }

  ClosingTotals of(ClosingStarted started, OrganisationBooks organisation) {
    UUID id = organisation.id();
    String day = started.kind() == ClosingKind.YEAR ? "tax_day" : "business_day";
    Sum sum = total(id, day, started.from(), started.to());
    Sum last = last(id, started.to());
    Period year = organisation.calendar().fiscalYear(started.to());
    long before = tables.sql(DAYS).params(id, year.from(), started.to()).query(Long.class).single();
    Sum perpetual =
        switch (started.kind()) {
          case DAY -> new Sum(last.total() + sum.total(), last.absolute() + sum.absolute());
          case MONTH -> last;
          case YEAR -> total(id, day, BEGINNING, started.to());
        };
    long period =
        switch (started.kind()) {
          case DAY -> before + sum.total();
          case MONTH -> before;
          case YEAR -> sum.total();
        };
    return new ClosingTotals(
        sum.total(),
        period,
        perpetual.total(),
        perpetual.absolute(),
        byRate(id, day, started),
        byMethod(id, day, started));
  }

  /** What a month that waited for a performance closes with is that of its own last day. */
  private Sum last(UUID id, LocalDate to) {
    return tables.sql(LAST_DAY).params(id, to).query(Sum.class).optional().orElse(new Sum(0, 0));
  }

  private Sum total(UUID id, String day, LocalDate from, LocalDate to) {
    return tables
        .sql(TOTAL.replace("{day}", day))
        .param("organisation", id)
        .param("from", from)
        .param("to", to)
        .query(Sum.class)
        .single();
  }

  private List<RateAmount> byRate(UUID id, String day, ClosingStarted started) {
    return tables
        .sql(BY_RATE.replace("{day}", day))
        .param("organisation", id)
        .param("from", started.from())
        .param("to", started.to())
        .query(RateSum.class)
        .list()
        .stream()
        .map(sum -> new RateAmount(new TaxRate(sum.taxRate()), sum.net(), sum.tax()))
        .toList();
  }

  private List<MoneyMove> byMethod(UUID id, String day, ClosingStarted started) {
    return tables
        .sql(BY_METHOD.replace("{day}", day))
        .param("organisation", id)
        .param("from", started.from())
        .param("to", started.to())
        .query(MethodSum.class)
        .list()
        .stream()
        .map(sum -> new MoneyMove(new PaymentMethod(sum.method()), sum.amount()))
        .toList();
  }
}

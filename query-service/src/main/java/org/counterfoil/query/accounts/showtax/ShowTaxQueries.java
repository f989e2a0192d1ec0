package org.counterfoil.query.accounts.showtax;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.accounting.ShowTax;
import org.counterfoil.domain.accounting.ShowTax.Exemption;
import org.counterfoil.query.accounts.scope.BooksScope;
import org.counterfoil.query.accounts.scope.BooksSnapshot;
import org.counterfoil.query.accounts.scope.OrganisationQueries;
import org.jspecify.annotations.Nullable;

/** The tax on shows, by performance that took place. */
public final class ShowTaxQueries {

  /** Receipts are what tickets cost less what went back of it, before the performance or after. */
  private static final String ENDED =
      """
      select p.performance_id, p.title, pr.tax_category,
        cast(p.ends_at at time zone p.time_zone as date) as ended_on,
        (select coalesce(sum(t.net_minor), 0) from ticket t
          where t.performance_id = p.performance_id and t.issued_position <= :position
            and t.issued_at <= cast(:time as timestamptz))
        - (select coalesce(sum(r.net_minor), 0) from ticket_refund r
          where r.performance_id = p.performance_id and r.position <= :position
            and r.at <= cast(:time as timestamptz)) as net_minor
      from operation o
      join performance p on p.performance_id = o.performance_id
      left join production pr on pr.production_id = p.production_id
      where o.organisation_id = :organisation and o.kind = 'RECOGNITION' and not o.is_training
        and o.position <= :position and o.recorded_at <= cast(:time as timestamptz)
        and cast(p.ends_at at time zone p.time_zone as date) between :from and :to
      order by ended_on, p.performance_id
      """;

  private record Ended(
      UUID performanceId,
      String title,
      @Nullable String taxCategory,
      LocalDate endedOn,
      long netMinor) {}

  private final BooksSnapshot snapshot;

  ShowTaxQueries(BooksSnapshot snapshot) {
    this.snapshot = snapshot;
  }

  /** Of a calendar year, whatever the fiscal year is. */
  public ShowTaxReport of(BooksScope scope, int year, long reached) {
    BooksScope days = scope.within(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    return snapshot.read(
        tables -> {
          List<ShowTaxReport.Line> lines =
              tables.sql(ENDED).params(days.parameters()).query(Ended.class).list().stream()
                  .map(ShowTaxQueries::line)
                  .toList();
          long tax = lines.stream().mapToLong(ShowTaxReport.Line::taxMinor).sum();
          return new ShowTaxReport(
              year,
              OrganisationQueries.currency(tables, scope.organisationId()),
              ShowTax.RATE,
              lines.stream()
                  .filter(line -> line.exemption() == null)
                  .mapToLong(ShowTaxReport.Line::netReceiptsMinor)
                  .sum(),
              tax,
              ShowTax.THRESHOLD_MINOR,
              ShowTax.dueMinor(tax),
              lines,
              reached);
        });
  }

  private static ShowTaxReport.Line line(Ended ended) {
    String category = ended.taxCategory();
    Exemption exemption = ShowTax.exemption(category == null ? null : new PublicLabel(category));
    return new ShowTaxReport.Line(
        ended.performanceId(),
        ended.title(),
        ended.endedOn(),
        category,
        exemption,
        ended.netMinor(),
        exemption == null ? ShowTax.taxMinor(ended.netMinor()) : 0);
  }
}

package org.counterfoil.query.accounts.payouts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.counterfoil.http.position.Page;
import org.counterfoil.http.position.PageRequest;
import org.counterfoil.query.accounts.payouts.ListedPayout.Difference;
import org.counterfoil.query.accounts.payouts.ListedPayout.DifferenceKind;
import org.counterfoil.query.accounts.payouts.ListedPayout.Outstanding;
import org.counterfoil.query.accounts.scope.BooksScope;
import org.counterfoil.query.accounts.scope.BooksSnapshot;
import org.jspecify.annotations.Nullable;

/** Payouts, matched line by line with the payments and refunds that went through the provider. */
public final class PayoutQueries {

  /**
   * A payment is known by our id of it, or by the reference that it was captured with; what was
   * taken back of it by the same, with the other sign. One of a joint order is one payment to the
   * provider, and a row for each part here.
   */
  private static final String LINES =
      """
      select o.number, o.recorded_at, o.entry_number, o.position, org.currency, l.provider,
        l.payout, l.arrived_on, l.reference, l.gross_minor, l.fee_minor, m.order_id,
        m.amount_minor as expected,
        exists (select 1 from payout_line b
          where b.organisation_id = l.organisation_id and b.provider = l.provider
            and b.reference = l.reference and sign(b.gross_minor) = sign(l.gross_minor)
            and b.position < l.position) as is_before
      from (
        select * from operation o
        where o.kind = 'PAYOUT' and not o.is_training and o.number < :after and {scope}
        order by o.number desc limit :max
      ) o
      join organisation org on org.organisation_id = o.organisation_id
      join payout_line l
        on l.organisation_id = o.organisation_id and l.operation_number = o.number
      left join lateral (
        select m.order_id, (
            select cast(sum(part.amount_minor) as bigint) from provider_move part
            where part.move_id = m.move_id and part.position <= :position
              and part.at <= cast(:time as timestamptz)) as amount_minor
        from provider_move m
        where m.organisation_id = l.organisation_id and m.provider = l.provider
          and (cast(m.move_id as text) = l.reference or m.reference = l.reference)
          and m.position <= :position and m.at <= cast(:time as timestamptz)
        order by sign(m.amount_minor) = sign(l.gross_minor) desc, m.position limit 1) m on true
      order by o.number desc, l.line
      """;

  private static final String OUTSTANDING =
      """
      select m.move_id as payment_id, (array_agg(m.order_id order by m.position))[1] as order_id,
        m.provider, m.reference, m.method, min(m.day) as day, org.currency,
        cast(sum(m.amount_minor) as bigint) as amount_minor, min(m.position) as position
      from provider_move m
      join organisation org on org.organisation_id = m.organisation_id
      where {scope} and not exists (
        select 1 from payout_line l
        where l.organisation_id = m.organisation_id and l.provider = m.provider
          and (l.reference = cast(m.move_id as text) or l.reference = m.reference)
          and sign(l.gross_minor) = sign(m.amount_minor)
          and l.position <= :position and l.at <= cast(:time as timestamptz))
      group by m.move_id, m.provider, m.reference, m.method, org.currency
      having min(m.position) > :after
      order by min(m.position) limit :max
      """;

  private static final int SHOWN = 100;

  private final BooksSnapshot snapshot;

  PayoutQueries(BooksSnapshot snapshot) {
    this.snapshot = snapshot;
  }

  /** The newest first. */
  public Page<ListedPayout> page(BooksScope scope, PageRequest page) {
    String after = page.after();
    List<ListedPayout> payouts = new ArrayList<>();
    List<Line> lines =
        snapshot.read(
            tables ->
                tables
                    .sql(LINES.replace("{scope}", scope.operations("tax_day")))
                    .params(scope.parameters())
                    .param("after", after == null ? Long.MAX_VALUE : Long.parseLong(after))
                    .param("max", page.fetch())
                    .query((row, n) -> line(row))
                    .list());
    int from = 0;
    while (from < lines.size()) {
      int to = from;
      while (to < lines.size() && lines.get(to).number() == lines.get(from).number()) {
        to++;
      }
      payouts.add(payout(lines.subList(from, to)));
      from = to;
    }
    return page.page(payouts, payout -> Long.toString(payout.number()));
  }

  /** What a provider still owes us, or has still to take: the oldest first. */
  public Page<Outstanding> outstanding(BooksScope scope, PageRequest page) {
    String after = page.after();
    return page.page(
        outstanding(scope, after == null ? -1 : Long.parseLong(after), page.fetch()),
        move -> Long.toString(move.position()));
  }

  /** The first of them, for a page. */
  public Page<Outstanding> outstanding(BooksScope scope) {
    List<Outstanding> moves = outstanding(scope, -1, SHOWN);
    return new Page<>(moves, null);
  }

  private List<Outstanding> outstanding(BooksScope scope, long after, int max) {
    return snapshot.read(
        tables ->
            tables
                .sql(OUTSTANDING.replace("{scope}", scope.condition("m", "day", "at")))
                .params(scope.parameters())
                .param("after", after)
                .param("max", max)
                .query(Outstanding.class)
                .list());
  }

  private record Line(
      long number,
      OffsetDateTime recordedAt,
      @Nullable Long entryNumber,
      long position,
      String currency,
      String provider,
      String payout,
      LocalDate arrivedOn,
      String reference,
      long grossMinor,
      long feeMinor,
      @Nullable UUID orderId,
      @Nullable Long expected,
      boolean isBefore) {

    /** A line that is only a fee is about no payment. */
    @Nullable Difference difference() {
      if (expected == null) {
        return grossMinor == 0 ? null : difference(DifferenceKind.UNKNOWN);
      }
      if (isBefore) {
        return difference(DifferenceKind.PAID_BEFORE);
      }
      return expected == grossMinor ? null : difference(DifferenceKind.AMOUNT);
    }

    private Difference difference(DifferenceKind kind) {
      return new Difference(kind, reference, orderId, expected, grossMinor);
    }
  }

  private static Line line(ResultSet row) throws SQLException {
    return new Line(
        row.getLong("number"),
        row.getObject("recorded_at", OffsetDateTime.class),
        row.getObject("entry_number", Long.class),
        row.getLong("position"),
        row.getString("currency"),
        row.getString("provider"),
        row.getString("payout"),
        row.getObject("arrived_on", LocalDate.class),
        row.getString("reference"),
        row.getLong("gross_minor"),
        row.getLong("fee_minor"),
        row.getObject("order_id", UUID.class),
        row.getObject("expected", Long.class),
        row.getBoolean("is_before"));
  }

  private static ListedPayout payout(List<Line> lines) {
    Line first = lines.getFirst();
    List<Difference> differences = new ArrayList<>();
    for (Line line : lines) {
      Difference difference = line.difference();
      if (difference != null) {
        differences.add(difference);
      }
    }
    long gross = lines.stream().mapToLong(Line::grossMinor).sum();
    long fee = lines.stream().mapToLong(Line::feeMinor).sum();
    return new ListedPayout(
        first.number(),
        first.provider(),
        first.payout(),
        first.arrivedOn(),
        first.recordedAt().toInstant(),
        first.currency(),
        gross - fee,
        gross,
        fee,
        lines.size(),
        lines.size() - differences.size(),
        differences,
        first.entryNumber(),
        first.position());
  }
}

package org.counterfoil.query.accounts.vouchers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.counterfoil.http.position.Page;
import org.counterfoil.http.position.PageRequest;
import org.counterfoil.query.accounts.scope.BooksScope;
import org.counterfoil.query.accounts.scope.BooksSnapshot;

/** Vouchers, and what is left of them. */
public final class VoucherQueries {

  /** Those that something happened to in the scope's days, as they stood at its end. */
  private static final String VOUCHERS =
      """
      select v.voucher_id, max(v.origin) as origin,
        max(v.tax_rate) as tax_rate, org.currency,
        (array_agg(v.order_id order by v.position))[1] as order_id,
        min(v.at) as issued_at, min(v.position) as issued_position,
        (array_agg(v.expires_at order by v.position desc)
          filter (where v.expires_at is not null))[1] as expires_at,
        coalesce(sum(v.amount_minor) filter (where v.kind = 'ISSUED'), 0) as issued_minor,
        coalesce(-sum(v.amount_minor) filter (where v.kind = 'SPENT'), 0) as spent_minor,
        coalesce(sum(v.amount_minor) filter (where v.kind = 'CREDITED'), 0) as credited_minor,
        coalesce(-sum(v.amount_minor) filter (where v.kind = 'EXPIRED'), 0) as expired_minor,
        sum(v.amount_minor) as balance_minor
      from voucher_move v
      join organisation org on org.organisation_id = v.organisation_id
      where v.organisation_id = :organisation
        and v.position <= :position and v.at <= cast(:time as timestamptz)
        and exists (
          select 1 from voucher_move t where {scope} and t.voucher_id = v.voucher_id)
      group by v.voucher_id, org.currency
      having min(v.position) < :after
      order by min(v.position) desc limit :max
      """;

  private record Numbered(ListedVoucher voucher, long position) {}

  private final BooksSnapshot snapshot;

  VoucherQueries(BooksSnapshot snapshot) {
    this.snapshot = snapshot;
  }

  /** The newest first. */
  public Page<ListedVoucher> page(BooksScope scope, PageRequest page) {
    String after = page.after();
    List<Numbered> vouchers =
        snapshot.read(
            tables ->
                tables
                    .sql(VOUCHERS.replace("{scope}", scope.condition("t", "day", "at")))
                    .params(scope.parameters())
                    .param("after", after == null ? Long.MAX_VALUE : Long.parseLong(after))
                    .param("max", page.fetch())
                    .query((row, n) -> voucher(row))
                    .list());
    Page<Numbered> listed = page.page(vouchers, one -> Long.toString(one.position()));
    return new Page<>(listed.items().stream().map(Numbered::voucher).toList(), listed.nextCursor());
  }

  private static Numbered voucher(ResultSet row) throws SQLException {
    return new Numbered(
        new ListedVoucher(
            row.getObject("voucher_id", UUID.class),
            row.getString("origin"),
            row.getObject("order_id", UUID.class),
            row.getObject("issued_at", OffsetDateTime.class).toInstant(),
            row.getString("currency"),
            row.getString("tax_rate"),
            row.getLong("issued_minor"),
            row.getLong("spent_minor"),
            row.getLong("credited_minor"),
            row.getLong("expired_minor"),
            row.getLong("balance_minor"),
            row.getObject("expires_at", OffsetDateTime.class).toInstant()),
        row.getLong("issued_position"));
  }
}

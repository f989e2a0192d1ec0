package org.counterfoil.query.accounts.passes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.counterfoil.http.position.Page;
import org.counterfoil.http.position.PageRequest;
import org.counterfoil.query.accounts.scope.BooksScope;
import org.counterfoil.query.accounts.scope.BooksSnapshot;

/** Passes, and how many uses are left of them. */
public final class PassQueries {

  /** Those that something happened to in the scope's days, as they stood at its end. */
  private static final String PASSES =
      """
      select p.pass_id, max(p.offer) as offer, max(p.name) as name, max(p.tax_rate) as tax_rate,
        org.currency, min(p.at) as issued_at, min(p.position) as issued_position,
        (array_agg(p.order_id order by p.position))[1] as order_id,
        (array_agg(p.expires_at order by p.position desc)
          filter (where p.expires_at is not null))[1] as expires_at,
        coalesce(sum(p.uses) filter (where p.kind = 'ISSUED'), 0) as uses,
        coalesce(-sum(p.uses) filter (where p.kind = 'USED'), 0) as used,
        coalesce(sum(p.uses) filter (where p.kind = 'RETURNED'), 0) as returned,
        coalesce(-sum(p.uses) filter (where p.kind = 'EXPIRED'), 0) as unused,
        sum(p.uses) as uses_left,
        coalesce(sum(p.net_minor + p.tax_minor) filter (where p.kind = 'ISSUED'), 0) as amount_minor,
        sum(p.net_minor) as deferred_minor
      from pass_move p
      join organisation org on org.organisation_id = p.organisation_id
      where p.organisation_id = :organisation
        and p.position <= :position and p.at <= cast(:time as timestamptz)
        and exists (
          select 1 from pass_move t where {scope} and t.pass_id = p.pass_id)
      group by p.pass_id, org.currency
      having min(p.position) < :after
      order by min(p.position) desc limit :max
      """;

  private record Numbered(ListedPass pass, long position) {}

  private final BooksSnapshot snapshot;

  PassQueries(BooksSnapshot snapshot) {
    this.snapshot = snapshot;
  }

  /** The newest first. */
  public Page<ListedPass> page(BooksScope scope, PageRequest page) {
    String after = page.after();
    List<Numbered> passes =
        snapshot.read(
            tables ->
                tables
                    .sql(PASSES.replace("{scope}", scope.condition("t", "day", "at")))
                    .params(scope.parameters())
                    .param("after", after == null ? Long.MAX_VALUE : Long.parseLong(after))
                    .param("max", page.fetch())
                    .query((row, n) -> pass(row))
                    .list());
    Page<Numbered> listed = page.page(passes, one -> Long.toString(one.position()));
    return new Page<>(listed.items().stream().map(Numbered::pass).toList(), listed.nextCursor());
  }

  private static Numbered pass(ResultSet row) throws SQLException {
    return new Numbered(
        new ListedPass(
            row.getObject("pass_id", UUID.class),
            row.getString("offer"),
            row.getString("name"),
            row.getObject("order_id", UUID.class),
            row.getObject("issued_at", OffsetDateTime.class).toInstant(),
            row.getString("currency"),
            row.getString("tax_rate"),
            row.getInt("uses"),
            row.getInt("used"),
            row.getInt("returned"),
            row.getInt("unused"),
            row.getInt("uses_left"),
            row.getLong("amount_minor"),
            row.getLong("deferred_minor"),
            row.getObject("expires_at", OffsetDateTime.class).toInstant()),
        row.getLong("issued_position"));
  }
}

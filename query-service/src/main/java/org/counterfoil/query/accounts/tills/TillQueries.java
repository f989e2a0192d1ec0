package org.counterfoil.query.accounts.tills;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.counterfoil.domain.Actor;
import org.counterfoil.http.position.Page;
import org.counterfoil.http.position.PageRequest;
import org.counterfoil.query.accounts.scope.BooksScope;
import org.counterfoil.query.accounts.scope.BooksSnapshot;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Till sessions, and the cash that is in them. */
public final class TillQueries {

  /** Those with a step in the scope's days, as far as they had come then. */
  private static final String SESSIONS =
      """
      select s.session, max(s.keeper) as keeper, min(s.at) as opened_at, org.currency,
        max(s.float_minor) as float_minor, max(s.takings_minor) as takings_minor,
        max(s.counted_minor) as counted_minor, max(s.banked_minor) as banked_minor,
        max(s.arrived_on) as arrived_on
      from till_step s
      join organisation org on org.organisation_id = s.organisation_id
      where s.organisation_id = :organisation and s.session < :after
        and s.position <= :position and s.at <= cast(:time as timestamptz)
        and exists (select 1 from till_step t where {scope} and t.session = s.session)
      group by s.session, org.currency
      order by s.session desc limit :max
      """;

  private static final String CASH =
      """
      select coalesce(sum(m.amount_minor), 0) from operation o
      join money_move m
        on m.organisation_id = o.organisation_id and m.operation_number = o.number
      where o.organisation_id = ? and o.actor = ? and m.method = 'CASH' and not o.is_training
        and o.position > ? and o.position <= ?
      """;

  private final BooksSnapshot snapshot;

  TillQueries(BooksSnapshot snapshot) {
    this.snapshot = snapshot;
  }

  /** The newest first. */
  public Page<ListedTill> page(BooksScope scope, PageRequest page) {
    String after = page.after();
    List<ListedTill> sessions =
        snapshot.read(
            tables ->
                tables
                    .sql(SESSIONS.replace("{scope}", scope.condition("t", "day", "at")))
                    .params(scope.parameters())
                    .param("after", after == null ? Integer.MAX_VALUE : Integer.parseInt(after))
                    .param("max", page.fetch())
                    .query((row, n) -> till(row))
                    .list());
    return page.page(sessions, till -> Integer.toString(till.session()));
  }

  /** What an actor took in cash, less what it paid out, of what is booked so far. */
  public static long cashTaken(
      JdbcClient tables, UUID organisation, Actor keeper, long after, long through) {
    return tables
        .sql(CASH)
        .params(organisation, keeper.toString(), after, through)
        .query(Long.class)
        .single();
  }

  private static ListedTill till(ResultSet row) throws SQLException {
    long inFloat = row.getLong("float_minor");
    Long takings = row.getObject("takings_minor", Long.class);
    Long counted = row.getObject("counted_minor", Long.class);
    Long banked = row.getObject("banked_minor", Long.class);
    LocalDate arrivedOn = row.getObject("arrived_on", LocalDate.class);
    return new ListedTill(
        row.getInt("session"),
        state(counted, banked, arrivedOn),
        row.getString("keeper"),
        row.getObject("opened_at", OffsetDateTime.class).toInstant(),
        row.getString("currency"),
        inFloat,
        takings,
        counted,
        takings == null || counted == null ? null : counted - inFloat - takings,
        banked,
        arrivedOn);
  }

  private static ListedTill.State state(
      @Nullable Long counted, @Nullable Long banked, @Nullable LocalDate arrivedOn) {
    if (arrivedOn != null) {
      return ListedTill.State.ARRIVED;
    }
    if (banked != null) {
      return ListedTill.State.BANKED;
    }
    return counted == null ? ListedTill.State.OPEN : ListedTill.State.COUNTED;
  }
}

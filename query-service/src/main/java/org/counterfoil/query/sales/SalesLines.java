package org.counterfoil.query.sales;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.counterfoil.query.live.AsOf;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads the lines that figures are added up from, of one performance or of all of an organisation:
 * those of the present as the projection keeps them, those of the past from tickets and holds, each
 * of which knows where in the log it began and ended.
 */
final class SalesLines {

  private static final String LIVE_ZONES =
      """
      select z.zone, sum(z.capacity) as capacity, sum(z.held) as held, sum(z.held_back) as held_back
      from sales.zone z join sales.performance p using (performance_id)
      where (%s) group by z.zone order by min(z.ordinal), z.zone
      """;
  private static final String LIVE_SOLD =
      """
      select r.zone, r.price_type, r.price_type_name, r.channel, r.tax_rate, sum(r.sold) as sold,
             sum(r.comps) as comps, sum(r.gross_minor) as gross_minor,
             sum(r.net_minor) as net_minor, sum(r.tax_minor) as tax_minor,
             max(r.last_position) as last_position
      from sales.receipts r join sales.performance p using (performance_id)
      where (%s) group by r.zone, r.price_type, r.price_type_name, r.channel, r.tax_rate
      """;
  private static final String LIVE_CURVE =
      """
      select m.minute, sum(m.sold) as sold, sum(m.gross_minor) as gross_minor
      from sales.sold_minute m join sales.performance p using (performance_id)
      where (%s) group by m.minute order by m.minute
      """;
  private static final String PAST_ZONES =
      """
      select z.zone, sum(z.capacity) as capacity, coalesce(sum(h.held), 0) as held,
             coalesce(sum(b.held_back), 0) as held_back
      from sales.zone z join sales.performance p using (performance_id)
      left join (
        select s.performance_id, kept.value ->> 'zone' as zone,
               sum((kept.value ->> 'quantity')::bigint) as held
        from sales.seat_hold s join sales.performance p using (performance_id)
        cross join jsonb_array_elements(s.places) kept
        where (%1$s) and s.placed_position <= :position and s.placed_at <= cast(:at as timestamptz)
          and (s.ended_position is null or s.ended_position > :position
            or s.ended_at > cast(:at as timestamptz))
        group by 1, 2) h using (performance_id, zone)
      left join (
        select k.performance_id, k.zone, sum(k.change) as held_back
        from sales.held_back_step k join sales.performance p using (performance_id)
        where (%1$s) and k.position <= :position and k.at <= cast(:at as timestamptz)
        group by 1, 2) b using (performance_id, zone)
      where (%1$s) and p.scheduled_position <= :position
        and p.scheduled_at <= cast(:at as timestamptz)
      group by z.zone order by min(z.ordinal), z.zone
      """;
  private static final String PAST_SOLD =
      """
      select t.zone, t.price_type, t.price_type_name, t.channel, t.tax_rate,
             count(*) filter (where t.is_valid) as sold,
             count(*) filter (where t.is_valid and t.gross_minor = 0) as comps,
             sum(t.gross_minor - coalesce(b.gross_minor, 0)) as gross_minor,
             sum(t.net_minor - coalesce(b.net_minor, 0)) as net_minor,
             sum(t.tax_minor - coalesce(b.tax_minor, 0)) as tax_minor,
             max(t.sold_position) as last_position
      from (
        select issued.*, issued.voided_position is null or issued.voided_position > :position
          or issued.voided_at > cast(:at as timestamptz) as is_valid
        from sales.ticket issued) t
      join sales.performance p using (performance_id)
      left join (
        select r.ticket_id, sum(r.gross_minor) as gross_minor, sum(r.net_minor) as net_minor,
               sum(r.tax_minor) as tax_minor
        from sales.ticket_refund r join sales.performance p using (performance_id)
        where (%1$s) and r.position <= :position and r.at <= cast(:at as timestamptz)
        group by r.ticket_id) b using (ticket_id)
      where (%1$s) and t.sold_position <= :position and t.sold_at <= cast(:at as timestamptz)
      group by t.zone, t.price_type, t.price_type_name, t.channel, t.tax_rate
      """;
  private static final String PAST_CURVE =
      """
      select date_trunc('minute', s.at) as minute, sum(s.sold) as sold,
             sum(s.gross_minor) as gross_minor
      from (
        select performance_id, sold_position as position, sold_at as at, 1 as sold, gross_minor
        from sales.ticket
        union all
        select performance_id, voided_position, voided_at, -1, 0
        from sales.ticket where voided_position is not null
        union all
        select performance_id, position, at, 0, -gross_minor
        from sales.ticket_refund) s
      join sales.performance p using (performance_id)
      where (%s) and s.position <= :position and s.at <= cast(:at as timestamptz)
      group by 1 order by 1
      """;

  private final JdbcClient tables;
  private final SalesScope scope;
  private final AsOf asOf;

  SalesLines(JdbcClient tables, SalesScope scope, AsOf asOf) {
    this.tables = tables;
    this.scope = scope;
    this.asOf = asOf;
  }

  /** Of the present. */
  SalesLines(JdbcClient tables, SalesScope scope) {
    this(tables, scope, new AsOf.Now());
  }

  List<SalesDay> days() {
    return tables
        .sql(
            """
            select day, sold, sum(sold) over (order by day) as sold_in_all, gross_minor
            from (
              select (m.minute at time zone %s)::date as day, sum(m.sold) as sold,
                     sum(m.gross_minor) as gross_minor
              from sales.sold_minute m join sales.performance p using (performance_id)
              join sales.organisation o using (organisation_id)
              where (%s) group by 1) days
            order by day
            """
                .formatted(scope.timeZone(), scope.condition()))
        .param("scope", scope.id())
        .query(SalesDay.class)
        .list();
  }

  /** How the waiting list stands. */
  WaitingFigures waitingList() {
    return tables
        .sql(
            """
            select count(*) filter (where is_waiting) as waiting,
                   coalesce(sum(quantity) filter (where is_waiting), 0) as places_awaited,
                   count(*) filter (where is_offered and not is_over) as offered,
                   count(*) filter (where is_over and state = 'SOLD') as taken
            from (
              select w.quantity, h.state, h.hold_id is not null as is_offered,
                     h.hold_id is null and (w.left_position is null
                       or w.left_position > :position
                       or w.left_at > cast(:at as timestamptz)) as is_waiting,
                     coalesce(h.ended_position <= :position
                       and h.ended_at <= cast(:at as timestamptz), false) as is_over
              from sales.waiting_entry w join sales.performance p using (performance_id)
              left join sales.seat_hold h on h.hold_id = w.entry_id
                and h.placed_position <= :position and h.placed_at <= cast(:at as timestamptz)
              where (%s) and w.joined_position <= :position
                and w.joined_at <= cast(:at as timestamptz)) entries
            """
                .formatted(scope.condition()))
        .param("scope", scope.id())
        .param("position", asOf.lastPosition())
        .param("at", asOf.lastTime())
        .query(WaitingFigures.class)
        .single();
  }

  /** How the waiting room stands; nothing where there never was one. */
  @Nullable WaitingRoomFigures waitingRoom() {
    return tables
        .sql(
            """
            select w.phase, w.lobby_opens_at, w.opens_at, w.admissions_per_second, w.beacon,
                   w.seed_hash, w.entrants, w.list_hash, w.beacon_value, w.seed,
                   w.admissions_per_minute
            from sales.waiting_room w join sales.performance p using (performance_id)
            where (%s) and w.position <= :position and w.at <= cast(:at as timestamptz)
            order by w.position desc limit 1
            """
                .formatted(scope.condition()))
        .param("scope", scope.id())
        .param("position", asOf.lastPosition())
        .param("at", asOf.lastTime())
        .query(WaitingRoomFigures.class)
        .optional()
        .orElse(null);
  }

  /** What keeps places off general sale, in the order it was made. */
  List<HeldBackLine> heldBack() {
    return tables
        .sql(
            """
            select b.held_back_id, b.kind, b.code, b.channel, b.reason_code, b.returns_at, b.cascade,
                   b.places, coalesce(sum(k.change), 0) as free
            from sales.held_back b join sales.performance p using (performance_id)
            left join sales.held_back_step k on k.held_back_id = b.held_back_id
              and k.position <= :position and k.at <= cast(:at as timestamptz)
            where (%s) and b.made_position <= :position and b.made_at <= cast(:at as timestamptz)
              and (b.ended_position is null or b.ended_position > :position
                or b.ended_at > cast(:at as timestamptz))
            group by b.held_back_id order by b.made_position, b.held_back_id
            """
                .formatted(scope.condition()))
        .param("scope", scope.id())
        .param("position", asOf.lastPosition())
        .param("at", asOf.lastTime())
        .query((row, number) -> HeldBackLine.of(row))
        .list();
  }

  SalesFigures figures(String currency) {
    return SalesFiguresOf.lines(currency, zones(), sold(), curve());
  }

  private List<ZonePlaces> zones() {
    return statement(LIVE_ZONES, PAST_ZONES).query(ZonePlaces.class).list();
  }

  private List<SoldLine> sold() {
    return statement(LIVE_SOLD, PAST_SOLD).query((row, number) -> soldLine(row)).list();
  }

  private SalesCurve curve() {
    return SalesCurve.of(
        statement(LIVE_CURVE, PAST_CURVE).query((row, number) -> minute(row)).list());
  }

  private JdbcClient.StatementSpec statement(String live, String past) {
    JdbcClient.StatementSpec statement =
        tables.sql((asOf instanceof AsOf.Now ? live : past).formatted(scope.condition()));
    JdbcClient.StatementSpec scoped = statement.param("scope", scope.id());
    return asOf instanceof AsOf.Now
        ? scoped
        : scoped.param("position", asOf.lastPosition()).param("at", asOf.lastTime());
  }

  private static SoldLine soldLine(ResultSet row) throws SQLException {
    return new SoldLine(
        row.getString("zone"),
        row.getString("price_type"),
        row.getString("price_type_name"),
        row.getString("channel"),
        row.getString("tax_rate"),
        new Takings(
            row.getLong("sold"),
            row.getLong("comps"),
            row.getLong("gross_minor"),
            row.getLong("net_minor"),
            row.getLong("tax_minor")),
        row.getLong("last_position"));
  }

  private static CurvePoint minute(ResultSet row) throws SQLException {
    return new CurvePoint(
        row.getTimestamp("minute").toInstant(), row.getLong("sold"), row.getLong("gross_minor"));
  }
}

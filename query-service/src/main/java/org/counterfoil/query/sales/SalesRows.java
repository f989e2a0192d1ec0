package org.counterfoil.query.sales;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.counterfoil.query.sales.PerformanceChange.Places;
import org.counterfoil.query.sales.PerformanceChange.Sum;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes what a batch of sales changed: a handful of statements, however many events. */
final class SalesRows {

  private static final String READ_HOLDS =
      """
      select to_jsonb(h) from seat_hold h
      where hold_id in (select value::uuid from jsonb_array_elements_text(cast(? as jsonb)))
      """;
  private static final String NEW_HOLDS =
      """
      insert into seat_hold
      select * from jsonb_populate_recordset(null::seat_hold, cast(? as jsonb))
      """;
  private static final String CHANGED_HOLDS =
      """
      update seat_hold h
      set state = c.state, expires_at = c.expires_at, order_id = c.order_id,
          ended_position = c.ended_position, ended_at = c.ended_at
      from jsonb_populate_recordset(null::seat_hold, cast(? as jsonb)) c
      where h.hold_id = c.hold_id
      """;
  private static final String TICKETS =
      "insert into ticket select * from jsonb_populate_recordset(null::ticket, cast(? as jsonb))";
  private static final String PERFORMANCES =
      """
      update performance p
      set sold = p.sold + c.sold, held = p.held + c.held,
          held_back = p.held_back + c.held_back, comps = p.comps + c.comps,
          gross_minor = p.gross_minor + c.gross_minor, net_minor = p.net_minor + c.net_minor,
          tax_minor = p.tax_minor + c.tax_minor,
          changed_position = greatest(p.changed_position, c.changed_position),
          changed_at = case when p.changed_position < c.changed_position
            then c.changed_at else p.changed_at end
      from jsonb_populate_recordset(null::performance, cast(? as jsonb)) c
      where p.performance_id = c.performance_id
      """;
  private static final String ZONES =
      """
      update zone z
      set sold = z.sold + c.sold, held = z.held + c.held, held_back = z.held_back + c.held_back
      from jsonb_populate_recordset(null::zone, cast(? as jsonb)) c
      where z.performance_id = c.performance_id and z.zone = c.zone
      """;
  private static final String AREAS =
      """
      update area a
      set sold = a.sold + c.sold, held = a.held + c.held, held_back = a.held_back + c.held_back
      from jsonb_populate_recordset(null::area, cast(? as jsonb)) c
      where a.performance_id = c.performance_id and a.area = c.area
      """;
  private static final String KEPT =
      """
      update held_back k set free = k.free + c.free
      from jsonb_populate_recordset(null::held_back, cast(? as jsonb)) c
      where k.held_back_id = c.held_back_id
      """;
  private static final String RECEIPTS =
      """
      insert into receipts as r
      select * from jsonb_populate_recordset(null::receipts, cast(? as jsonb))
      on conflict (performance_id, zone, price_type, price_type_name, channel, tax_rate)
      do update set sold = r.sold + excluded.sold, comps = r.comps + excluded.comps,
        gross_minor = r.gross_minor + excluded.gross_minor,
        net_minor = r.net_minor + excluded.net_minor,
        tax_minor = r.tax_minor + excluded.tax_minor,
        last_position = greatest(r.last_position, excluded.last_position)
      """;
  private static final String MINUTES =
      """
      insert into sold_minute as m
      select * from jsonb_populate_recordset(null::sold_minute, cast(? as jsonb))
      on conflict (performance_id, minute)
      do update set sold = m.sold + excluded.sold,
        gross_minor = m.gross_minor + excluded.gross_minor
      """;
  private static final String READ_SEATS =
      "select states from seat_states where performance_id = ? for update";
  private static final String SEATS = "update seat_states set states = ? where performance_id = ?";

  private record PerformanceRow(
      UUID performanceId,
      long sold,
      long held,
      long heldBack,
      long comps,
      long grossMinor,
      long netMinor,
      long taxMinor,
      long changedPosition,
      Instant changedAt) {}

  private record ZoneRow(UUID performanceId, String zone, long sold, long held, long heldBack) {}

  private record AreaRow(UUID performanceId, String area, long sold, long held, long heldBack) {}

  private record KeptRow(UUID heldBackId, long free) {}

  private record ReceiptsRow(
      UUID performanceId,
      String zone,
      String priceType,
      String priceTypeName,
      String channel,
      String taxRate,
      long sold,
      long comps,
      long grossMinor,
      long netMinor,
      long taxMinor,
      long lastPosition) {}

  private record MinuteRow(UUID performanceId, Instant minute, long sold, long grossMinor) {}

  private final JdbcClient tables;
  private final JsonRows rows;

  SalesRows(JdbcClient tables) {
    this.tables = tables;
    this.rows = new JsonRows(tables);
  }

  Map<UUID, HoldRow> holds(Collection<UUID> ids) {
    Map<UUID, HoldRow> holds = new HashMap<>();
    rows.read(READ_HOLDS, ids, HoldRow.class).forEach(hold -> holds.put(hold.holdId(), hold));
    return holds;
  }

  void write(SalesBatch batch) {
    rows.write(NEW_HOLDS, batch.newHolds());
    rows.writeEach(CHANGED_HOLDS, batch.changedHolds());
    rows.write(TICKETS, batch.tickets());
    write(batch.performances());
  }

  /** Adds what changed to the figures. */
  void write(Iterable<PerformanceChange> changes) {
    List<PerformanceRow> performances = new ArrayList<>();
    List<ZoneRow> zones = new ArrayList<>();
    List<AreaRow> areas = new ArrayList<>();
    List<ReceiptsRow> receipts = new ArrayList<>();
    List<MinuteRow> minutes = new ArrayList<>();
    List<KeptRow> kept = new ArrayList<>();
    List<HeldBackCounts.Step> steps = new ArrayList<>();
    for (PerformanceChange change : changes) {
      UUID id = change.performanceId;
      performances.add(performance(change));
      change.zones.forEach((zone, places) -> zones.add(zone(id, zone, places)));
      change.areas.forEach((area, places) -> areas.add(area(id, area, places)));
      change.receipts.forEach((price, takings) -> receipts.add(receipts(id, price, takings)));
      change.minutes.forEach(
          (minute, takings) ->
              minutes.add(new MinuteRow(id, minute, takings.sold, takings.grossMinor)));
      change.kept.forEach((keeper, free) -> kept.add(new KeptRow(keeper, free)));
      steps.addAll(change.steps);
      writeSeats(change);
    }
    rows.writeEach(KEPT, kept);
    rows.write(HeldBackCounts.STEPS, steps);
    rows.writeEach(PERFORMANCES, performances);
    rows.writeEach(ZONES, zones);
    rows.writeEach(AREAS, areas);
    rows.write(RECEIPTS, receipts);
    rows.write(MINUTES, minutes);
  }

  private void writeSeats(PerformanceChange change) {
    if (change.seats.isEmpty()) {
      return;
    }
    SeatStates states =
        new SeatStates(
            tables.sql(READ_SEATS).param(change.performanceId).query(byte[].class).single());
    change.seats.forEach(states::set);
    tables.sql(SEATS).param(states.bytes()).param(change.performanceId).update();
  }

  private static PerformanceRow performance(PerformanceChange change) {
    return new PerformanceRow(
        change.performanceId,
        change.takings.sold,
        change.held,
        change.heldBack,
        change.takings.comps,
        change.takings.grossMinor,
        change.takings.netMinor,
        change.takings.taxMinor,
        change.last.position(),
        change.last.at());
  }

  private static ZoneRow zone(UUID performance, String zone, Places places) {
    return new ZoneRow(performance, zone, places.sold, places.held, places.heldBack);
  }

  private static AreaRow area(UUID performance, String area, Places places) {
    return new AreaRow(performance, area, places.sold, places.held, places.heldBack);
  }

  private static ReceiptsRow receipts(
      UUID performance, PerformanceChange.Price price, Sum takings) {
    return new ReceiptsRow(
        performance,
        price.zone(),
        price.priceType(),
        price.priceTypeName(),
        price.channel(),
        price.taxRate(),
        takings.sold,
        takings.comps,
        takings.grossMinor,
        takings.netMinor,
        takings.taxMinor,
        takings.lastPosition);
  }
}

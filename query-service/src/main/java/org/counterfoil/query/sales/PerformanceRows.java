package org.counterfoil.query.sales;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.counterfoil.domain.performance.OnsaleWindow;
import org.counterfoil.domain.performance.PerformanceEvent;
import org.counterfoil.domain.performance.PerformanceEvent.AccessiblePlacesReleased;
import org.counterfoil.domain.performance.PerformanceEvent.AgentsSet;
import org.counterfoil.domain.performance.PerformanceEvent.CancellationSettled;
import org.counterfoil.domain.performance.PerformanceEvent.OnsaleSet;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceCancelled;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceCompleted;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceRescheduled;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceScheduled;
import org.counterfoil.domain.performance.PerformanceEvent.PresaleSet;
import org.counterfoil.domain.performance.PerformanceEvent.PriceListChanged;
import org.counterfoil.domain.performance.PerformanceEvent.QuotasSet;
import org.counterfoil.domain.performance.PerformanceEvent.WaitingRoomSet;
import org.counterfoil.domain.performance.PerformanceStage;
import org.counterfoil.domain.seating.Area;
import org.counterfoil.domain.seating.ZoneCapacity;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes performances as they are scheduled and put on sale. */
final class PerformanceRows {

  private static final String SCHEDULED =
      """
      insert into performance
        (performance_id, organisation_id, production_id, title, venue_id, venue_name,
         seating_plan_id, plan_hash, seat_count, capacity, currency, starts_at, ends_at, time_zone,
         is_onsale_set, opens_at, closes_at, scheduled_position, scheduled_at, is_training, stage,
         ended_position, ended_at, sold, held, held_back, comps, gross_minor, net_minor, tax_minor, changed_position, changed_at)
      values
        (:performance, :organisation, :production, :title, :venue, :venueName,
         :seatingPlan, :planHash, :seatCount, :capacity, :currency, :startsAt, :endsAt, :timeZone,
         false, null, null, :position, :at, :isTraining, :stage,
         null, null, 0, 0, 0, 0, 0, 0, 0, :position, :at)
      """;
  private static final String ZONES =
      "insert into zone select * from jsonb_populate_recordset(null::zone, cast(? as jsonb))";
  private static final String AREAS =
      "insert into area select * from jsonb_populate_recordset(null::area, cast(? as jsonb))";
  private static final String CHANGE =
      """
      update performance
      set %s,
          changed_position = greatest(changed_position, :position),
          changed_at = case when changed_position < :position then :at else changed_at end
      where performance_id = :performance
      """;

  private static final String ONSALE =
      CHANGE.formatted("is_onsale_set = true, opens_at = :opensAt, closes_at = :closesAt");
  private static final String MOVED = CHANGE.formatted("starts_at = :startsAt, ends_at = :endsAt");
  private static final String ENDED =
      CHANGE.formatted("stage = :stage, ended_position = :position, ended_at = :at");

  private record ZoneRow(
      UUID performanceId,
      String zone,
      int ordinal,
      int rank,
      long capacity,
      long sold,
      long held,
      long heldBack) {}

  private record AreaRow(
      UUID performanceId,
      String area,
      int ordinal,
      String zone,
      long capacity,
      long sold,
      long held,
      long heldBack) {}

  private final JdbcClient tables;

  PerformanceRows(JdbcClient tables) {
    this.tables = tables;
  }

  void apply(PerformanceEvent event, Moment when) {
    switch (event) {
      case PerformanceScheduled scheduled -> schedule(scheduled, when);
      case OnsaleSet set -> open(set, when);
      // Prices are in the tickets; a list of offers is the write side's to answer.
      case PriceListChanged changed -> {}
      case WaitingRoomSet set -> new WaitingRoomRows(tables).apply(set, when);
      // Whom the write side lets buy what; nothing that is counted.
      case PresaleSet set -> {}
      case QuotasSet set -> {}
      case AgentsSet set -> {}
      case AccessiblePlacesReleased released -> {}
      case PerformanceRescheduled moved -> move(moved, when);
      case PerformanceCompleted took -> end(took, PerformanceStage.COMPLETED, when);
      case PerformanceCancelled cancelled -> end(cancelled, PerformanceStage.CANCELLED, when);
      case CancellationSettled settled -> {}
    }
  }

  private void schedule(PerformanceScheduled scheduled, Moment when) {
    UUID id = scheduled.performanceId().value();
    tables
        .sql(SCHEDULED)
        .param("performance", id)
        .param("organisation", scheduled.organisationId().value())
        .param("production", scheduled.productionId().value())
        .param("title", scheduled.title().value())
        .param("venue", scheduled.venueId().value())
        .param("venueName", scheduled.venueName().value())
        .param("seatingPlan", scheduled.seatingPlanId().value())
        .param("planHash", scheduled.planHash().value())
        .param("seatCount", scheduled.seatCount())
        .param("capacity", scheduled.zones().stream().mapToLong(ZoneCapacity::capacity).sum())
        .param("currency", scheduled.priceList().currency().getCurrencyCode())
        .param("startsAt", Timestamp.from(scheduled.startsAt()))
        .param("endsAt", Timestamp.from(scheduled.endsAt()))
        .param("timeZone", scheduled.timeZone().getId())
        .param("position", when.position())
        .param("at", Timestamp.from(when.at()))
        .param("isTraining", scheduled.isTraining())
        .param("stage", PerformanceStage.SCHEDULED.name())
        .update();
    JsonRows rows = new JsonRows(tables);
    rows.write(ZONES, zones(id, scheduled.zones()));
    rows.write(AREAS, areas(id, scheduled.areas()));
    tables
        .sql("insert into seat_states (performance_id, states) values (?, ?)")
        .param(id)
        .param(SeatStates.free(scheduled.seatCount()).bytes())
        .update();
  }

  private void move(PerformanceRescheduled moved, Moment when) {
    change(
        tables
            .sql(MOVED)
            .param("startsAt", Timestamp.from(moved.startsAt()))
            .param("endsAt", Timestamp.from(moved.endsAt())),
        moved,
        when);
  }

  private void end(PerformanceEvent event, PerformanceStage stage, Moment when) {
    change(tables.sql(ENDED).param("stage", stage.name()), event, when);
  }

  private static void change(
      JdbcClient.StatementSpec statement, PerformanceEvent event, Moment when) {
    int found =
        statement
            .param("position", when.position())
            .param("at", Timestamp.from(when.at()))
            .param("performance", event.performanceId().value())
            .update();
    if (found != 1) {
      throw new IllegalStateException(
          "Expected performance " + event.performanceId() + " to be scheduled, but it never was");
    }
  }

  private void open(OnsaleSet set, Moment when) {
    OnsaleWindow window = set.window();
    change(
        tables
            .sql(ONSALE)
            .param("opensAt", timestamp(window.opensAt()), Types.TIMESTAMP)
            .param("closesAt", timestamp(window.closesAt()), Types.TIMESTAMP),
        set,
        when);
  }

  private static List<ZoneRow> zones(UUID id, List<ZoneCapacity> zones) {
    List<ZoneRow> rows = new ArrayList<>();
    for (ZoneCapacity zone : zones) {
      rows.add(
          new ZoneRow(id, zone.zone().value(), rows.size(), zone.rank(), zone.capacity(), 0, 0, 0));
    }
    return rows;
  }

  private static List<AreaRow> areas(UUID id, List<Area> areas) {
    List<AreaRow> rows = new ArrayList<>();
    for (Area area : areas) {
      rows.add(
          new AreaRow(
              id, area.name().value(), rows.size(), area.zone().value(), area.capacity(), 0, 0, 0));
    }
    return rows;
  }

  private static @Nullable Timestamp timestamp(@Nullable Instant time) {
    return time == null ? null : Timestamp.from(time);
  }
}

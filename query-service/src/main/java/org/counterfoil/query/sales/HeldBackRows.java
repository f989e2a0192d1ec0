package org.counterfoil.query.sales;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.counterfoil.domain.heldback.AllotmentTerms;
import org.counterfoil.domain.heldback.FreedPlaces;
import org.counterfoil.domain.heldback.HeldBackArea;
import org.counterfoil.domain.heldback.HeldBackEvent;
import org.counterfoil.domain.heldback.HeldBackEvent.AllotmentCascaded;
import org.counterfoil.domain.heldback.HeldBackEvent.AllotmentMade;
import org.counterfoil.domain.heldback.HeldBackEvent.AllotmentReturned;
import org.counterfoil.domain.heldback.HeldBackEvent.HoldCodeLifted;
import org.counterfoil.domain.heldback.HeldBackEvent.HoldCodeSet;
import org.counterfoil.domain.heldback.HeldBackEvent.PlacesKilled;
import org.counterfoil.domain.heldback.HeldBackEvent.PlacesRevived;
import org.counterfoil.domain.heldback.HeldBackId;
import org.counterfoil.domain.heldback.HeldBackSeat;
import org.counterfoil.domain.seating.ZoneName;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes what leaves general sale and what comes back to it. Rare: written as it comes. */
final class HeldBackRows {

  private static final String BEGIN =
      """
      insert into held_back
        (held_back_id, performance_id, kind, code, channel, reason_code, returns_at, cascade, places, free,
         made_position, made_at, ended_position, ended_at, moved_to)
      values
        (:id, :performance, :kind, :code, :channel, :reason, :returnsAt, cast(:cascade as jsonb), :places,
         :places,
         :position, :at, null, null, null)
      """;
  private static final String END =
      """
      update held_back
      set free = 0, ended_position = :position, ended_at = :at, moved_to = :movedTo
      where held_back_id = :id and ended_position is null
      """;
  private static final String SEATS =
      """
      insert into held_back_seat
      select * from jsonb_populate_recordset(null::held_back_seat, cast(? as jsonb))
      """;
  private static final String CASCADE =
      """
      insert into held_back
      select cast(:next as uuid), performance_id, kind, null, :channel, null,
             cast(:returnsAt as timestamptz), cascade - 0, places, :free, cast(:position as bigint),
             cast(:at as timestamptz), null, null, null
      from held_back where held_back_id = :id
      """;

  private record SeatRow(UUID performanceId, int seat, UUID heldBackId, String zone) {}

  private final JdbcClient tables;
  private final HeldBackCounts counts;

  HeldBackRows(JdbcClient tables) {
    this.tables = tables;
    this.counts = new HeldBackCounts(tables);
  }

  void apply(HeldBackEvent event, Moment when) {
    switch (event) {
      case HoldCodeSet set -> {
        begin(
            set,
            "HOLD_CODE",
            set.code().value(),
            null,
            set.reasonCode().name(),
            null,
            List.of(),
            when,
            sum(set.seats(), set.areas()));
        take(set, set.seats(), set.areas(), when);
      }
      case PlacesKilled killed -> {
        begin(
            killed,
            "KILL",
            null,
            null,
            killed.reasonCode().name(),
            null,
            List.of(),
            when,
            sum(killed.seats(), killed.areas()));
        take(killed, killed.seats(), killed.areas(), when);
      }
      case AllotmentMade made -> {
        begin(
            made,
            "ALLOTMENT",
            null,
            made.channel().value(),
            null,
            made.returnsAt(),
            made.cascade(),
            when,
            sum(made.seats(), made.areas()));
        take(made, made.seats(), made.areas(), when);
      }
      case HoldCodeLifted lifted -> free(lifted, lifted.freed(), when);
      case PlacesRevived revived -> free(revived, revived.freed(), when);
      case AllotmentReturned returned -> free(returned, returned.freed(), when);
      case AllotmentCascaded cascaded -> cascade(cascaded, when);
    }
  }

  private void begin(
      HeldBackEvent event,
      String kind,
      @Nullable String code,
      @Nullable String channel,
      @Nullable String reason,
      @Nullable Instant returnsAt,
      List<AllotmentTerms> cascade,
      Moment when,
      long places) {
    tables
        .sql(BEGIN)
        .param("id", event.heldBackId().value())
        .param("performance", event.performanceId().value())
        .param("kind", kind)
        .param("code", code, Types.VARCHAR)
        .param("channel", channel, Types.VARCHAR)
        .param("reason", reason, Types.VARCHAR)
        .param("returnsAt", timestamp(returnsAt), Types.TIMESTAMP)
        .param("cascade", NextAllotment.json(cascade))
        .param("places", places)
        .param("position", when.position())
        .param("at", Timestamp.from(when.at()))
        .update();
  }

  private void take(
      HeldBackEvent event, List<HeldBackSeat> seats, List<HeldBackArea> areas, Moment when) {
    UUID performance = event.performanceId().value();
    List<SeatRow> rows = new ArrayList<>();
    for (HeldBackSeat seat : seats) {
      rows.add(
          new SeatRow(performance, seat.index(), event.heldBackId().value(), seat.zone().value()));
    }
    new JsonRows(tables).write(SEATS, rows);
    counts.showSeats(performance, seats.stream().map(HeldBackSeat::index).toList());
    counts.add(event, taken(seats, areas), 1, when);
  }

  private static List<FreedPlaces> taken(List<HeldBackSeat> seats, List<HeldBackArea> areas) {
    Map<ZoneName, Integer> zones = new HashMap<>();
    seats.forEach(seat -> zones.merge(seat.zone(), 1, Integer::sum));
    List<FreedPlaces> taken = new ArrayList<>();
    zones.forEach((zone, count) -> taken.add(new FreedPlaces(zone, null, count)));
    areas.forEach(area -> taken.add(new FreedPlaces(area.zone(), area.area(), area.quantity())));
    return taken;
  }

  private static long sum(List<HeldBackSeat> seats, List<HeldBackArea> areas) {
    return seats.size() + areas.stream().mapToLong(HeldBackArea::quantity).sum();
  }

  private void free(HeldBackEvent event, List<FreedPlaces> freed, Moment when) {
    counts.add(event, freed, -1, when);
    end(event.heldBackId(), null, when);
    counts.showFreeSeats(event.performanceId().value(), event.heldBackId().value());
  }

  private void cascade(AllotmentCascaded cascaded, Moment when) {
    AllotmentTerms next = cascaded.next();
    long moved = cascaded.moved().stream().mapToLong(FreedPlaces::quantity).sum();
    counts.move(cascaded, when);
    end(cascaded.heldBackId(), next.heldBackId(), when);
    tables
        .sql(CASCADE)
        .param("next", next.heldBackId().value())
        .param("id", cascaded.heldBackId().value())
        .param("channel", next.channel().value())
        .param("returnsAt", timestamp(next.returnsAt()), Types.TIMESTAMP)
        .param("free", moved)
        .param("position", when.position())
        .param("at", Timestamp.from(when.at()))
        .update();
    tables
        .sql("update held_back_seat set held_back_id = ? where held_back_id = ?")
        .params(next.heldBackId().value(), cascaded.heldBackId().value())
        .update();
  }

  private void end(HeldBackId id, @Nullable HeldBackId movedTo, Moment when) {
    int found =
        tables
            .sql(END)
            .param("id", id.value())
            .param("movedTo", movedTo == null ? null : movedTo.value(), Types.OTHER)
            .param("position", when.position())
            .param("at", Timestamp.from(when.at()))
            .update();
    if (found != 1) {
      throw new IllegalStateException("Expected " + id + " to hold places back, but it does not");
    }
  }

  private static @Nullable Timestamp timestamp(@Nullable Instant time) {
    return time == null ? null : Timestamp.from(time);
  }
}

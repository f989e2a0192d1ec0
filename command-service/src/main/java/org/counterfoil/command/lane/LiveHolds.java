package org.counterfoil.command.lane;

import java.sql.ResultSet;
import java.time.Instant;
import java.util.function.BiConsumer;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldExtended;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldOrdered;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldPlaced;
import org.counterfoil.eventstore.codec.EventCodec;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds, at start, the holds whose end is not recorded. */
final class LiveHolds {

  private static final String SQL =
      """
      select live.entry
      from log.event as live
      where live.hold_id is not null
        and live.name in ('seat-hold.placed', 'seat-hold.extended', 'seat-hold.ordered')
        and not exists (
          select 1 from log.event as ended
          where ended.hold_id = live.hold_id
            and ended.name in ('seat-hold.sold', 'seat-hold.released', 'seat-hold.expired'))
      """;

  private final JdbcClient jdbc;
  private final EventCodec codec;

  LiveHolds(JdbcClient jdbc, EventCodec codec) {
    this.jdbc = jdbc;
    this.codec = codec;
  }

  /** Tells the performance and every end that a live hold ever had; the last one counts. */
  void forEach(BiConsumer<PerformanceId, Instant> action) {
    jdbc.sql(SQL)
        .query(
            (ResultSet row) -> {
              switch (codec.decode(row.getBytes(1)).payload()) {
                case HoldPlaced placed -> action.accept(placed.performanceId(), placed.expiresAt());
                case HoldExtended longer ->
                    action.accept(longer.performanceId(), longer.expiresAt());
                case HoldOrdered ordered ->
                    action.accept(ordered.performanceId(), ordered.expiresAt());
                case Object other ->
                    throw new IllegalStateException("Expected a hold's start, but got " + other);
              }
            });
  }
}

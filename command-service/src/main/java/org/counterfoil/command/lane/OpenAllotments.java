package org.counterfoil.command.lane;

import java.sql.ResultSet;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Consumer;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceRescheduled;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceScheduled;
import org.counterfoil.eventstore.codec.EventCodec;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds, at start, the allotments that may have to return: all of performances that are not over.
 * One that has returned already is told as well, and does nothing.
 */
final class OpenAllotments implements Unfinished {

  /** The condition is spelled as in the partial index. */
  private static final String SQL =
      """
      select allotment.entry, coalesce(moved.entry, scheduled.entry)
      from log.event as allotment
      join log.event as scheduled
        on scheduled.stream_id = allotment.stream_id and scheduled.sequence = 0
      left join lateral (
        select entry from log.event as move
        where move.stream_id = allotment.stream_id and move.stream_type = 'performance'
          and move.hold_id is null and move.name = 'performance.rescheduled'
        order by move.sequence desc limit 1) as moved on true
      where allotment.name in ('allotment.made', 'allotment.cascaded')
      """;

  private final JdbcClient jdbc;
  private final EventCodec codec;
  private final Clock clock;

  OpenAllotments(JdbcClient jdbc, EventCodec codec, Clock clock) {
    this.jdbc = jdbc;
    this.codec = codec;
    this.clock = clock;
  }

  @Override
  public void forEach(Consumer<Reminder> action) {
    jdbc.sql(SQL)
        .query(
            (ResultSet row) -> {
              if (clock.instant().isBefore(endOf(codec.decode(row.getBytes(2)).payload()))) {
                Reminders.of(codec.decode(row.getBytes(1)).payload()).ifPresent(action);
              }
            });
  }

  private static Instant endOf(Event times) {
    return switch (times) {
      case PerformanceScheduled scheduled -> scheduled.endsAt();
      case PerformanceRescheduled moved -> moved.endsAt();
      default ->
          throw new IllegalStateException(
              "Expected the times of a performance, but it is " + times.getClass().getName());
    };
  }
}

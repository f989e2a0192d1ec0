package org.counterfoil.command.lane;

import java.sql.ResultSet;
import java.time.Clock;
import java.util.function.Consumer;
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
      select allotment.entry, scheduled.entry
      from log.event as allotment
      join log.event as scheduled
        on scheduled.stream_id = allotment.stream_id and scheduled.sequence = 0
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
              if (codec.decode(row.getBytes(2)).payload() instanceof PerformanceScheduled scheduled
                  && clock.instant().isBefore(scheduled.endsAt())) {
                Reminders.of(codec.decode(row.getBytes(1)).payload()).ifPresent(action);
              }
            });
  }
}

package org.counterfoil.command.lane;

import java.sql.ResultSet;
import java.util.function.Consumer;
import org.counterfoil.eventstore.codec.EventCodec;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds, at start, the performances that have yet to take place, and those whose end came while
 * nobody was there to record it. Every time that one ever had is told; the last one counts.
 */
final class ComingPerformances implements Unfinished {

  /** The condition is spelled as in the partial index. */
  private static final String SQL =
      """
      select coming.entry from log.event as coming
      where coming.name in ('performance.scheduled', 'performance.rescheduled')
        and not exists (
          select 1 from log.event as ended
          where ended.stream_type = 'performance' and ended.hold_id is null
            and ended.stream_id = coming.stream_id
            and ended.name in ('performance.completed', 'performance.cancelled'))
      """;

  private final JdbcClient jdbc;
  private final EventCodec codec;

  ComingPerformances(JdbcClient jdbc, EventCodec codec) {
    this.jdbc = jdbc;
    this.codec = codec;
  }

  @Override
  public void forEach(Consumer<Reminder> action) {
    jdbc.sql(SQL)
        .query(
            (ResultSet row) -> {
              Reminders.of(codec.decode(row.getBytes(1)).payload()).ifPresent(action);
            });
  }
}

package org.counterfoil.command.lane;

import java.sql.ResultSet;
import java.util.function.Consumer;
import org.counterfoil.eventstore.codec.EventCodec;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds, at start, when passes expire. One that is used up or has expired is told as well, and does
 * nothing.
 */
final class LivePasses implements Unfinished {

  /** The condition is spelled as in the partial index. */
  private static final String SQL =
      "select entry from log.event where name in ('pass.issued', 'pass.uses-returned')";

  private final JdbcClient jdbc;
  private final EventCodec codec;

  LivePasses(JdbcClient jdbc, EventCodec codec) {
    this.jdbc = jdbc;
    this.codec = codec;
  }

  @Override
  public void forEach(Consumer<Reminder> action) {
    jdbc.sql(SQL)
        .query(
            (ResultSet row) ->
                Reminders.of(codec.decode(row.getBytes(1)).payload()).ifPresent(action));
  }
}

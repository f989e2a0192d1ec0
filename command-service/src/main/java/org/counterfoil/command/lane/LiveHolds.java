package org.counterfoil.command.lane;

import java.sql.ResultSet;
import java.util.function.Consumer;
import org.counterfoil.eventstore.codec.EventCodec;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds, at start, the holds whose end is not recorded. A hold that has ended stays ended, so that
 * the place in the log before which all have is kept and only ever moves on: what lies before it is
 * not looked at again, however long the log.
 */
final class LiveHolds implements Unfinished {

  private static final String LIVE =
      """
      from log.event as live
      where live.position >= (select coalesce(max(ended_before), 0) from log.holds_ended)
        and live.hold_id is not null
        and live.name in ('seat-hold.placed', 'seat-hold.extended', 'seat-hold.ordered')
        and not exists (
          select 1 from log.event as ended
          where ended.hold_id = live.hold_id
            and ended.name in ('seat-hold.sold', 'seat-hold.released', 'seat-hold.expired'))
      """;

  /**
   * The last position is read with the same snapshot as the holds: one placed later lies after it.
   */
  private static final String MOVE_ON =
      """
      insert into log.holds_ended (ended_before)
      select coalesce(min(live.position), (select coalesce(max(position) + 1, 0) from log.event))
      %s
      on conflict (is_single) do update
        set ended_before = greatest(holds_ended.ended_before, excluded.ended_before)
      """
          .formatted(LIVE);

  private final JdbcClient jdbc;
  private final EventCodec codec;

  LiveHolds(JdbcClient jdbc, EventCodec codec) {
    this.jdbc = jdbc;
    this.codec = codec;
  }

  /** Tells every end that a live hold ever had; the last one counts. */
  @Override
  public void forEach(Consumer<Reminder> action) {
    jdbc.sql("select live.entry " + LIVE)
        .query(
            (ResultSet row) -> {
              Reminders.of(codec.decode(row.getBytes(1)).payload()).ifPresent(action);
            });
  }

  /** Remembers how far all holds have ended, so that a later start has less to look at. */
  void moveOn() {
    jdbc.sql(MOVE_ON).update();
  }
}

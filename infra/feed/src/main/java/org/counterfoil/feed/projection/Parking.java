package org.counterfoil.feed.projection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.counterfoil.eventstore.log.RecordedEvent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code parked} of the schema at hand. */
final class Parking {

  /** A parked event's stored form. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Entry(long position, byte[] bytes) {}

  private final Clock clock;

  Parking(Clock clock) {
    this.clock = clock;
  }

  void park(
      JdbcClient tables, RecordedEvent event, String key, String reason, boolean isDiscarded) {
    tables
        .sql(
            """
            insert into parked (position, key, event_name, reason, first_attempt, last_attempt,
              is_discarded, entry)
            values (:position, :key, :name, :reason, :now, :now, :discarded, :entry)
            """)
        .param("position", event.position())
        .param("key", key)
        .param("name", event.envelope().name())
        .param("reason", reason)
        .param("now", now())
        .param("discarded", isDiscarded)
        .param("entry", event.entry())
        .update();
  }

  /** The key's events that wait, in order of position. */
  List<Entry> waiting(JdbcClient tables, String key) {
    return tables
        .sql(
            "select position, entry from parked where key = ? and not is_discarded"
                + " order by position")
        .param(key)
        .query((row, number) -> new Entry(row.getLong(1), row.getBytes(2)))
        .list();
  }

  void remove(JdbcClient tables, long position) {
    tables.sql("delete from parked where position = ?").param(position).update();
  }

  void failedAgain(JdbcClient tables, long position, String reason) {
    tables
        .sql("update parked set reason = ?, last_attempt = ? where position = ?")
        .params(reason, now(), position)
        .update();
  }

  /** Gives an event up; answers its key, or nothing where none waits at this position. */
  List<String> discard(JdbcClient tables, long position) {
    return tables
        .sql(
            """
            update parked set is_discarded = true, last_attempt = ?
            where position = ? and not is_discarded returning key
            """)
        .params(now(), position)
        .query(String.class)
        .list();
  }

  HeldKeys held(JdbcClient tables) {
    Map<String, HeldKeys.Held> byKey = new HashMap<>();
    tables
        .sql("select key, min(position), count(*) from parked where not is_discarded group by key")
        .query(
            row -> {
              byKey.put(row.getString(1), new HeldKeys.Held(row.getLong(2), row.getInt(3)));
            });
    return new HeldKeys(byKey);
  }

  /** The events that wait, in order of position. */
  List<ParkedEvent> waiting(JdbcClient tables) {
    return tables
        .sql(
            """
            select position, key, event_name, reason, first_attempt, last_attempt
            from parked where not is_discarded order by position
            """)
        .query((row, number) -> read(row))
        .list();
  }

  /** Every position, and whether it was discarded. */
  Map<Long, Boolean> discardedByPosition(JdbcClient tables) {
    Map<Long, Boolean> positions = new HashMap<>();
    tables
        .sql("select position, is_discarded from parked")
        .query(
            row -> {
              positions.put(row.getLong(1), row.getBoolean(2));
            });
    return positions;
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static ParkedEvent read(ResultSet row) throws SQLException {
    return new ParkedEvent(
        row.getLong("position"),
        row.getString("key"),
        row.getString("event_name"),
        row.getString("reason"),
        row.getObject("first_attempt", OffsetDateTime.class).toInstant(),
        row.getObject("last_attempt", OffsetDateTime.class).toInstant());
  }
}

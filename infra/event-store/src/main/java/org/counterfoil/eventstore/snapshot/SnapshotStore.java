package org.counterfoil.eventstore.snapshot;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps the newest snapshot of each stream and state version. Snapshots may be lost at any time:
 * the events are the truth.
 */
public final class SnapshotStore {

  private static final String SAVE =
      """
      insert into log.snapshot as kept (stream_id, sequence, state_version, taken_at, content)
      values (?, ?, ?, ?, ?)
      on conflict (stream_id, state_version) do update
      set sequence = excluded.sequence, taken_at = excluded.taken_at, content = excluded.content
      where kept.sequence < excluded.sequence
      """;

  /** Joined with its last event: one that is ahead of a restored log is none. */
  private static final String FIND =
      """
      select event.stream_type, kept.sequence, kept.state_version, kept.content
      from log.snapshot kept
      join log.event on event.stream_id = kept.stream_id and event.sequence = kept.sequence
      where kept.stream_id = ?
      order by kept.sequence desc
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  public SnapshotStore(DataSource dataSource, Clock clock) {
    this.jdbc = JdbcClient.create(dataSource);
    this.clock = clock;
  }

  /**
   * Keeps a snapshot unless a newer one is kept. Called after the commit of the events it covers,
   * from any thread.
   *
   * @param sequence of the last event that the state reflects
   * @param stateVersion counts changes of the state's form; another version's are ignored
   */
  public void save(UUID stream, long sequence, int stateVersion, byte[] content) {
    jdbc.sql(SAVE)
        .param(stream)
        .param(sequence)
        .param(stateVersion)
        .param(clock.instant().atOffset(ZoneOffset.UTC))
        .param(content)
        .update();
  }

  /** The snapshots of a stream, one per state version, the newest first. */
  public List<Snapshot> find(UUID stream) {
    return jdbc.sql(FIND)
        .param(stream)
        .query(
            (row, number) ->
                new Snapshot(
                    stream, row.getString(1), row.getLong(2), row.getInt(3), row.getBytes(4)))
        .list();
  }
}

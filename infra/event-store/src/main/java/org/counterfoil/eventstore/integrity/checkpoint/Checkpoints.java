package org.counterfoil.eventstore.integrity.checkpoint;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The checkpoints that were signed, and the public keys that signed them: append-only. Reading
 * needs no more than {@code counterfoil_reader}. Takes part in the caller's transaction where there
 * is one.
 */
public final class Checkpoints {

  private static final String SELECT = "select note, signed_at from integrity.checkpoint ";

  private final JdbcClient jdbc;

  public Checkpoints(DataSource dataSource) {
    this.jdbc = JdbcClient.create(dataSource);
  }

  /** The newest; nothing before the first event was signed for. */
  public Optional<SignedCheckpoint> latest() {
    return one(SELECT + "order by tree_size desc limit 1");
  }

  /**
   * The newest, provided that it covers the event at this position; nothing where that was not
   * signed for yet, which takes seconds.
   */
  public Optional<SignedCheckpoint> latestCovering(long position) {
    return latest().filter(newest -> newest.checkpoint().size() > position);
  }

  /**
   * The first that covers the event at this position, which never becomes another one; nothing
   * where it was not signed for yet, which takes seconds.
   */
  public Optional<SignedCheckpoint> firstCovering(long position) {
    return one(SELECT + "where tree_size > ? order by tree_size limit 1", position);
  }

  /**
   * For each of these positions the first that covers it; a position that was not signed for yet is
   * missing.
   */
  public Map<Long, SignedCheckpoint> firstCovering(Collection<Long> positions) {
    Map<Long, SignedCheckpoint> found = new HashMap<>();
    jdbc.sql(
            """
            select c.note, c.signed_at, p.position
            from unnest(cast(? as bigint[])) p (position)
            cross join lateral (
              select note, signed_at from integrity.checkpoint
              where tree_size > p.position order by tree_size limit 1) c
            """)
        .param(positions.toArray(Long[]::new))
        .query(
            row -> {
              found.put(row.getLong(3), row(row, 0));
            });
    return found;
  }

  /** Stores one; one of that size that is there already stays. */
  public void add(SignedCheckpoint signed) {
    jdbc.sql(
            """
            insert into integrity.checkpoint (tree_size, note, signed_at) values (?, ?, ?)
            on conflict (tree_size) do nothing
            """)
        .params(
            signed.checkpoint().size(), signed.note(), signed.signedAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** All keys that ever signed, the newest first. */
  public List<VerifierKey> keys() {
    return jdbc.sql(
            "select name, public_key from integrity.key order by first_used_at desc, public_key")
        .query((row, number) -> new VerifierKey(row.getString(1), row.getBytes(2)))
        .list();
  }

  /** Publishes a key before it signs for the first time. */
  public void publish(VerifierKey key, Instant now) {
    jdbc.sql(
            """
            insert into integrity.key (name, key_id, public_key, first_used_at)
            values (?, ?, ?, ?) on conflict do nothing
            """)
        .params(
            key.name(),
            ByteBuffer.allocate(Integer.BYTES).putInt(key.id()).array(),
            key.publicKey(),
            now.atOffset(ZoneOffset.UTC))
        .update();
  }

  private Optional<SignedCheckpoint> one(String sql, Object... parameters) {
    return jdbc.sql(sql).params(parameters).query(Checkpoints::row).optional();
  }

  private static SignedCheckpoint row(ResultSet row, int number) throws SQLException {
    return SignedCheckpoint.of(
        row.getString(1), row.getObject(2, OffsetDateTime.class).toInstant());
  }
}

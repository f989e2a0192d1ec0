package org.counterfoil.eventstore.idempotency;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.postgresql.PGStatement;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCreator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Keeps answers under idempotency keys, in the transaction that stores the events they tell of:
 * both are there or neither.
 */
public final class IdempotencyStore {

  private static final String FIND =
      """
      select scope, key, body_hash, status, answer, position, recorded_at, expires_at
      from log.idempotency where scope = ? and key = ? and expires_at > ?
      """;

  private static final String FIND_ALL =
      """
      select scope, key, body_hash, status, answer, position, recorded_at, expires_at
      from unnest(?::text[], ?::text[]) as wanted (scope, key)
      join log.idempotency using (scope, key) where expires_at > ?
      """;

  /** An expired record gives way; a live one does not, and then fewer rows are counted. */
  private static final String INSERT =
      """
      insert into log.idempotency as kept
        (scope, key, body_hash, status, answer, position, recorded_at, expires_at)
      select * from unnest(?::text[], ?::text[], ?::bytea[], ?::int[], ?::text[], ?::bigint[],
        ?::timestamptz[], ?::timestamptz[])
      on conflict (scope, key) do update
      set body_hash = excluded.body_hash, status = excluded.status, answer = excluded.answer,
        position = excluded.position, recorded_at = excluded.recorded_at,
        expires_at = excluded.expires_at
      where kept.expires_at <= excluded.recorded_at
      """;

  private static final String PURGE = "delete from log.idempotency where expires_at <= ?";

  private final JdbcClient jdbc;
  private final JdbcTemplate template;

  public IdempotencyStore(DataSource dataSource) {
    this.jdbc = JdbcClient.create(dataSource);
    this.template = new JdbcTemplate(dataSource);
  }

  /** The answer kept under a key, unless it has expired. */
  public Optional<IdempotencyRecord> find(String scope, String key, Instant now) {
    return jdbc.sql(FIND)
        .param(scope)
        .param(key)
        .param(now.atOffset(ZoneOffset.UTC))
        .query((row, number) -> record(row))
        .optional();
  }

  /** The answers kept under any of these keys, unless they have expired; in one statement. */
  public List<IdempotencyRecord> findAll(Collection<Wanted> wanted, Instant now) {
    List<IdempotencyRecord> found =
        template.execute(
            (PreparedStatementCreator) connection -> plannedAnew(connection, FIND_ALL),
            statement -> {
              String[] scopes = wanted.stream().map(Wanted::scope).toArray(String[]::new);
              String[] keys = wanted.stream().map(Wanted::key).toArray(String[]::new);
              statement.setArray(1, statement.getConnection().createArrayOf("text", scopes));
              statement.setArray(2, statement.getConnection().createArrayOf("text", keys));
              statement.setObject(3, now.atOffset(ZoneOffset.UTC));
              try (ResultSet rows = statement.executeQuery()) {
                List<IdempotencyRecord> records = new ArrayList<>();
                while (rows.next()) {
                  records.add(record(rows));
                }
                return records;
              }
            });
    return found == null ? List.of() : found;
  }

  /**
   * A plan that was made and kept while the table was small would read all of it for ever; on an
   * onsale's evening it is anything but small.
   */
  private static PreparedStatement plannedAnew(Connection connection, String sql)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    statement.unwrap(PGStatement.class).setPrepareThreshold(0);
    return statement;
  }

  /** A key that is looked for. */
  public record Wanted(String scope, String key) {}

  /**
   * Keeps answers, within the current transaction.
   *
   * @param records no two of one key
   * @throws IdempotencyKeyTaken where a key holds a live answer already
   * @throws IllegalStateException where there is no transaction
   */
  public void insert(List<IdempotencyRecord> records) {
    if (records.isEmpty()) {
      return;
    }
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException(
          "Expected the transaction that stores the events, but there is none");
    }
    Integer stored = template.execute((Connection connection) -> insert(connection, records));
    if (stored == null || stored != records.size()) {
      throw new IdempotencyKeyTaken(records.size(), stored == null ? 0 : stored);
    }
  }

  /** Deletes what has expired; answers how many. */
  public int purgeExpired(Instant now) {
    return jdbc.sql(PURGE).param(now.atOffset(ZoneOffset.UTC)).update();
  }

  private static int insert(Connection connection, List<IdempotencyRecord> records)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
      HexFormat hex = HexFormat.of();
      statement.setArray(1, array(connection, "text", records, IdempotencyRecord::scope));
      statement.setArray(2, array(connection, "text", records, IdempotencyRecord::key));
      byte[][] hashes =
          records.stream().map(each -> hex.parseHex(each.bodyHash())).toArray(byte[][]::new);
      statement.setArray(3, connection.createArrayOf("bytea", hashes));
      statement.setArray(4, array(connection, "int4", records, IdempotencyRecord::status));
      statement.setArray(5, array(connection, "text", records, IdempotencyRecord::answer));
      statement.setArray(6, array(connection, "int8", records, IdempotencyRecord::position));
      statement.setArray(7, array(connection, "text", records, r -> r.recordedAt().toString()));
      statement.setArray(8, array(connection, "text", records, r -> r.expiresAt().toString()));
      return statement.executeUpdate();
    }
  }

  private static Array array(
      Connection connection,
      String type,
      List<IdempotencyRecord> records,
      Function<IdempotencyRecord, Object> column)
      throws SQLException {
    return connection.createArrayOf(type, records.stream().map(column).toArray());
  }

  private static IdempotencyRecord record(ResultSet row) throws SQLException {
    return new IdempotencyRecord(
        row.getString(1),
        row.getString(2),
        HexFormat.of().formatHex(row.getBytes(3)),
        row.getInt(4),
        row.getString(5),
        row.getLong(6),
        row.getObject(7, OffsetDateTime.class).toInstant(),
        row.getObject(8, OffsetDateTime.class).toInstant());
  }
}

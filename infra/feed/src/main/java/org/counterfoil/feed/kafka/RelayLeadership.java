package org.counterfoil.feed.kafka;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.function.ToLongFunction;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * The right to relay, as an advisory lock of one connection. Progress is kept over the same
 * connection: who has lost the lock with it, cannot keep any. For the moment until the old leader
 * notices there may be two, which makes duplicates and nothing worse.
 */
final class RelayLeadership implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RelayLeadership.class);

  private static final String TABLES =
      """
      create schema if not exists relay;
      create table if not exists relay.progress (
        topic text primary key,
        topic_id text not null,
        position bigint not null,
        last_event bigint[] not null,
        next_offset bigint[] not null
      )
      """;

  private final String topic;
  private final Connection connection;
  private final JdbcClient jdbc;

  private RelayLeadership(String topic, Connection connection) {
    this.topic = topic;
    this.connection = connection;
    this.jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
  }

  /** Lets one connection at a time lead. */
  @FunctionalInterface
  interface LeaderLock {

    /** Takes it for as long as the connection lives; false where another one has it. */
    boolean tryTake(JdbcClient connection, String topic);

    /** PostgreSQL's advisory lock of a session. */
    static LeaderLock advisory() {
      return (connection, topic) ->
          connection
              .sql("select pg_try_advisory_lock(hashtextextended(?, 0))")
              .param("counterfoil-relay:" + topic)
              .query(Boolean.class)
              .single();
    }
  }

  /** Takes it; empty where another one has it. */
  static Optional<RelayLeadership> tryTake(DataSource dataSource, String topic)
      throws SQLException {
    return tryTake(dataSource, topic, LeaderLock.advisory());
  }

  /** The same with another lock, to show what it is for. */
  static Optional<RelayLeadership> tryTake(DataSource dataSource, String topic, LeaderLock lock)
      throws SQLException {
    Connection connection = dataSource.getConnection();
    RelayLeadership leadership = new RelayLeadership(topic, connection);
    try {
      if (lock.tryTake(leadership.jdbc, topic)) {
        leadership.jdbc.sql(TABLES).update();
        return Optional.of(leadership);
      }
      connection.close();
      return Optional.empty();
    } catch (RuntimeException e) {
      connection.abort(ForkJoinPool.commonPool());
      throw e;
    }
  }

  /** Fails where it was lost. */
  void verify() {
    jdbc.sql("select 1").query(Integer.class).single();
  }

  Optional<RelayProgress> progress() {
    return jdbc.sql(
            """
            select topic_id, position, last_event, next_offset
            from relay.progress where topic = ?
            """)
        .param(topic)
        .query(
            (row, number) ->
                RelayProgress.of(
                    row.getString(1),
                    row.getLong(2),
                    (Long[]) row.getArray(3).getArray(),
                    (Long[]) row.getArray(4).getArray()))
        .optional();
  }

  /** Keeps it; fails where the leadership was lost. */
  void keep(RelayProgress progress) {
    jdbc.sql(
            """
            insert into relay.progress values (:topic, :id, :position, :last, :next)
            on conflict (topic) do update set topic_id = excluded.topic_id,
              position = excluded.position, last_event = excluded.last_event,
              next_offset = excluded.next_offset
            """)
        .param("topic", topic)
        .param("id", progress.topicId())
        .param("position", progress.position())
        .param("last", numbers(progress, RelayProgress.Partition::lastEvent))
        .param("next", numbers(progress, RelayProgress.Partition::nextOffset))
        .update();
  }

  private static Long[] numbers(
      RelayProgress progress, ToLongFunction<RelayProgress.Partition> number) {
    return progress.partitions().stream().mapToLong(number).boxed().toArray(Long[]::new);
  }

  /** Gives it up; where that cannot be done properly, by breaking the connection. */
  @Override
  public void close() {
    try {
      jdbc.sql("select pg_advisory_unlock_all()::text").query(String.class).single();
      connection.close();
    } catch (RuntimeException | SQLException e) {
      LOG.debug("The leader's connection was broken", e);
      abort();
    }
  }

  private void abort() {
    try {
      connection.abort(ForkJoinPool.commonPool());
      connection.close();
    } catch (SQLException e) {
      LOG.warn("Expected to break the leader's connection, but failed", e);
    }
  }
}

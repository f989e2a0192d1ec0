package org.counterfoil.eventstore.engine;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.counterfoil.eventstore.log.EventTail;

/**
 * Lets one transaction at a time give out positions, from reading the last one until its commit is
 * visible: therefore positions are dense and in the order of commits.
 */
interface AppendLock {

  /**
   * Waits for the lock and answers the log's last position, -1 where it is empty. Whoever listens
   * to {@link EventTail#CHANNEL} is told the new last one when the transaction commits.
   *
   * @param events how many will be appended; none where others are only kept waiting
   */
  long takeAndReadLast(Connection connection, int events) throws SQLException;

  /**
   * PostgreSQL's advisory lock, kept until the transaction ends, which is after its rows are
   * visible. Two statements in one round trip: under READ COMMITTED the second has a snapshot of
   * its own, taken when the lock was held already; the first one's could be older than the last
   * commit.
   */
  static AppendLock advisory() {
    return (connection, events) -> {
      try (PreparedStatement statement =
          connection.prepareStatement(
              """
              select pg_advisory_xact_lock(7157265438841270603);
              select last.position,
                case when ? > 0 then pg_notify('%s', (last.position + ?)::text) end
              from (select coalesce(max(position), -1) as position from log.event) as last
              """
                  .formatted(EventTail.CHANNEL))) {
        statement.setInt(1, events);
        statement.setInt(2, events);
        statement.execute();
        if (!statement.getMoreResults()) {
          throw new SQLException("Expected the last position, but got no second result");
        }
        try (ResultSet row = statement.getResultSet()) {
          row.next();
          return row.getLong(1);
        }
      }
    };
  }
}

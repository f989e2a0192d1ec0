package org.counterfoil.feed.projection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.CannotGetJdbcConnectionException;

/**
 * Lets one node at a time fill schemas beside a projection's live one. PostgreSQL gives it back by
 * itself when the connection ends.
 */
final class MaintenanceLock implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(MaintenanceLock.class);

  private final Connection connection;

  private MaintenanceLock(Connection connection) {
    this.connection = connection;
  }

  /** Takes it; empty where another node has it. */
  static Optional<MaintenanceLock> tryTake(DataSource dataSource, String projection) {
    try {
      Connection connection = dataSource.getConnection();
      if (ask(connection, "select pg_try_advisory_lock(hashtextextended(?, 0))", projection)) {
        return Optional.of(new MaintenanceLock(connection));
      }
      connection.close();
      return Optional.empty();
    } catch (SQLException e) {
      throw new CannotGetJdbcConnectionException("Expected a maintenance lock, but failed", e);
    }
  }

  private static boolean ask(Connection connection, String sql, String projection)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, "counterfoil-projection:" + projection);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }

  /** Gives it back, and the connection to its pool. */
  @Override
  public void close() {
    try (Connection held = connection;
        PreparedStatement statement = held.prepareStatement("select pg_advisory_unlock_all()")) {
      statement.execute();
    } catch (SQLException e) {
      LOG.warn(
          "The maintenance lock's connection has broken, and its lock with it: {}", e.toString());
    }
  }
}

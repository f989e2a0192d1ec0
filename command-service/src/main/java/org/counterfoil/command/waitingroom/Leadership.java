package org.counterfoil.command.waitingroom;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.ForkJoinPool;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which of the nodes moves waiting rooms on: the one whose connection holds an advisory lock. It
 * goes with the connection, and another node takes it; so all that a leader writes alone is written
 * over that connection.
 */
final class Leadership implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Leadership.class);
  private static final String LOCK = "counterfoil-waiting-room";
  private static final int PATIENCE_SECONDS = 2;

  private final DataSource source;
  private @Nullable Connection connection;

  Leadership(DataSource source) {
    this.source = source;
  }

  /** The leader's connection; nothing where another node leads. */
  @Nullable Connection take() throws SQLException {
    Connection held = connection;
    if (held != null && held.isValid(PATIENCE_SECONDS)) {
      return held;
    }
    drop();
    Connection fresh = source.getConnection();
    if (tryLock(fresh)) {
      LOG.info("This node moves the waiting rooms on");
      connection = fresh;
      return fresh;
    }
    fresh.close();
    return null;
  }

  private static boolean tryLock(Connection connection) throws SQLException {
    try (PreparedStatement lock =
        connection.prepareStatement("select pg_try_advisory_lock(hashtextextended(?, 0))")) {
      lock.setString(1, LOCK);
      try (ResultSet row = lock.executeQuery()) {
        row.next();
        return row.getBoolean(1);
      }
    }
  }

  /** Gives it up by breaking the connection, which gives the lock back whatever happened to it. */
  private void drop() {
    Connection held = connection;
    connection = null;
    if (held != null) {
      try {
        held.abort(ForkJoinPool.commonPool());
        held.close();
      } catch (SQLException failed) {
        LOG.debug("The leader's connection was broken", failed);
      }
    }
  }

  @Override
  public void close() {
    drop();
  }
}

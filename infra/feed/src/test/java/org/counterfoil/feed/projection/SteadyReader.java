package org.counterfoil.feed.projection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import javax.sql.DataSource;

/**
 * Reads the live tables again and again on one connection, with one prepared statement, as a
 * query's pool would; fails if a statement fails, or if what it sees ever goes back.
 */
final class SteadyReader implements AutoCloseable {

  private final CompletableFuture<Void> reading;
  private volatile boolean isEnding;
  private volatile long position = -2;

  SteadyReader(DataSource tally) {
    this.reading = CompletableFuture.runAsync(() -> read(tally));
  }

  /** What it saw last. */
  long position() {
    if (reading.isCompletedExceptionally()) {
      reading.join();
    }
    return position;
  }

  private void read(DataSource tally) {
    long applied = -1;
    try (Connection connection = tally.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "select (select position from checkpoint), (select count(*) from applied)")) {
      while (!isEnding) {
        try (ResultSet row = statement.executeQuery()) {
          row.next();
          if (row.getLong(1) < position || row.getLong(2) < applied) {
            throw new IllegalStateException(
                "Expected to go on from %d with %d rows, but saw %d with %d"
                    .formatted(position, applied, row.getLong(1), row.getLong(2)));
          }
          position = row.getLong(1);
          applied = row.getLong(2);
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("Expected to read, but failed", e);
    }
  }

  @Override
  public void close() throws InterruptedException, ExecutionException {
    isEnding = true;
    reading.get();
  }
}

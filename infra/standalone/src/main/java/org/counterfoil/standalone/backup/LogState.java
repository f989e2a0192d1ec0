package org.counterfoil.standalone.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import org.counterfoil.eventstore.integrity.tree.Frontier;
import org.counterfoil.eventstore.integrity.tree.TreeHasher;
import org.jspecify.annotations.Nullable;

/**
 * How far a log is, and which one it is.
 *
 * @param position of the last event; -1 for none
 * @param leaf the hash of the last event in the log's tree, in hexadecimal; missing for none
 * @param root of the tree over all events, base64; missing where only the last one was read
 */
record LogState(long position, @Nullable String leaf, @Nullable String root) {

  private static final int FETCHED = 500;

  /** Reads the last event only. */
  static LogState last(Connection connection) throws SQLException {
    try (Statement select = connection.createStatement();
        ResultSet row =
            select.executeQuery(
                "select position, entry from log.event order by position desc limit 1")) {
      return row.next()
          ? new LogState(row.getLong(1), hex(new TreeHasher().leaf(row.getBytes(2))), null)
          : new LogState(-1, null, null);
    }
  }

  /**
   * Reads everything, in a transaction of the caller's.
   *
   * @throws BackupFailure where a position is missing
   */
  static LogState whole(Connection connection) throws SQLException {
    Frontier tree = new Frontier();
    byte[] leaf = null;
    try (Statement select = connection.createStatement()) {
      select.setFetchSize(FETCHED);
      try (ResultSet row =
          select.executeQuery("select position, entry from log.event order by position")) {
        while (row.next()) {
          if (row.getLong(1) != tree.size()) {
            throw new BackupFailure(
                "Expected position %d next, but it is %d".formatted(tree.size(), row.getLong(1)));
          }
          leaf = tree.append(row.getBytes(2));
        }
      }
    }
    return new LogState(tree.size() - 1, leaf == null ? null : hex(leaf), tree.root().base64());
  }

  /** The hash of the event at a position in the log's tree, in hexadecimal; missing for none. */
  static @Nullable String leafAt(Connection connection, long position) throws SQLException {
    try (Statement select = connection.createStatement();
        ResultSet row =
            select.executeQuery("select entry from log.event where position = " + position)) {
      return row.next() ? hex(new TreeHasher().leaf(row.getBytes(1))) : null;
    }
  }

  private static String hex(byte[] hash) {
    return HexFormat.of().formatHex(hash);
  }
}

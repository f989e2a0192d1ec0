package org.counterfoil.standalone.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;

/** Fills tables with what a backup has of them, in a transaction of the caller's. */
final class CopiedRows implements BackupReader.Tables {

  private final CopyManager copies;
  private final List<String> tables;
  private @Nullable CopyIn open;

  /**
   * @param tables that may be filled; a backup that has another one is refused
   */
  CopiedRows(Connection connection, List<String> tables) throws SQLException {
    this.copies = connection.unwrap(PGConnection.class).getCopyAPI();
    this.tables = tables;
  }

  @Override
  public void begin(String copy) throws SQLException {
    if (tables.stream().noneMatch(table -> copy.startsWith("copy " + table + " ("))) {
      throw new BackupFailure("Expected one of " + tables + ", but: " + copy);
    }
    open = copies.copyIn(copy);
  }

  @Override
  public void row(byte[] line) throws SQLException {
    required().writeToCopy(line, 0, line.length);
  }

  @Override
  public void end() throws SQLException {
    required().endCopy();
    open = null;
  }

  private CopyIn required() {
    CopyIn now = open;
    if (now == null) {
      throw new IllegalStateException("Expected rows of a table, but none was begun");
    }
    return now;
  }

  /** Leaves the connection usable where reading ended in the middle of a table. */
  void giveUp() throws SQLException {
    CopyIn now = open;
    if (now != null && now.isActive()) {
      now.cancelCopy();
    }
  }
}

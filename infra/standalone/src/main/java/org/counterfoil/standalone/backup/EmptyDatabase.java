package org.counterfoil.standalone.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Makes sure that a log is restored into a database in which there is nothing else: no table of
 * somebody else's, no read models of another log, and nothing in the tables that are filled.
 */
final class EmptyDatabase {

  /** Schemas whose tables the migrations of log and vault make. */
  private static final String OTHERS =
      """
      select format('%I.%I', n.nspname, c.relname)
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p', 'v', 'm', 'f')
        and n.nspname not in ('log', 'integrity', 'waiting_room', 'buyer', 'vault')
        and n.nspname <> 'information_schema' and n.nspname !~ '^pg_'
        and not exists (
          select from pg_depend d
          where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
      order by 1 limit 3
      """;

  private EmptyDatabase() {}

  /** Before any table is made. */
  static void requireNobodyElse(Connection connection) throws SQLException {
    List<String> others = new ArrayList<>();
    try (Statement select = connection.createStatement();
        ResultSet row = select.executeQuery(OTHERS)) {
      while (row.next()) {
        others.add(row.getString(1));
      }
    }
    if (!others.isEmpty()) {
      throw new BackupFailure(
          "Expected an empty database, but it has " + String.join(", ", others));
    }
  }

  /** When all tables are there, and before any is filled. */
  static void requireEmptyTables(Connection connection) throws SQLException {
    List<String> tables =
        Stream.of(BackupKind.values()).flatMap(kind -> kind.tables().stream()).toList();
    try (Statement select = connection.createStatement()) {
      for (String table : tables) {
        if (isThere(select, table) && hasRows(select, table)) {
          throw new BackupFailure("Expected an empty database, but there is something in " + table);
        }
      }
    }
  }

  private static boolean isThere(Statement select, String table) throws SQLException {
    return isTrue(select, "select to_regclass('%s') is not null".formatted(table));
  }

  private static boolean hasRows(Statement select, String table) throws SQLException {
    return isTrue(select, "select exists (select from %s)".formatted(table));
  }

  private static boolean isTrue(Statement select, String sql) throws SQLException {
    try (ResultSet row = select.executeQuery(sql)) {
      row.next();
      return row.getBoolean(1);
    }
  }
}

package org.counterfoil.standalone.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Makes a backup of one moment, while everything goes on: all is read in one transaction that sees
 * what was committed when it began.
 */
final class Backup {

  static final DateTimeFormatter NAME_TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
  static final String SUFFIX = ".sql.gz";

  private final Connection connection;
  private final Clock clock;

  private Backup(Connection connection, Clock clock) {
    this.connection = connection;
    this.clock = clock;
  }

  /** A backup that was made. */
  record Made(Path file, BackupHeader header) {}

  static Made make(BackedDatabase database, BackupKind kind, Path folder, Clock clock)
      throws IOException, SQLException {
    try (Connection connection = database.owner().getConnection();
        Statement begin = connection.createStatement()) {
      connection.setAutoCommit(false);
      begin.execute("set transaction isolation level repeatable read read only");
      Made made = new Backup(connection, clock).make(kind, folder, database.isDriven());
      connection.rollback();
      return made;
    }
  }

  private Made make(BackupKind kind, Path folder, boolean isDriven)
      throws IOException, SQLException {
    BackupHeader header = header(kind, isDriven);
    Path file = folder.resolve(kind.prefix() + NAME_TIME.format(header.madeAt()) + SUFFIX);
    CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
    try (BackupWriter writer = new BackupWriter(file, header)) {
      for (String table : kind.tables()) {
        List<String> columns = columns(table);
        String copy = "copy %s (%s) to stdout".formatted(table, String.join(", ", columns));
        writer.table(
            table,
            columns,
            out -> {
              try {
                copies.copyOut(copy, out);
              } catch (SQLException failed) {
                throw new IOException("Expected to read " + table + ", but could not", failed);
              }
            });
      }
      writer.finish();
    }
    return new Made(file, header);
  }

  private BackupHeader header(BackupKind kind, boolean isDriven) throws SQLException {
    LogState log =
        kind == BackupKind.STORE ? LogState.whole(connection) : LogState.last(connection);
    return new BackupHeader(
        BackupHeader.FORMAT,
        kind,
        clock.instant(),
        versions(connection, kind),
        isDriven,
        log.position(),
        log.leaf(),
        log.root(),
        kind == BackupKind.STORE ? checkpoint() : null);
  }

  /** The version of the schema's tables; nothing where it was never migrated. */
  static Map<String, Integer> versions(Connection connection, BackupKind kind) throws SQLException {
    try (Statement select = connection.createStatement()) {
      if (!exists(select, kind.schema())) {
        return Map.of();
      }
      try (ResultSet row =
          select.executeQuery(
              "select max(version::int) from %s.migration where success"
                  .formatted(kind.schema()))) {
        row.next();
        return Map.of(kind.schema(), row.getInt(1));
      }
    }
  }

  private static boolean exists(Statement select, String schema) throws SQLException {
    try (ResultSet row =
        select.executeQuery("select to_regclass('%s.migration') is not null".formatted(schema))) {
      row.next();
      return row.getBoolean(1);
    }
  }

  private @Nullable String checkpoint() throws SQLException {
    try (Statement select = connection.createStatement();
        ResultSet row =
            select.executeQuery(
                "select note from integrity.checkpoint order by tree_size desc limit 1")) {
      return row.next() ? row.getString(1) : null;
    }
  }

  private List<String> columns(String table) throws SQLException {
    List<String> columns = new ArrayList<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            select quote_ident(attname) from pg_attribute
            where attrelid = cast(? as regclass) and attnum > 0 and not attisdropped
            order by attnum
            """)) {
      select.setString(1, table);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          columns.add(row.getString(1));
        }
      }
    }
    return columns;
  }
}

package org.counterfoil.standalone.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Map;
import org.counterfoil.eventstore.schema.DatabaseRoles;
import org.counterfoil.eventstore.schema.EventStoreSchema;
import org.counterfoil.vault.VaultSchema;

/**
 * Restores a backup, all of it or nothing, and only where it belongs: a store into an empty
 * database, where it must have the root that it had; a vault beside a log that has the very event
 * up to which it knew that log.
 */
final class Restore {

  /** Visitors of waiting rooms are in no backup: lobbies fill anew, and other draws are over. */
  private static final String WAITING_ROOMS =
      """
      update waiting_room.room set
        entrants = case when is_lobby_closed then entrants else 0 end,
        arrivals = case when is_lobby_closed then arrivals else 0 end,
        purged_at = case when is_lobby_closed then coalesce(purged_at, now()) end
      """;

  private static final String VAULT_SESSIONS =
      """
      select count(*) from pg_stat_activity
      where datname = current_database() and usename = '%s'
      """
          .formatted(DatabaseRoles.VAULT);

  private final BackedDatabase database;
  private final BackupReader backup;

  private Restore(BackedDatabase database, BackupReader backup) {
    this.database = database;
    this.backup = backup;
  }

  /** Restores the log and what proves it. */
  static BackupHeader store(BackedDatabase database, Path file) throws IOException, SQLException {
    try (BackupReader backup = new BackupReader(file)) {
      Restore restore = new Restore(database, backup);
      restore.require(BackupKind.STORE);
      restore.requireNobodyElse();
      restore.migrate();
      restore.fill(
          connection -> {
            restore.requireNoLog(connection);
            EmptyDatabase.requireEmptyTables(connection);
          },
          connection -> {
            restore.requireRoot(connection);
            run(connection, WAITING_ROOMS);
          });
      if (backup.header().isDriven()) {
        database.markDriven();
      }
      return backup.header();
    }
  }

  /**
   * Restores the vault. What the log says is erased is destroyed again when it is opened.
   *
   * @param life how old a backup may be that there still is
   * @param replaces whether a vault that is there goes
   */
  static BackupHeader vault(
      BackedDatabase database, Path file, Period life, boolean replaces, Clock clock)
      throws IOException, SQLException {
    try (BackupReader backup = new BackupReader(file)) {
      Restore restore = new Restore(database, backup);
      restore.require(BackupKind.VAULT);
      restore.requireYoung(life, clock);
      restore.migrate();
      restore.fill(
          connection -> {
            restore.requireSameLog(connection);
            requireClosed(connection);
            restore.requireEmptyVault(connection, replaces);
          },
          connection -> {});
      return backup.header();
    }
  }

  private void require(BackupKind kind) {
    if (backup.header().kind() != kind) {
      throw new BackupFailure(
          "Expected a backup of kind " + kind + ", but it is one of " + backup.header().kind());
    }
  }

  private void requireYoung(Period life, Clock clock) {
    LocalDate end = LocalDate.ofInstant(backup.header().madeAt(), ZoneOffset.UTC).plus(life);
    if (end.isBefore(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))) {
      throw new BackupFailure(
          "Expected a backup of the vault that may still be there, but it was to be gone on "
              + end
              + ": certificates say so to people who were erased");
    }
  }

  private void requireNobodyElse() throws SQLException {
    try (Connection connection = database.owner().getConnection()) {
      EmptyDatabase.requireNobodyElse(connection);
    }
  }

  /** Makes the tables as they were then; the next start brings them to what it needs. */
  private void migrate() throws SQLException {
    Map<String, Integer> wanted = backup.header().schemas();
    Map<String, Integer> found;
    try (Connection connection = database.owner().getConnection()) {
      found = Backup.versions(connection, backup.header().kind());
    }
    if (found.isEmpty()) {
      if (backup.header().kind() == BackupKind.STORE) {
        EventStoreSchema.migrateTo(database.owner(), wanted.getOrDefault("log", 0));
      } else {
        VaultSchema.migrateTo(database.owner(), wanted.getOrDefault("vault", 0));
      }
    } else if (!found.equals(wanted)) {
      throw new BackupFailure(
          "Expected no tables, or tables of versions %s, but they are of %s: restore into an empty database"
              .formatted(wanted, found));
    }
  }

  /** What is done in the transaction that fills the tables. */
  private interface Step {

    void in(Connection connection) throws SQLException;
  }

  private void fill(Step before, Step after) throws IOException, SQLException {
    try (Connection connection = database.owner().getConnection()) {
      connection.setAutoCommit(false);
      CopiedRows rows = new CopiedRows(connection, backup.header().kind().tables());
      try {
        before.in(connection);
        backup.read(rows);
        after.in(connection);
        connection.commit();
      } catch (IOException | SQLException | RuntimeException failed) {
        rows.giveUp();
        connection.rollback();
        throw failed;
      }
    }
  }

  private void requireNoLog(Connection connection) throws SQLException {
    LogState log = LogState.last(connection);
    if (log.position() >= 0) {
      throw new BackupFailure(
          "Expected an empty log, but it has " + (log.position() + 1) + " events");
    }
  }

  private void requireRoot(Connection connection) throws SQLException {
    LogState restored = LogState.whole(connection);
    if (restored.position() != backup.header().position()
        || !String.valueOf(restored.root()).equals(backup.header().root())) {
      throw new BackupFailure(
          "Expected the log to have the root %s at position %d, but it has %s at %d"
              .formatted(
                  backup.header().root(),
                  backup.header().position(),
                  restored.root(),
                  restored.position()));
    }
  }

  private void requireSameLog(Connection connection) throws SQLException {
    long position = backup.header().position();
    if (position >= 0
        && !String.valueOf(LogState.leafAt(connection, position)).equals(backup.header().leaf())) {
      throw new BackupFailure(
          ("Expected a log that has the event %d that this vault knew, but it has not: restore a"
                  + " store that is newer than the vault")
              .formatted(position));
    }
  }

  private static void requireClosed(Connection connection) throws SQLException {
    if (number(connection, VAULT_SESSIONS) > 0) {
      throw new BackupFailure(
          "Expected all command services to be stopped, but somebody has the vault open");
    }
  }

  private void requireEmptyVault(Connection connection, boolean replaces) throws SQLException {
    String tables = String.join(", ", BackupKind.VAULT.tables());
    if (number(connection, "select count(*) from vault.mark_key") > 0 && !replaces) {
      throw new BackupFailure(
          "Expected no vault, but there is one; --replace puts this in its place");
    }
    run(connection, "truncate " + tables);
  }

  private static long number(Connection connection, String sql) throws SQLException {
    try (Statement select = connection.createStatement();
        ResultSet row = select.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}

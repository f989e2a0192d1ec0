package org.counterfoil.standalone.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.counterfoil.embedded.LocalPostgres;
import org.counterfoil.eventstore.schema.DatabaseRoles;
import org.counterfoil.standalone.DataFolder;
import org.counterfoil.standalone.OneMachine;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The database that a backup is made of or restored into: that of a data folder, which is started
 * where it does not run, or somebody else's. As its owner, who made the tables.
 */
final class BackedDatabase implements AutoCloseable {

  /** Which line of {@code postmaster.pid} has the port. */
  private static final int PORT_LINE = 3;

  private final DataSource owner;
  private final @Nullable DataFolder folder;
  private final @Nullable LocalPostgres started;

  private BackedDatabase(
      DataSource owner, @Nullable DataFolder folder, @Nullable LocalPostgres started) {
    this.owner = owner;
    this.folder = folder;
    this.started = started;
  }

  /** A data folder that there is; Counterfoil may run on it. */
  static BackedDatabase of(Path path) throws IOException {
    DataFolder folder = new DataFolder(path);
    if (folder.isNew()) {
      throw new BackupFailure("Expected a data folder, but there is none at " + path);
    }
    if (!LocalPostgres.isRunning(path)) {
      return started(folder, LocalPostgres.start(path));
    }
    Path process = path.resolve("postgres").resolve("cluster").resolve("postmaster.pid");
    String port = Files.readAllLines(process).get(PORT_LINE).strip();
    return at(
        "jdbc:postgresql://127.0.0.1:" + port + "/" + OneMachine.DATABASE,
        DatabaseRoles.OWNER,
        path.resolve("passwords").resolve(DatabaseRoles.OWNER),
        folder);
  }

  /** A data folder to restore into, which is made where there is none; nobody runs on it. */
  static BackedDatabase toRestore(Path path) {
    if (LocalPostgres.isRunning(path)) {
      throw new BackupFailure(
          "Expected Counterfoil to be stopped, but it runs on " + path + ": stop it first");
    }
    return started(new DataFolder(path), LocalPostgres.start(path));
  }

  /** Somebody else's PostgreSQL. */
  static BackedDatabase at(String url, String user, Path passwordFile) throws IOException {
    return at(url, user, passwordFile, null);
  }

  private static BackedDatabase at(
      String url, String user, Path passwordFile, @Nullable DataFolder folder) throws IOException {
    return new BackedDatabase(
        new DriverManagerDataSource(url, user, Files.readString(passwordFile).strip()),
        folder,
        null);
  }

  private static BackedDatabase started(DataFolder folder, LocalPostgres postgres) {
    try {
      return new BackedDatabase(OneMachine.owner(postgres), folder, postgres);
    } catch (RuntimeException failed) {
      postgres.close();
      throw failed;
    }
  }

  DataSource owner() {
    return owner;
  }

  /** Whether the times of some events were made up. */
  boolean isDriven() {
    return folder != null && folder.isDriven();
  }

  /** Says so of a data folder for good. */
  void markDriven() {
    if (folder != null) {
      folder.markDriven();
    }
  }

  @Override
  public void close() {
    if (started != null) {
      started.close();
    }
  }
}

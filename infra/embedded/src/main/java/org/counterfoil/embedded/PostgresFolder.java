package org.counterfoil.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where one PostgreSQL keeps its things.
 *
 * @param home {@code <data>/postgres}, mode 700; all of it belongs to the user PostgreSQL runs as
 * @param passwords {@code <data>/passwords}, mode 700; belongs to the user the JVM runs as
 */
record PostgresFolder(Path home, Path passwords) {
  static PostgresFolder in(Path data) {
    Path absolute = data.toAbsolutePath().normalize();
    return new PostgresFolder(absolute.resolve("postgres"), absolute.resolve("passwords"));
  }

  /** PostgreSQL's own data directory. */
  Path cluster() {
    return home.resolve("cluster");
  }

  /** PostgreSQL's log, one file per day of the week, the week before overwritten. */
  Path log() {
    return home.resolve("log");
  }

  /** What PostgreSQL and initdb say before the log is open, of the latest start only. */
  Path startLog() {
    return home.resolve("start.log");
  }

  /** Held by the JVM. */
  Path lockFile() {
    return home.resolve("jvm.lock");
  }

  /** Held by PostgreSQL's processes. */
  Path serverLockFile() {
    return home.resolve("server.lock");
  }

  Path pidFile() {
    return cluster().resolve("postmaster.pid");
  }

  boolean hasCluster() {
    return Files.isRegularFile(cluster().resolve("PG_VERSION"));
  }

  /**
   * Makes the folders and takes them for this JVM.
   *
   * @throws EmbeddedServerException if they cannot be made, or another JVM has them
   */
  FolderLock createAndLock() {
    try {
      PrivateFiles.createFolder(home);
      PrivateFiles.createFolder(passwords);
      PrivateFiles.createFolder(log());
    } catch (IOException e) {
      throw new EmbeddedServerException(
          "Expected a folder of our own at " + home + ", but failed: " + e, e);
    }
    return FolderLock.take(lockFile());
  }
}

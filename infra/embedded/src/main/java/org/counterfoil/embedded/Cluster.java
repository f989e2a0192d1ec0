package org.counterfoil.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Creates PostgreSQL's data directory with initdb. */
final class Cluster {
  static final String SUPERUSER = "postgres";

  private static final Duration LIMIT = Duration.ofMinutes(2);

  /** No line for local sockets (there are none), none with trust. */
  private static final String ACCESS =
      """
      # Written at every start. Loopback only, password only.
      host all all 127.0.0.1/32 scram-sha-256
      """;

  private Cluster() {}

  /**
   * Makes a new data directory beside its place and renames it when it is whole: a kill half-way
   * leaves nothing that could be mistaken for one.
   *
   * @param prefix what comes before a command to run it as the right user and under the lock
   */
  static void create(
      PostgresFolder folder,
      PostgresBinaries binaries,
      List<String> prefix,
      ServerAccount account,
      Durability durability)
      throws IOException {
    deleteLeftovers(folder);
    Path draft = Files.createTempDirectory(folder.home(), "cluster-new-");
    Path password = Files.createTempFile(folder.home(), "password-", "");
    try {
      Files.writeString(password, new RolePasswords(folder.passwords()).of(SUPERUSER) + "\n");
      PrivateFiles.give(draft, account.uid(), account.gid());
      PrivateFiles.give(password, account.uid(), account.gid());
      initdb(folder, Command.concat(prefix, command(binaries, draft, password, durability)));
      Files.move(draft, folder.cluster(), StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(password);
    }
  }

  static void writeAccessRules(PostgresFolder folder, ServerAccount account) throws IOException {
    Path file = folder.cluster().resolve("pg_hba.conf");
    Files.writeString(file, ACCESS);
    PrivateFiles.give(file, account.uid(), account.gid());
  }

  private static List<String> command(
      PostgresBinaries binaries, Path draft, Path password, Durability durability) {
    List<String> command =
        new ArrayList<>(
            List.of(
                binaries.initdb().toString(),
                "--pgdata=" + draft,
                "--username=" + SUPERUSER,
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--data-checksums"));
    if (durability == Durability.NONE) {
      command.add("--no-sync");
    }
    return command;
  }

  private static void initdb(PostgresFolder folder, List<String> command) throws IOException {
    FileTime since = FileTime.fromMillis(System.currentTimeMillis());
    Process process = Command.start(command, folder.startLog());
    int status = Command.await(process, List.of("initdb"), LIMIT);
    if (status != 0) {
      throw new EmbeddedServerException(
          "Expected initdb to create %s, but it ended with status %d:%n%s"
              .formatted(folder.cluster(), status, LogTail.of(folder, since)));
    }
  }

  private static void deleteLeftovers(PostgresFolder folder) throws IOException {
    List<Path> leftovers = new ArrayList<>();
    try (var drafts = Files.newDirectoryStream(folder.home(), "{cluster-new-,password-}*")) {
      drafts.forEach(leftovers::add);
    }
    for (Path leftover : leftovers) {
      PrivateFiles.delete(leftover);
    }
  }
}

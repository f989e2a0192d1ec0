package org.counterfoil.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How to start and stop PostgreSQL on one folder; knows nothing of restarts. */
final class Server {
  private static final Logger log = LoggerFactory.getLogger(Server.class);

  /** A checkpoint of everything in shared buffers fits in, on a slow disk too. */
  private static final Duration FAST = Duration.ofSeconds(15);

  private static final Duration IMMEDIATE = Duration.ofSeconds(5);

  /** Ctrl-C in a terminal goes to its whole process group; PostgreSQL must outlive the JVM. */
  private static final List<String> OWN_SESSION = List.of("setsid");

  private final PostgresFolder folder;
  private final PostgresBinaries binaries;
  private final ServerAccount account;
  private final Durability durability;
  private final RunningServers running;
  private final ServerLock serverLock;
  private final List<String> session;

  Server(
      PostgresFolder folder,
      PostgresBinaries binaries,
      ServerAccount account,
      Durability durability) {
    this.folder = folder;
    this.binaries = binaries;
    this.account = account;
    this.durability = durability;
    this.running = new RunningServers(folder);
    this.serverLock = new ServerLock(folder.serverLockFile());
    this.session =
        Command.succeeds(Command.concat(OWN_SESSION, List.of("true"))) ? OWN_SESSION : List.of();
  }

  /**
   * Creates the data directory if there is none, and returns the command that starts the server on
   * it.
   */
  List<String> prepareFirst(int port) {
    List<String> prefix = clearedPrefix();
    if (!folder.hasCluster()) {
      try {
        Cluster.create(folder, binaries, prefix, account, durability);
      } catch (IOException e) {
        throw new EmbeddedServerException(
            "Expected to create " + folder.cluster() + ", but failed: " + e, e);
      }
    }
    return prepare(port, prefix);
  }

  /**
   * As {@link #prepareFirst}, but refuses to create anything: if the data directory vanished while
   * we ran, an empty database in its place would look to its users like one that lost everything.
   */
  List<String> prepareAgain(int port) {
    List<String> prefix = clearedPrefix();
    if (!folder.hasCluster()) {
      throw new EmbeddedServerException(
          "Expected the data directory " + folder.cluster() + ", but it is gone");
    }
    return prepare(port, prefix);
  }

  /** Ends what earlier runs left behind, and returns what comes before every command. */
  private List<String> clearedPrefix() {
    if (stop()) {
      log.info("Stopped a PostgreSQL that an earlier run had left on {}", folder.cluster());
    }
    return Command.concat(Command.concat(session, serverLock.awaitFree()), account.prefix());
  }

  private List<String> prepare(int port, List<String> prefix) {
    try {
      Cluster.writeAccessRules(folder, account);
      // No server runs here, as we have just made sure. PostgreSQL itself would take any living
      // process of that number, even a zombie, for a server and refuse to start.
      Files.deleteIfExists(folder.pidFile());
    } catch (IOException e) {
      throw new EmbeddedServerException(
          "Expected to prepare " + folder.home() + ", but failed: " + e, e);
    }
    List<String> command = new ArrayList<>(prefix);
    command.add(binaries.postgres().toString());
    command.add("-D");
    command.add(folder.cluster().toString());
    command.addAll(ServerSettings.asArguments(ServerSettings.of(folder, port, durability)));
    return command;
  }

  ServerProcess launch(List<String> command) {
    try {
      return ServerProcess.launch(folder, command);
    } catch (IOException e) {
      throw new EmbeddedServerException("Expected to run PostgreSQL, but failed: " + e, e);
    }
  }

  /** Waits until the launched server accepts connections, and refuses it if it is not as told. */
  void awaitReady(ServerProcess process, Superuser superuser, BooleanSupplier unwanted) {
    process.awaitReady(unwanted);
    if (!unwanted.getAsBoolean()) {
      superuser.verify(folder, durability);
    }
  }

  /**
   * Stops the server and whatever else runs on the folder, within about half a minute. A process
   * launched a moment ago may not be recognisable as a server yet: it is waited for, and stopped as
   * soon as it is.
   */
  void stop(ServerProcess launched) {
    boolean ended =
        Wait.until(
            FAST,
            () -> {
              stop();
              return !launched.isAlive();
            });
    if (!ended) {
      launched.kill();
    }
  }

  private boolean stop() {
    return running.stop(FAST, IMMEDIATE);
  }
}

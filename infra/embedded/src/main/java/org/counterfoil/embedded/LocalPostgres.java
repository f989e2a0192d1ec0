package org.counterfoil.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

/**
 * A PostgreSQL 18 of this process's own, kept in a data folder across restarts.
 *
 * <p>It is durable: {@code fsync}, {@code synchronous_commit} and {@code full_page_writes} are on,
 * and a server that says otherwise is refused. It listens on 127.0.0.1 only and asks for a password
 * (SCRAM) there too; passwords are generated into {@code <data>/passwords}. One JVM at a time uses
 * a data folder. If PostgreSQL dies it is started again on the same port, so that pools reconnect;
 * if the JVM dies, the next start stops the orphan first. As root it runs without root's rights.
 *
 * <p>Why a launcher of our own on zonky's binaries, and not zonky's launcher: that one starts
 * PostgreSQL with {@code -F} (no fsync) and {@code trust}, adopts an orphan on the same port
 * silently and fails on another, does not notice a death, and cannot step down from root where user
 * namespaces are forbidden.
 *
 * <p>No shutdown hook is registered for a durable instance: hooks run at the same time, and the
 * server must outlive those who still write to it. Close it last; {@link #close} may be called from
 * a hook.
 */
public final class LocalPostgres implements AutoCloseable {
  private static final int ATTEMPTS_FOR_A_FREE_PORT = 5;

  private final FolderLock lock;
  private final Supervisor supervisor;
  private final Superuser superuser;
  private final RolePasswords passwords;
  private final int port;
  private final AtomicBoolean closed = new AtomicBoolean();
  private volatile Runnable afterClose = () -> {};

  private LocalPostgres(
      FolderLock lock,
      Supervisor supervisor,
      Superuser superuser,
      RolePasswords passwords,
      int port) {
    this.lock = lock;
    this.supervisor = supervisor;
    this.superuser = superuser;
    this.passwords = passwords;
    this.port = port;
  }

  /**
   * Starts on a free port.
   *
   * @param dataFolder created if missing; PostgreSQL's files go to {@code postgres} inside
   * @throws EmbeddedServerException if it does not start; the message quotes PostgreSQL's log
   */
  public static LocalPostgres start(Path dataFolder) {
    return start(dataFolder, 0, RestartListener.NONE);
  }

  /**
   * Starts on the given port.
   *
   * @param port 0 for a free one
   * @throws EmbeddedServerException if it does not start; the message quotes PostgreSQL's log
   */
  public static LocalPostgres start(Path dataFolder, int port, RestartListener listener) {
    return start(dataFolder, port, listener, Durability.DURABLE, Command::succeeds);
  }

  /** Whether a JVM, this one or another, uses the data folder. */
  public static boolean isRunning(Path dataFolder) {
    Path file = PostgresFolder.in(dataFolder).lockFile();
    if (Files.notExists(file)) {
      return false;
    }
    Optional<FolderLock> free = FolderLock.tryTake(file);
    free.ifPresent(FolderLock::close);
    return free.isEmpty();
  }

  /**
   * A fast, throw-away instance for tests that are not about durability: nothing is forced to disk,
   * and the folder is deleted on {@link #close}, which the end of the JVM brings about if need be.
   */
  public static LocalPostgres temporary() {
    Path folder = TemporaryFolder.create();
    LocalPostgres postgres =
        start(folder, 0, RestartListener.NONE, Durability.NONE, Command::succeeds);
    postgres.afterClose = () -> TemporaryFolder.delete(folder);
    Runtime.getRuntime().addShutdownHook(new Thread(postgres::close, "temporary-postgres-end"));
    return postgres;
  }

  static LocalPostgres start(
      Path dataFolder,
      int port,
      RestartListener listener,
      Durability durability,
      Predicate<List<String>> works) {
    PostgresFolder folder = PostgresFolder.in(dataFolder);
    FolderLock lock = folder.createAndLock();
    try {
      CurrentUser user = CurrentUser.get();
      ServerAccount account = ServerAccount.of(folder, user, works);
      if (account.uid() != user.uid()) {
        PrivateFiles.give(folder.home(), account.uid(), account.gid());
      }
      PostgresBinaries binaries = PostgresBinaries.unpackedIn(BinariesCache.folder(user));
      Server server = new Server(folder, binaries, account, durability);
      return start(lock, server, new RolePasswords(folder.passwords()), port, listener);
    } catch (IOException e) {
      lock.close();
      throw new EmbeddedServerException(
          "Expected to prepare " + folder.home() + ", but failed: " + e, e);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /** Another process may take a free port between our choice and PostgreSQL's start. */
  private static LocalPostgres start(
      FolderLock lock,
      Server server,
      RolePasswords passwords,
      int wantedPort,
      RestartListener listener) {
    for (int attempt = 1; ; attempt++) {
      int port = wantedPort == 0 ? Ports.free() : wantedPort;
      Superuser superuser = new Superuser(port, passwords);
      try {
        Supervisor supervisor = Supervisor.start(server, port, superuser, listener);
        return new LocalPostgres(lock, supervisor, superuser, passwords, port);
      } catch (EmbeddedServerException e) {
        if (wantedPort != 0 || attempt == ATTEMPTS_FOR_A_FREE_PORT || Ports.isFree(port)) {
          throw e;
        }
      }
    }
  }

  /** The port on 127.0.0.1; the same for the life of this object. */
  public int port() {
    return port;
  }

  /** The number of the postmaster process; another one after a restart. */
  public long pid() {
    return supervisor.pid();
  }

  /** How often PostgreSQL was started again because it had died. */
  public int restarts() {
    return supervisor.restarts();
  }

  /** Without user and password. */
  public String jdbcUrl(String database) {
    return Superuser.jdbcUrl(port, database);
  }

  /** The name of the role that may do everything. */
  public String superuser() {
    return Cluster.SUPERUSER;
  }

  /** The superuser's password. */
  public String superuserPassword() {
    return passwords.of(Cluster.SUPERUSER);
  }

  /**
   * The password kept for a role, generated when first asked for. The role itself is not created.
   *
   * @param role a plain lower-case identifier
   */
  public String passwordOf(String role) {
    return passwords.of(role);
  }

  /** Creates a role that may log in, unless it exists, and gives it {@link #passwordOf}. */
  public void createLoginIfMissing(String role) {
    superuser.createLoginIfMissing(role);
  }

  /**
   * Creates a database, unless it exists.
   *
   * @param name a plain lower-case identifier
   */
  public void createDatabaseIfMissing(String name) {
    superuser.createDatabaseIfMissing(name);
  }

  /** Stops PostgreSQL: open transactions are rolled back, committed ones kept. May be repeated. */
  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return; // by now the folder may be somebody else's
    }
    try {
      supervisor.close();
    } finally {
      lock.close();
    }
    afterClose.run();
  }
}

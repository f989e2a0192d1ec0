package org.counterfoil.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

/** One run of {@code postgres}, from its launch to its end. */
final class ServerProcess {
  /** Long, because recovery after a crash replays up to two gigabytes of log first. */
  private static final Duration READY_WITHIN = Duration.ofMinutes(5);

  private static final Duration LAST_WORDS_WITHIN = Duration.ofSeconds(2);
  private static final int STATUS_LINE = 7;

  private final Process process;
  private final PostgresFolder folder;
  private final FileTime launched;

  private ServerProcess(Process process, PostgresFolder folder, FileTime launched) {
    this.process = process;
    this.folder = folder;
    this.launched = launched;
  }

  static ServerProcess launch(PostgresFolder folder, List<String> command) throws IOException {
    FileTime now = FileTime.fromMillis(System.currentTimeMillis());
    return new ServerProcess(Command.start(command, folder.startLog()), folder, now);
  }

  long pid() {
    return process.pid();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** For what does not listen to PostgreSQL's own signals. */
  void kill() {
    process.destroyForcibly();
  }

  /** Waits for the end and returns the exit status. */
  int awaitEnd() throws InterruptedException {
    return process.waitFor();
  }

  /**
   * Returns when the server accepts connections, or when it is no longer wanted.
   *
   * @throws EmbeddedServerException if it ended instead, or took too long
   */
  void awaitReady(BooleanSupplier unwanted) {
    boolean decided =
        Wait.until(READY_WITHIN, () -> isReady() || !isAlive() || unwanted.getAsBoolean());
    if (unwanted.getAsBoolean()) {
      return;
    }
    if (!decided || !isAlive()) {
      // The postmaster's last words are written by its logger, which ends a moment after it.
      Wait.until(LAST_WORDS_WITHIN, () -> isAlive() || new RunningServers(folder).find().isEmpty());
      throw new EmbeddedServerException(
          "Expected PostgreSQL to start on %s, but it %s. Its last lines:%n%s"
              .formatted(
                  folder.cluster(),
                  decided
                      ? "ended with status " + process.exitValue()
                      : "was not ready after " + READY_WITHIN,
                  LogTail.of(folder, launched)));
    }
  }

  /** The postmaster writes its state into its pid file; pg_ctl waits the same way. */
  private boolean isReady() {
    try {
      List<String> lines = Files.readAllLines(folder.pidFile());
      return lines.size() > STATUS_LINE
          && lines.get(0).strip().equals(Long.toString(pid()))
          && lines.get(STATUS_LINE).strip().equals("ready");
    } catch (IOException e) {
      return false; // not written yet
    }
  }
}

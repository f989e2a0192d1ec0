package org.counterfoil.embedded;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A lock that PostgreSQL's processes hold on their folder for as long as any of them lives ({@code
 * flock} passes the open file on to what it runs). It finds what a look at this machine's processes
 * cannot: an orphan in another container that shares the folder. PostgreSQL's own checks, by
 * process number and shared memory, do not reach across containers either.
 *
 * <p>Without util-linux's {@code flock} there is no such lock, and the look at processes has to do.
 */
final class ServerLock {
  private static final int BUSY = 75;

  private final Path file;
  private final Duration patience;

  /** Waits for as long as a server elsewhere may need for an orderly end. */
  ServerLock(Path file) {
    this(file, Duration.ofSeconds(20));
  }

  ServerLock(Path file, Duration patience) {
    this.file = file;
    this.patience = patience;
  }

  /**
   * Waits until no server holds the lock.
   *
   * @return what comes before a server's command, for it to take the lock
   * @throws EmbeddedServerException if a server out of our sight keeps the lock
   */
  List<String> awaitFree() {
    List<String> take =
        List.of(
            "flock",
            "--no-fork",
            "--wait",
            Long.toString(patience.toSeconds()),
            "--conflict-exit-code",
            Integer.toString(BUSY),
            file.toString());
    int status = Command.status(Command.concat(take, List.of("true")));
    if (status == BUSY) {
      throw new EmbeddedServerException(
          ("Expected no PostgreSQL to run on %s, but one that is not visible from here holds"
                  + " its lock: does another container share the folder?")
              .formatted(file.getParent()));
    }
    return status == 0 ? take : List.of();
  }
}

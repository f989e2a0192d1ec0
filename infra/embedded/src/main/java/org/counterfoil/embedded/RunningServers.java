package org.counterfoil.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The living PostgreSQL processes of one data directory: the server we started, or what a killed
 * JVM or a killed postmaster left behind.
 *
 * <p>A process counts only if it runs a program named {@code postgres} and its working directory is
 * the data directory, which PostgreSQL always sees to. A process number alone, from {@code
 * postmaster.pid}, proves nothing: it may have been given to an unrelated process since.
 */
final class RunningServers {
  private static final Logger log = LoggerFactory.getLogger(RunningServers.class);
  private static final Path PROC = Path.of("/proc");

  private final PostgresFolder folder;

  RunningServers(PostgresFolder folder) {
    this.folder = folder;
  }

  /** Process numbers; empty when nothing runs. Zombies are dead. */
  Set<Long> find() {
    Path cluster;
    try {
      cluster = folder.cluster().toRealPath();
    } catch (IOException e) {
      return Set.of(); // no data directory yet
    }
    try (Stream<Path> processes = Files.list(PROC)) {
      return processes
          .map(path -> path.getFileName().toString())
          .filter(name -> name.chars().allMatch(c -> c >= '0' && c <= '9'))
          .map(Long::valueOf)
          .filter(pid -> serves(pid, cluster) && isAlive(pid))
          .collect(Collectors.toSet());
    } catch (IOException e) {
      throw new EmbeddedServerException("Expected to read /proc, but failed: " + e, e);
    }
  }

  /** The process all others of the server descend from, if it lives. */
  Optional<Long> postmaster() {
    Set<Long> running = find();
    return pidInFile().filter(running::contains);
  }

  /**
   * Stops all of them: fast shutdown, then immediate, then kill, each with a bounded wait. Without
   * a postmaster its children are killed at once: they can no longer write a checkpoint, and
   * recovery from the log has to follow in any case.
   *
   * @return whether there was anything to stop
   */
  boolean stop(Duration fast, Duration immediate) {
    if (find().isEmpty()) {
      return false;
    }
    if (signalPostmaster("INT") && awaitNone(fast)) {
      return true;
    }
    if (signalPostmaster("QUIT") && awaitNone(immediate)) {
      return true;
    }
    boolean gone =
        Wait.until(
            immediate,
            () -> {
              Set<Long> running = find();
              running.forEach(pid -> signal("KILL", pid));
              return running.isEmpty();
            });
    if (!gone) {
      throw new EmbeddedServerException(
          "Expected to stop PostgreSQL (processes %s) on %s, but it lives on"
              .formatted(find(), folder.cluster()));
    }
    return true;
  }

  private boolean awaitNone(Duration limit) {
    return Wait.until(limit, () -> find().isEmpty());
  }

  private boolean signalPostmaster(String signal) {
    Optional<Long> postmaster = postmaster();
    postmaster.ifPresent(pid -> signal(signal, pid));
    return postmaster.isPresent();
  }

  /** Java's own {@code Process.destroy} knows only TERM, on which PostgreSQL waits for clients. */
  private static void signal(String signal, long pid) {
    log.debug("Sending {} to PostgreSQL's process {}", signal, pid);
    // It may have ended since: a failure shows in what is still running afterwards.
    Command.status(List.of("sh", "-c", "kill -s \"$0\" \"$1\"", signal, Long.toString(pid)));
  }

  private Optional<Long> pidInFile() {
    try (Stream<String> lines = Files.lines(folder.pidFile())) {
      return lines.findFirst().map(String::strip).map(Long::valueOf);
    } catch (IOException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static boolean serves(long pid, Path cluster) {
    try {
      Path process = PROC.resolve(Long.toString(pid));
      String program = Files.readSymbolicLink(process.resolve("exe")).getFileName().toString();
      return (program.equals("postgres") || program.equals("postgres (deleted)"))
          && Files.readSymbolicLink(process.resolve("cwd")).equals(cluster);
    } catch (IOException e) {
      return false; // ended meanwhile, or not ours to look at
    }
  }

  /** A zombie has ended and only waits for its parent to ask how. */
  static boolean isAlive(long pid) {
    try {
      String stat = Files.readString(PROC.resolve(Long.toString(pid)).resolve("stat"));
      // The program's name, in brackets, may itself hold brackets and blanks.
      char state = stat.charAt(stat.lastIndexOf(')') + 2);
      return state != 'Z' && state != 'X';
    } catch (IOException | StringIndexOutOfBoundsException e) {
      return false;
    }
  }
}

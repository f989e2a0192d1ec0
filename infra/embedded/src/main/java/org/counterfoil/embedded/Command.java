package org.counterfoil.embedded;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs programs of the operating system. */
final class Command {
  /** Exit status a shell gives for a program it cannot find; used for the same thing here. */
  static final int NOT_FOUND = 127;

  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final File NOTHING = new File("/dev/null");

  private Command() {}

  /** Whether the command exists and ends with status 0. */
  static boolean succeeds(List<String> command) {
    return status(command) == 0;
  }

  /** The command's exit status; {@value #NOT_FOUND} if it cannot be run. */
  static int status(List<String> command) {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectInput(NOTHING)
            .redirectOutput(NOTHING)
            .redirectError(NOTHING);
    try {
      return await(builder.start(), command, LIMIT);
    } catch (IOException e) {
      return NOT_FOUND;
    }
  }

  /**
   * Starts a program of PostgreSQL's. Its output goes to a file, not to a pipe: a pipe would break
   * under it when this JVM is killed.
   */
  static Process start(List<String> command, Path output) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectInput(NOTHING)
            .redirectOutput(output.toFile())
            .redirectErrorStream(true)
            .directory(output.resolveSibling(".").toFile());
    // PGDATA, PGPORT and the like would be taken for settings.
    builder
        .environment()
        .keySet()
        .removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
    builder.environment().put("LANG", "C");
    return builder.start();
  }

  /** Waits for the end, kills the process if it takes too long, and returns the exit status. */
  static int await(Process process, List<String> command, Duration limit) {
    try {
      if (process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        return process.exitValue();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new EmbeddedServerException("Interrupted while running " + command.get(0), e);
    }
    process.destroyForcibly();
    throw new EmbeddedServerException(
        "Expected %s to end within %s, but it did not".formatted(command.get(0), limit));
  }

  static List<String> concat(List<String> first, List<String> second) {
    List<String> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }
}

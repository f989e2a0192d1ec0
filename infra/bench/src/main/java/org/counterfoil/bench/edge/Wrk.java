package org.counterfoil.bench.edge;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.counterfoil.bench.Programs;

/** The load generator wrk: a closed loop of connections, each of which asks again at once. */
final class Wrk {

  private static final int THREADS = 2;
  private static final Pattern COUNTED =
      Pattern.compile("COUNTED requests=(\\d+) refused=(\\d+) broken=(\\d+) micros=(\\d+)");

  private final Path program;
  private final Path folder;

  /**
   * What was asked and answered.
   *
   * @param requests answered in all
   * @param refused of which with a status of 400 or more
   * @param broken connections that failed, and answers that took too long
   */
  record Done(long requests, long refused, long broken, Duration elapsed) {

    long acknowledged() {
      return requests - refused;
    }

    double goodput() {
      return acknowledged() * 1e9 / elapsed.toNanos();
    }
  }

  Wrk(Path program, Path folder) {
    this.program = program;
    this.folder = folder;
  }

  /** Where it is installed, as Debian's package wrk. */
  static Optional<Path> installed() {
    return Programs.onPath("wrk").stream().filter(Files::isExecutable).findFirst();
  }

  String version() {
    return "wrk";
  }

  /** Runs one of our scripts against the address. */
  Done run(String script, String url, int connections, Duration time, List<String> arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(program.toString());
    command.add("--threads=" + THREADS);
    command.add("--connections=" + connections);
    command.add("--duration=" + time.toSeconds() + "s");
    command.add("--timeout=30s");
    command.add("--script=" + unpacked(script));
    command.add(url);
    command.add("--");
    command.add(Integer.toString(THREADS));
    command.addAll(arguments);
    String said = Programs.output(command, Map.of());
    Matcher counted = COUNTED.matcher(said);
    if (!counted.find()) {
      throw new IllegalStateException("Expected wrk to count, but it said " + said);
    }
    return new Done(
        Long.parseLong(counted.group(1)),
        Long.parseLong(counted.group(2)),
        Long.parseLong(counted.group(3)),
        Duration.ofNanos(Long.parseLong(counted.group(4)) * 1_000));
  }

  private Path unpacked(String script) throws IOException {
    Path file = folder.resolve(script);
    try (InputStream source = Wrk.class.getResourceAsStream(script)) {
      if (source == null) {
        throw new IOException("Expected the script " + script + " beside this class");
      }
      Files.copy(source, file, StandardCopyOption.REPLACE_EXISTING);
    }
    return file;
  }
}

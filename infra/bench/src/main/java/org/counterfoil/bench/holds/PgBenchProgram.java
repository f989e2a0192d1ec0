package org.counterfoil.bench.holds;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.counterfoil.bench.Programs;
import org.counterfoil.bench.Stage;

/** PostgreSQL's own load generator, about as cheap as a client can be. */
public record PgBenchProgram(Path path) {

  private static final Pattern PROCESSED =
      Pattern.compile("number of transactions actually processed: (\\d+)");

  /** Where it is installed; Debian keeps it beside the server. */
  public static Optional<PgBenchProgram> installed() {
    List<Path> places = new ArrayList<>(Programs.onPath("pgbench"));
    Path debian = Path.of("/usr/lib/postgresql");
    if (Files.isDirectory(debian)) {
      try (Stream<Path> versions = Files.list(debian)) {
        versions.map(version -> version.resolve("bin/pgbench")).forEach(places::add);
      } catch (IOException e) {
        throw new UncheckedIOException("Expected to look into " + debian, e);
      }
    }
    return places.stream().filter(Files::isExecutable).findFirst().map(PgBenchProgram::new);
  }

  String version() {
    return Programs.output(List.of(path.toString(), "--version"), Map.of()).strip();
  }

  /** Repeats a script for some time from so many clients; answers how often it was committed. */
  long run(Stage stage, String database, Path script, int clients, Duration time) {
    String said =
        Programs.output(
            List.of(
                path.toString(),
                "--no-vacuum",
                "--protocol=prepared",
                "--client=" + clients,
                "--jobs=2",
                "--time=" + time.toSeconds(),
                "--file=" + script,
                "--host=127.0.0.1",
                "--port=" + stage.postgres().port(),
                "--username=" + stage.postgres().superuser(),
                database),
            Map.of("PGPASSWORD", stage.postgres().superuserPassword()));
    Matcher processed = PROCESSED.matcher(said);
    if (!processed.find()) {
      throw new IllegalStateException("Expected pgbench to count, but it said " + said);
    }
    return Long.parseLong(processed.group(1));
  }
}

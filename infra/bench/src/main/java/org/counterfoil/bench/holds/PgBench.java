package org.counterfoil.bench.holds;

import java.io.IOException;
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
import org.counterfoil.bench.Contender;
import org.counterfoil.bench.Cpu;
import org.counterfoil.bench.Programs;
import org.counterfoil.bench.Round;
import org.counterfoil.bench.Stage;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * PostgreSQL itself: one event of ours per commit, into a table with our columns and indexes. In
 * its favour: positions come from a sequence and may have gaps, nothing is decided, statements are
 * prepared.
 */
public final class PgBench implements Contender {

  private static final Pattern PROCESSED =
      Pattern.compile("number of transactions actually processed: (\\d+)");

  private final Stage stage;
  private final Path program;
  private final String database;
  private final int clients;
  private final Path script;

  PgBench(Stage stage, Path program, int clients, int entryBytes) throws IOException {
    this.stage = stage;
    this.program = program;
    this.clients = clients;
    this.database = stage.freshLog("pgbench");
    this.script = stage.settings().folder().resolve("one-event.sql");
    Files.writeString(script, statement("x".repeat(entryBytes)));
    JdbcClient jdbc = JdbcClient.create(stage.superuser(database));
    jdbc.sql("create sequence position minvalue 0 cache 32").update();
    jdbc.sql("create sequence sequence minvalue 0 cache 32").update();
  }

  /** In one line, as pgbench wants it. */
  private static String statement(String entry) {
    return """
        insert into log.event (position, stream_id, stream_type, sequence, event_id, name,
          revision, organisation_id, hold_id, recorded_at, entry)
        values (nextval('position'), '01938000-0000-7000-8000-000000000001', 'performance',
          nextval('sequence'), uuidv7(), 'seat-hold.placed', 2,
          '01938000-0000-7000-8000-000000000002', uuidv7(), now(), '%s');
        """
        .formatted(entry)
        .replace('\n', ' ');
  }

  /** Where it is installed; Debian keeps it beside the server. */
  public static Optional<Path> installed() throws IOException {
    List<Path> places = new ArrayList<>(Programs.onPath("pgbench"));
    Path debian = Path.of("/usr/lib/postgresql");
    if (Files.isDirectory(debian)) {
      try (Stream<Path> versions = Files.list(debian)) {
        versions.map(version -> version.resolve("bin/pgbench")).forEach(places::add);
      }
    }
    return places.stream().filter(Files::isExecutable).findFirst();
  }

  @Override
  public String name() {
    return "pgbench, one event per commit, " + clients + " clients";
  }

  @Override
  public String version() {
    return Programs.output(List.of(program.toString(), "--version"), Map.of()).strip();
  }

  @Override
  public Round round(Duration time) {
    long before = stored();
    Cpu cpu = Cpu.now(stage.postgres());
    long begin = System.nanoTime();
    String said =
        Programs.output(
            List.of(
                program.toString(),
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
    Duration elapsed = Duration.ofNanos(System.nanoTime() - begin);
    Cpu used = Cpu.now(stage.postgres()).since(cpu);
    Matcher processed = PROCESSED.matcher(said);
    if (!processed.find()) {
      throw new IllegalStateException("Expected pgbench to count, but it said " + said);
    }
    long acknowledged = Long.parseLong(processed.group(1));
    long stored = stored() - before;
    List<String> faults =
        stored == acknowledged
            ? List.of()
            : List.of("Expected " + acknowledged + " events stored, but found " + stored);
    return new Round(acknowledged, elapsed, used, faults);
  }

  private long stored() {
    return JdbcClient.create(stage.superuser(database))
        .sql("select count(*) from log.event")
        .query(Long.class)
        .single();
  }

  @Override
  public void close() {
    // Its database goes with the stage.
  }
}

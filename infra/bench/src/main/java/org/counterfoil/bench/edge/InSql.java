package org.counterfoil.bench.edge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.counterfoil.bench.Contender;
import org.counterfoil.bench.Cpu;
import org.counterfoil.bench.Programs;
import org.counterfoil.bench.Round;
import org.counterfoil.bench.Stage;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The same work in SQL, as one would write it without us: the next two free seats from some place
 * on that nobody has locked, and an event, in one statement and one commit. Begun at the first
 * seat, every client would wade through those that are taken. In its favour: no HTTP, nobody is
 * asked who they are, no idempotency key, seats are not chosen by the buyer, the statement is
 * prepared.
 */
final class InSql implements Contender {

  private static final int SEATS = 80_000;
  private static final int HALLS = 4;
  private static final Pattern PROCESSED =
      Pattern.compile("number of transactions actually processed: (\\d+)");

  private static final String SCHEMA =
      """
      create table seat (
        performance int, id int, hold uuid, primary key (performance, id)) with (fillfactor = 80);
      create index seat_free on seat (performance, id) where hold is null;
      create table hold_event (
        position bigint generated always as identity primary key, event_id uuid unique,
        performance int, hold uuid, seats int[], recorded_at timestamptz, entry bytea);
      create index hold_event_hold on hold_event (hold, position)
      """;

  private final Stage stage;
  private final Path program;
  private final int clients;
  private final String database;
  private final JdbcClient sql;
  private final Path script;

  InSql(Stage stage, Path program, int clients) throws IOException {
    this.stage = stage;
    this.program = program;
    this.clients = clients;
    this.database = stage.freshDatabase("in_sql");
    this.sql = JdbcClient.create(stage.superuser(database));
    this.script = stage.settings().folder().resolve("hold.sql");
    sql.sql(SCHEMA).update();
    Files.writeString(
        script,
        "\\set performance random(1, %d)\n\\set first random(1, %d)\n"
                .formatted(HALLS, SEATS - 1_000)
            + statement("x".repeat(600)).replace('\n', ' ').strip()
            + "\n");
  }

  /** With an entry as long as one of ours. */
  private static String statement(String entry) {
    return """
        with new as (select gen_random_uuid() as hold),
          free as (select performance, id from seat
            where performance = :performance and id >= :first and hold is null
            order by id limit 2 for update skip locked),
          taken as (update seat set hold = new.hold from free, new
            where seat.performance = free.performance and seat.id = free.id returning seat.id)
        insert into hold_event (event_id, performance, hold, seats, recorded_at, entry)
        select gen_random_uuid(), :performance, (select hold from new), array_agg(id), now(), '%s'
        from taken having count(*) = 2;
        """
        .formatted(entry);
  }

  @Override
  public String name() {
    return "pgbench in SQL, " + clients + " clients";
  }

  @Override
  public String version() {
    return Programs.output(List.of(program.toString(), "--version"), Map.of()).strip();
  }

  @Override
  public Round round(Duration time) {
    sql.sql("truncate seat, hold_event").update();
    sql.sql(
            "insert into seat select performance, id from generate_series(1, ?) performance,"
                + " generate_series(1, ?) id")
        .params(HALLS, SEATS)
        .update();
    sql.sql("vacuum analyze seat").update();
    stage.settle();
    Cpu cpu = Cpu.now(stage.postgres());
    String said = run(time);
    Cpu used = Cpu.now(stage.postgres()).since(cpu);
    Matcher processed = PROCESSED.matcher(said);
    if (!processed.find()) {
      throw new IllegalStateException("Expected pgbench to count, but it said " + said);
    }
    long acknowledged = Long.parseLong(processed.group(1));
    return new Round(acknowledged, time, used, faults(acknowledged));
  }

  private String run(Duration time) {
    return Programs.output(
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
  }

  private List<String> faults(long acknowledged) {
    List<String> faults = new ArrayList<>();
    long stored = count("select count(*) from hold_event");
    long seats = count("select count(*) from seat where hold is not null");
    if (stored != acknowledged || seats != 2 * acknowledged) {
      faults.add(
          "Expected %d holds of two seats, but found %d and %d seats"
              .formatted(acknowledged, stored, seats));
    }
    return faults;
  }

  private long count(String query) {
    return sql.sql(query).query(Long.class).single();
  }

  @Override
  public void close() {
    // Its database goes with the stage.
  }
}

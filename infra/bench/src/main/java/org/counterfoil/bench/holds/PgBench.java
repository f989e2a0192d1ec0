package org.counterfoil.bench.holds;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.counterfoil.bench.Contender;
import org.counterfoil.bench.Stage;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * PostgreSQL itself: one event of ours per commit, into a table with our columns and indexes. In
 * its favour: positions come from a sequence and may have gaps, nothing is decided, statements are
 * prepared.
 */
final class PgBench {

  private PgBench() {}

  static Contender of(Stage stage, PgBenchProgram program, int clients, int entryBytes)
      throws IOException {
    String database = stage.freshLog("pgbench");
    JdbcClient jdbc = JdbcClient.create(stage.superuser(database));
    jdbc.sql("create sequence position minvalue 0 cache 32").update();
    jdbc.sql("create sequence sequence minvalue 0 cache 32").update();
    Path script = stage.settings().folder().resolve("one-event.sql");
    Files.writeString(script, statement("x".repeat(entryBytes)));
    return new Appending(
        stage,
        "pgbench, one event per commit, " + clients + " clients",
        program.version(),
        database,
        "select count(*) from log.event",
        time -> program.run(stage, database, script, clients, time));
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
}

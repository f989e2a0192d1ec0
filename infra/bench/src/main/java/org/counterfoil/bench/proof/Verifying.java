package org.counterfoil.bench.proof;

import java.util.List;
import javax.sql.DataSource;
import org.counterfoil.bench.Alternation;
import org.counterfoil.bench.Benchmark;
import org.counterfoil.bench.Report;
import org.counterfoil.bench.Series;
import org.counterfoil.bench.Settings;
import org.counterfoil.bench.Stage;
import org.counterfoil.eventstore.schema.DatabaseRoles;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Verifying a whole log against hashing its bytes. Twice: from the database, where the peer reads
 * the same bytes the same way and hashes them in one go; and the tree alone, in memory.
 */
public final class Verifying implements Benchmark {

  private static final int EVENTS = 300_000;
  private static final double AT_LEAST = 0.5;

  @Override
  public String id() {
    return "M16";
  }

  @Override
  public String question() {
    return "Merkle verification of the whole log, against SHA-256 of the same bytes";
  }

  @Override
  public Report run(Stage stage) throws Exception {
    int events = Settings.number("events", EVENTS);
    String database = stage.freshLog("verified");
    long bytes = ManyEvents.fill(stage, database, events);
    DataSource reader =
        new DriverManagerDataSource(
            stage.postgres().jdbcUrl(database),
            DatabaseRoles.READER,
            stage.postgres().passwordOf(DatabaseRoles.READER));
    return stored(stage, reader, events)
        .and(inMemory(stage, reader, events))
        .noting("%,d events of %,d bytes on average".formatted(events, bytes / events));
  }

  private static Report stored(Stage stage, DataSource reader, int events) throws Exception {
    List<Series> series =
        Alternation.run(
            stage,
            List.of(Pass.verification(stage, reader, events), Pass.digest(stage, reader, events)));
    return Report.ofRates(series, "event", List.of(Report.Aim.ratio(series, 1, AT_LEAST)));
  }

  private static Report inMemory(Stage stage, DataSource reader, int events) throws Exception {
    List<byte[]> entries = Pass.read(reader, events);
    List<Series> series =
        Alternation.run(stage, List.of(Pass.tree(stage, entries), Pass.digestOf(stage, entries)));
    return Report.ofRates(series, "event", List.of(Report.Aim.ratio(series, 1, AT_LEAST)));
  }
}

package org.counterfoil.bench.holds;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.counterfoil.bench.Alternation;
import org.counterfoil.bench.Benchmark;
import org.counterfoil.bench.Report;
import org.counterfoil.bench.Series;
import org.counterfoil.bench.Stage;

/** M2: holds on one performance, against PostgreSQL storing one event per commit. */
public final class AgainstPgBench implements Benchmark {

  private static final int PG_CLIENTS = 64;
  private static final int AIM = 3;

  @Override
  public String id() {
    return "M2";
  }

  @Override
  public String question() {
    return "Holds of two seats on one performance of %,d seats, in process, durable, %d clients"
        .formatted(AgainstAxon.SEATS, AgainstAxon.CLIENTS);
  }

  @Override
  public Report run(Stage stage) throws Exception {
    Optional<Path> program = PgBench.installed();
    try (OurLanes ours =
        new OurLanes("Counterfoil", stage, AgainstAxon.CLIENTS, AgainstAxon.SEATS, 1)) {
      if (program.isEmpty()) {
        return Report.ofRates(Alternation.run(stage, List.of(ours)), "hold", List.of())
            .noting("NOT MEASURED: pgbench is not installed; Debian has it in \"postgresql\"");
      }
      ours.round(stage.settings().roundTime());
      try (PgBench pgbench = new PgBench(stage, program.get(), PG_CLIENTS, ours.entryBytes())) {
        List<Series> series = Alternation.run(stage, List.of(ours, pgbench));
        return Report.ofRates(series, "hold", List.of(Report.Aim.ratio(series, 1, AIM)));
      }
    }
  }
}

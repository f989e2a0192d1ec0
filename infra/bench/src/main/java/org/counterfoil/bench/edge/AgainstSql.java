package org.counterfoil.bench.edge;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.counterfoil.bench.Alternation;
import org.counterfoil.bench.Benchmark;
import org.counterfoil.bench.Report;
import org.counterfoil.bench.Series;
import org.counterfoil.bench.Stage;
import org.counterfoil.bench.holds.PgBenchProgram;

/** M5: a hold over HTTP against the same in SQL. */
public final class AgainstSql implements Benchmark {

  private static final int CONNECTIONS = 256;
  private static final int CLIENTS = 64;
  private static final int HALLS = 3;
  private static final double AIM = 1.5;

  @Override
  public String id() {
    return "M5";
  }

  @Override
  public String question() {
    return "Holds of two named seats over HTTP, with token and idempotency key, durable, against"
        + " PostgreSQL doing it in SQL";
  }

  @Override
  public Report run(Stage stage) throws Exception {
    Optional<Path> wrk = Wrk.installed();
    Optional<Path> pgbench = PgBenchProgram.installed().map(PgBenchProgram::path);
    if (wrk.isEmpty() || pgbench.isEmpty()) {
      return new Report(
          List.of(List.of("not measured")),
          List.of("Expected wrk and pgbench to be installed, but one is missing"),
          List.of());
    }
    Wrk generator = new Wrk(wrk.get(), stage.settings().folder());
    try (OverHttp ours = new OverHttp(stage, generator, CONNECTIONS, HALLS);
        InSql theirs = new InSql(stage, pgbench.get(), CLIENTS)) {
      List<Series> series = Alternation.run(stage, List.of(ours, theirs));
      double ratio = series.getFirst().times(series.getLast()).median();
      return Report.ofRates(
              series, "hold", List.of(new Report.Aim("M5: ≥ 1.5 × pgbench in SQL", ratio >= AIM)))
          .noting(
              "The first processor time of ours is that of the command service, which has a process"
                  + " of its own; wrk is the client program.");
    }
  }
}

package org.counterfoil.bench.holds;

import java.util.List;
import org.counterfoil.bench.Alternation;
import org.counterfoil.bench.Benchmark;
import org.counterfoil.bench.Report;
import org.counterfoil.bench.Series;
import org.counterfoil.bench.Stage;

/** M1: holds on one performance against Axon as it comes. */
public final class OnePerformance implements Benchmark {

  private static final int CLIENTS = 256;
  private static final int SEATS = 80_000;

  @Override
  public String id() {
    return "M1";
  }

  @Override
  public String question() {
    return "Holds of two seats on one performance of 80,000, in process, durable, 256 clients";
  }

  @Override
  public Report run(Stage stage) throws Exception {
    try (OurLanes ours = new OurLanes("Counterfoil", stage, CLIENTS, SEATS, 1)) {
      List<Series> series = Alternation.run(stage, List.of(ours));
      return Report.ofRates(series, "hold", List.of());
    }
  }
}

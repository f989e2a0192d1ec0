package org.counterfoil.bench.holds;

import java.util.List;
import org.counterfoil.bench.Alternation;
import org.counterfoil.bench.Benchmark;
import org.counterfoil.bench.Report;
import org.counterfoil.bench.Series;
import org.counterfoil.bench.Stage;
import org.counterfoil.bench.axon.AxonAsItComes;

/** M1 and M4: holds on so many performances at a time, against Axon as it comes. */
public record AgainstAxon(String id, int performances, int aim) implements Benchmark {

  static final int CLIENTS = 256;
  static final int SEATS = 80_000;

  @Override
  public String question() {
    return "Holds of two seats on %d performance%s of %,d seats, in process, durable, %d clients"
        .formatted(performances, performances == 1 ? "" : "s", SEATS, CLIENTS);
  }

  @Override
  public Report run(Stage stage) throws Exception {
    try (OurLanes ours = new OurLanes("Counterfoil", stage, CLIENTS, SEATS, performances);
        AxonAsItComes axon = new AxonAsItComes(stage, CLIENTS, SEATS, performances)) {
      List<Series> series = Alternation.run(stage, List.of(ours, axon));
      return Report.ofRates(series, "hold", List.of(Report.Aim.ratio(series, 1, aim)));
    }
  }
}

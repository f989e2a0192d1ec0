package org.counterfoil.bench.holds;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.counterfoil.bench.Benchmark;
import org.counterfoil.bench.OpenLoop;
import org.counterfoil.bench.Report;
import org.counterfoil.bench.Round;
import org.counterfoil.bench.Spread;
import org.counterfoil.bench.Stage;

/** M7: how long a hold takes at half of what the lanes can do. */
public final class Latency implements Benchmark {

  private static final double LINE_MILLIS = 20;
  private static final List<Double> PERCENTILES = List.of(50.0, 99.0, 99.9);

  @Override
  public String id() {
    return "M7";
  }

  @Override
  public String question() {
    return "Latency of a hold of two seats on one performance of %,d seats at half of own maximum"
        .formatted(AgainstAxon.SEATS);
  }

  @Override
  public Report run(Stage stage) throws Exception {
    Duration time = stage.settings().roundTime();
    try (OurLanes ours =
        new OurLanes("Counterfoil", stage, AgainstAxon.CLIENTS, AgainstAxon.SEATS, 1)) {
      ours.round(time);
      List<double[]> rounds = new ArrayList<>();
      List<String> notes = new ArrayList<>();
      int warmUps = stage.settings().warmUps();
      for (int round = -warmUps; round < stage.settings().rounds(); round++) {
        Round maximum = ours.round(time);
        OpenLoop.Done done = ours.openLoop(maximum.rate() / 2, time);
        List<String> faults = new ArrayList<>(maximum.faults());
        if (done.notAnswered() > 0) {
          faults.add(
              "Expected every hold to be answered, but %d were not".formatted(done.notAnswered()));
        }
        if (round >= 0 && faults.isEmpty()) {
          rounds.add(
              new double[] {
                maximum.rate(),
                done.percentileMillis(PERCENTILES.get(0)),
                done.percentileMillis(PERCENTILES.get(1)),
                done.percentileMillis(PERCENTILES.get(2))
              });
        }
        faults.forEach(fault -> notes.add("Round not counted: " + fault));
      }
      return report(rounds, notes);
    }
  }

  private static Report report(List<double[]> rounds, List<String> notes) {
    List<List<String>> table =
        List.of(
            List.of("", "maximum, holds/s", "p50, ms", "p99, ms", "p99.9, ms"),
            List.of(
                "Counterfoil",
                spread(rounds, 0).toString(),
                spread(rounds, 1).toString(),
                spread(rounds, 2).toString(),
                spread(rounds, 3).toString()));
    Spread p99 = spread(rounds, 2);
    return new Report(
        table,
        notes,
        List.of(
            new Report.Aim(
                "p99 at most %.0f ms: it is %s".formatted(LINE_MILLIS, p99),
                p99.median() <= LINE_MILLIS)));
  }

  private static Spread spread(List<double[]> rounds, int column) {
    return Spread.of(rounds.stream().mapToDouble(round -> round[column]).toArray());
  }
}

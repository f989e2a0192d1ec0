package org.counterfoil.bench.edge;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.counterfoil.bench.Benchmark;
import org.counterfoil.bench.Report;
import org.counterfoil.bench.Settings;
import org.counterfoil.bench.Spread;
import org.counterfoil.bench.Stage;
import org.counterfoil.domain.performance.PerformanceId;

/**
 * M8: what is left of the goodput under ten times the connections that reach the maximum, each of
 * which asks again at once whatever it was answered, and how soon it is back afterwards. Goodput is
 * holds placed, not answers given.
 */
public final class Overload implements Benchmark {

  private static final int USUAL = 256;
  private static final int TIMES = 10;
  private static final int HALLS = 3;
  private static final double AIM = 0.95;
  private static final Duration SLICE = Duration.ofSeconds(1);
  private static final int MOST_SLICES = 30;
  private static final int BACK_WITHIN_SECONDS = 10;

  private final List<Double> usual = new ArrayList<>();
  private final List<Double> overloaded = new ArrayList<>();
  private final List<Double> shares = new ArrayList<>();
  private final List<Double> secondsUntilBack = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();
  private long refused;
  private long broken;

  @Override
  public String id() {
    return "M8";
  }

  @Override
  public String question() {
    return "Goodput over HTTP at ten times the connections that reach the maximum, asking again at"
        + " once";
  }

  @Override
  public Report run(Stage stage) throws Exception {
    Optional<Path> wrk = Wrk.installed();
    if (wrk.isEmpty()) {
      return new Report(
          List.of(List.of("not measured")),
          List.of("Expected wrk to be installed, but it is missing"),
          List.of());
    }
    Wrk generator = new Wrk(wrk.get(), stage.settings().folder());
    try (OverHttp service = new OverHttp(stage, generator, USUAL, HALLS)) {
      goodput(service, USUAL, stage.settings().roundTime());
      for (int round = 0; round < stage.settings().rounds(); round++) {
        round(service, stage.settings());
      }
    }
    return report();
  }

  private void round(OverHttp service, Settings settings) throws Exception {
    double normal = goodput(service, USUAL, settings.roundTime()).goodput();
    Wrk.Done done = goodput(service, USUAL * TIMES, settings.roundTime());
    usual.add(normal);
    overloaded.add(done.goodput());
    shares.add(done.goodput() / normal);
    refused += done.refused();
    broken += done.broken();
    int slices = 1;
    while (slices < MOST_SLICES && goodput(service, USUAL, SLICE).goodput() < AIM * normal) {
      slices++;
    }
    secondsUntilBack.add((double) slices);
  }

  private Wrk.Done goodput(OverHttp service, int connections, Duration time) throws Exception {
    List<PerformanceId> performances = service.open(HALLS);
    Wrk.Done done = service.ask(performances, connections, time);
    faults.addAll(service.faults(performances, done, connections));
    return done;
  }

  private Report report() {
    List<List<String>> table =
        List.of(
            List.of("", "median (min–max)"),
            List.of("holds/s, " + USUAL + " connections", spread(usual).toString()),
            List.of("holds/s, " + USUAL * TIMES + " connections", spread(overloaded).toString()),
            List.of("share that is left", spread(shares).toString()),
            List.of("seconds until 95 % again", spread(secondsUntilBack).toString()));
    List<String> notes = new ArrayList<>(faults);
    notes.add("Refused under overload: " + refused + "; connections broken: " + broken);
    return new Report(
        table,
        notes,
        List.of(
            new Report.Aim(
                "M8: ≥ 95 % of the maximum", faults.isEmpty() && spread(shares).median() >= AIM),
            new Report.Aim(
                "M8: back within 10 s", spread(secondsUntilBack).median() <= BACK_WITHIN_SECONDS)));
  }

  private static Spread spread(List<Double> values) {
    return Spread.of(values.stream().mapToDouble(Double::doubleValue).toArray());
  }
}

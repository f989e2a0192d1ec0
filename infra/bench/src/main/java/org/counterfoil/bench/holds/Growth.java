package org.counterfoil.bench.holds;

import java.util.ArrayList;
import java.util.List;
import org.counterfoil.bench.Alternation;
import org.counterfoil.bench.Benchmark;
import org.counterfoil.bench.Report;
import org.counterfoil.bench.Series;
import org.counterfoil.bench.Settings;
import org.counterfoil.bench.Spread;
import org.counterfoil.bench.Stage;

/** M14: whether a hold costs more in a larger house, or behind a longer log. */
public final class Growth implements Benchmark {

  private static final int[] SEATS = {1_000, 20_000, 80_000};
  private static final double FLAT = 0.1;

  @Override
  public String id() {
    return "M14";
  }

  @Override
  public String question() {
    return "Holds as the house grows, and as the log grows";
  }

  @Override
  public Report run(Stage stage) throws Exception {
    int events = Settings.number("events", 1_000_000);
    List<OurLanes> cases = new ArrayList<>();
    try {
      for (int seats : SEATS) {
        cases.add(new OurLanes("%,d seats".formatted(seats), stage, AgainstAxon.CLIENTS, seats, 1));
      }
      cases.add(
          new OurLanes(
              "%,d seats, %,d events stored before".formatted(SEATS[2], events),
              stage,
              AgainstAxon.CLIENTS,
              SEATS[2],
              1,
              events));
      Report report = report(Alternation.run(stage, cases));
      return report.and(choosing(stage));
    } finally {
      cases.forEach(OurLanes::close);
    }
  }

  /** The best pair in an empty house, and in one where every fiftieth pair is left. */
  private static Report choosing(Stage stage) throws Exception {
    try (ChoosingLanes empty =
            new ChoosingLanes(
                "best available, empty house", stage, AgainstAxon.CLIENTS, SEATS[2], 1);
        ChoosingLanes full =
            new ChoosingLanes(
                "best available, almost full house", stage, AgainstAxon.CLIENTS, SEATS[2], 50)) {
      List<Series> series = Alternation.run(stage, List.of(empty, full));
      Report rates = Report.ofRates(series, "hold and release", List.of());
      return new Report(rates.table(), rates.notes(), List.of(flat(series.get(1), series.get(0))));
    }
  }

  private static Report report(List<Series> series) {
    Report rates = Report.ofRates(series, "hold", List.of());
    List<Report.Aim> aims = new ArrayList<>();
    aims.add(flat(series.get(1), series.get(0)));
    aims.add(flat(series.get(2), series.get(0)));
    aims.add(flat(series.get(3), series.get(2)));
    return new Report(rates.table(), rates.notes(), aims);
  }

  private static Report.Aim flat(Series large, Series small) {
    Spread ratio = large.times(small);
    return new Report.Aim(
        "%s not more than a tenth slower than %s: it is %s times as fast"
            .formatted(large.name(), small.name(), ratio),
        ratio.median() >= 1 - FLAT);
  }
}

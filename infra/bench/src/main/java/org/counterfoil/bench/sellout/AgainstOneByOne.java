package org.counterfoil.bench.sellout;

import java.util.List;
import java.util.Map;
import org.counterfoil.bench.Alternation;
import org.counterfoil.bench.Benchmark;
import org.counterfoil.bench.Report;
import org.counterfoil.bench.Series;
import org.counterfoil.bench.Settings;
import org.counterfoil.bench.Stage;

/**
 * M6: a house sold out by ten times as many wishes as it has seats, with lanes and without. Without
 * means one command per commit; everything else is the same.
 */
public final class AgainstOneByOne implements Benchmark {

  private static final int AIM = 5;
  private static final int SEATS = 80_000;

  @Override
  public String id() {
    return "M6";
  }

  @Override
  public String question() {
    return "Sell-out of %,d seats over HTTP: hold, order, payment, tickets; ten times as many wishes"
        .formatted(seats());
  }

  private static int seats() {
    return Settings.number("seats", SEATS);
  }

  @Override
  public Report run(Stage stage) throws Exception {
    try (SellOut ours = new SellOut("Counterfoil", stage, seats(), Map.of());
        SellOut one =
            new SellOut(
                "one command per commit", stage, seats(), Map.of("counterfoil.lanes.batch", "1"))) {
      List<Series> series = Alternation.run(stage, List.of(ours, one));
      return Report.ofRates(series, "seat", List.of(Report.Aim.ratio(series, 1, AIM)))
          .noting(
              "A round is one whole sell-out, however long it takes; its checks are the crowd's:"
                  + " seats once, holds ended, payments with tickets, availability right within 1 s"
                  + " of the last sale. The JVM's processor time is the crowd's alone; the services"
                  + " are processes of their own.")
          .noting(ours.lastRun())
          .noting(one.lastRun());
    }
  }
}

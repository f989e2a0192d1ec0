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

  private static final String HOW =
      "A round is one whole sell-out, however long it takes. Measured is the time from the first"
          + " hold until nine seats in ten are sold; the last ones wait for abandoned holds to end,"
          + " 5 s each time, however fast the system is. Checked: every seat sold, and once; every"
          + " hold ended; every payment with tickets or sent back; availability and dashboard right"
          + " within 1 s of the last sale; no seat left alone by the house where it had a choice."
          + " Prompt money is taken by a box office, what is told twice or late by the simulated"
          + " provider (-Dcounterfoil.bench.late.money=1 for late money: six minutes a round). The"
          + " JVM's processor time is the crowd's alone; the services are processes of their own.";

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

  /** With {@code counterfoil.bench.alone=1} ours only: then it is the checks that are wanted. */
  @Override
  public Report run(Stage stage) throws Exception {
    try (SellOut ours = new SellOut("Counterfoil", stage, seats(), Map.of())) {
      return Settings.number("alone", 0) == 1
          ? Report.ofRates(Alternation.run(stage, List.of(ours)), "seat", List.of())
              .noting(HOW)
              .noting(ours.lastRun())
          : againstOneByOne(stage, ours);
    }
  }

  private static Report againstOneByOne(Stage stage, SellOut ours) throws Exception {
    Map<String, String> noLanes = Map.of("counterfoil.lanes.batch", "1");
    try (SellOut one = new SellOut("one command per commit", stage, seats(), noLanes)) {
      List<Series> series = Alternation.run(stage, List.of(ours, one));
      return Report.ofRates(series, "seat", List.of(Report.Aim.ratio(series, 1, AIM)))
          .noting(HOW)
          .noting(ours.lastRun())
          .noting(one.lastRun());
    }
  }
}

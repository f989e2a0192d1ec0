package org.counterfoil.bench.snapshot;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.counterfoil.bench.Benchmark;
import org.counterfoil.bench.Report;
import org.counterfoil.bench.Spread;
import org.counterfoil.bench.Stage;
import org.counterfoil.command.aggregate.PerformanceAggregate;
import org.counterfoil.command.aggregate.PerformanceSnapshots;

/** How long a performance of 80,000 seats takes from its snapshot's bytes to being ready. */
public final class Ready implements Benchmark {

  private static final int SEATS = 80_000;
  private static final int PAIRS = SEATS / 2;
  private static final double LINE_MILLIS = 100;
  private static final int TIMES = 40;
  private static final int WARM = 20;

  @Override
  public String id() {
    return "READY";
  }

  @Override
  public String question() {
    return "A performance of %,d seats: from its snapshot to ready, without reading the bytes"
        .formatted(SEATS);
  }

  @Override
  public Report run(Stage stage) {
    List<List<String>> table = new ArrayList<>();
    table.add(
        List.of(
            "",
            "snapshot, KiB",
            "first, CPU ms",
            "then, CPU ms: median (min–max)",
            "copied on the lane, CPU ms",
            "written elsewhere, CPU ms"));
    List<Report.Aim> aims = new ArrayList<>();
    measure("sold out, as many holds given back", new Stadium(SEATS).givenBack(PAIRS).sold(PAIRS))
        .into(table, aims);
    measure(
            "half sold, half held, as many given back",
            new Stadium(SEATS).givenBack(PAIRS).sold(PAIRS / 2).held(PAIRS / 2))
        .into(table, aims);
    measure("every seat held", new Stadium(SEATS).held(PAIRS)).into(table, aims);
    return new Report(table, List.of("\"First\" is cold only in the first row."), aims);
  }

  private record Measured(
      String name, int bytes, double first, Spread then, Spread copied, Spread written) {

    void into(List<List<String>> table, List<Report.Aim> aims) {
      table.add(
          List.of(
              name,
              "%,d".formatted(bytes / 1_024),
              "%.1f".formatted(first),
              then.toString(),
              copied.toString(),
              written.toString()));
      aims.add(
          new Report.Aim(
              "%s: ready within %.0f ms: it is %s".formatted(name, LINE_MILLIS, then),
              then.median() <= LINE_MILLIS));
    }
  }

  /** Of this thread, which reads alone: others on the machine do not count. */
  private static long processorNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static Measured measure(String name, Stadium stadium) {
    PerformanceSnapshots codec = new PerformanceSnapshots(stadium.plans());
    byte[] content = new byte[0];
    double[] copying = new double[TIMES];
    double[] writing = new double[TIMES];
    double[] millis = new double[TIMES];
    for (int i = 0; i < TIMES; i++) {
      long begin = processorNanos();
      Supplier<byte[]> copy = codec.copy(stadium.aggregate());
      long copied = processorNanos();
      content = copy.get();
      copying[i] = (copied - begin) / 1e6;
      writing[i] = (processorNanos() - copied) / 1e6;
      long start = processorNanos();
      PerformanceAggregate ready = codec.decode(content);
      millis[i] = (processorNanos() - start) / 1e6;
      if (ready.state().inventory().placedHolds().size()
          != stadium.aggregate().state().inventory().placedHolds().size()) {
        throw new IllegalStateException("Expected the same holds again, but there are others");
      }
    }
    return new Measured(
        name, content.length, millis[0], warm(millis), warm(copying), warm(writing));
  }

  private static Spread warm(double[] all) {
    return Spread.of(IntStream.range(WARM, TIMES).mapToDouble(i -> all[i]).toArray());
  }
}

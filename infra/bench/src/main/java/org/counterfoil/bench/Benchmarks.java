package org.counterfoil.bench;

import java.util.List;
import org.counterfoil.bench.holds.OnePerformance;

/** All there are, in the order of the list of measures. */
final class Benchmarks {

  static final List<Benchmark> ALL = List.of(new OnePerformance());

  private Benchmarks() {}
}

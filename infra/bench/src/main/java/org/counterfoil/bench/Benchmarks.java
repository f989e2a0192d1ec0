package org.counterfoil.bench;

import java.util.List;
import org.counterfoil.bench.edge.AgainstSql;
import org.counterfoil.bench.edge.Overload;
import org.counterfoil.bench.holds.AgainstAxon;
import org.counterfoil.bench.holds.AgainstPgBench;
import org.counterfoil.bench.sellout.AgainstOneByOne;

/** All there are, in the order of the list of measures. */
final class Benchmarks {

  static final List<Benchmark> ALL =
      List.of(
          new AgainstAxon("M1", 1, 20),
          new AgainstPgBench(),
          new AgainstAxon("M4", 64, 10),
          new AgainstSql(),
          new AgainstOneByOne(),
          new Overload());

  private Benchmarks() {}
}

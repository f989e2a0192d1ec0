package org.counterfoil.bench;

import java.util.List;
import org.counterfoil.bench.edge.AgainstSql;
import org.counterfoil.bench.edge.AgainstStatic;
import org.counterfoil.bench.edge.Overload;
import org.counterfoil.bench.holds.AgainstAxon;
import org.counterfoil.bench.holds.AgainstStores;
import org.counterfoil.bench.holds.AgainstStores.Peer;
import org.counterfoil.bench.holds.Growth;
import org.counterfoil.bench.holds.Latency;
import org.counterfoil.bench.proof.Verifying;
import org.counterfoil.bench.sellout.AgainstOneByOne;
import org.counterfoil.bench.snapshot.Ready;

/** All there are, in the order of the list of measures. */
final class Benchmarks {

  static final List<Benchmark> ALL =
      List.of(
          new AgainstAxon("M1", 1, 20),
          new AgainstStores("M2", 3, List.of(Peer.PGBENCH)),
          new AgainstStores("M3", 5, List.of(Peer.MESSAGE_DB, Peer.EMMETT)),
          new AgainstAxon("M4", 64, 10),
          new AgainstSql(),
          new AgainstOneByOne(),
          new Overload(),
          new Latency(),
          new AgainstStatic(),
          new Growth(),
          new Verifying(),
          new Ready());

  private Benchmarks() {}
}

package org.counterfoil.feed.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.counterfoil.feed.tally.Carrier;
import org.counterfoil.feed.tally.TallyBench;
import org.counterfoil.feed.tally.TallyProjection;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows and position are committed together: no crash comes between them. */
class BrokenConnectionsTest {

  private static final int BREAKS = Integer.getInteger("counterfoil.feed.breaks", 12);
  private static final Duration LONGEST_PEACE = Duration.ofMillis(60);

  @ParameterizedTest
  @EnumSource(Carrier.class)
  void leaveNeitherHalvesNorDoubles(Carrier carrier) throws Exception {
    long seed = Long.getLong("counterfoil.seed", 31);
    Random random = new Random(seed);
    CountDownLatch never = new CountDownLatch(1);
    try (TallyBench bench = new TallyBench(carrier)) {
      ProjectionRunner runner = bench.run(new TallyProjection());
      for (int i = 0; i < BREAKS; i++) {
        bench.log.recordSome(random, 1 + random.nextInt(60));
        never.await(random.nextLong(LONGEST_PEACE.toNanos()), TimeUnit.NANOSECONDS);
        bench.database.breakTallyConnections();
      }
      bench.awaitAll(runner);

      assertThat(runner.parked()).isEmpty();
      assertThat(bench.rows()).as("seed %d", seed).isEqualTo(bench.expectedRows());
      assertThat(runner.check().isEqual()).isTrue();
    }
  }
}

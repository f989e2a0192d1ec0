package org.counterfoil.feed.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterfoil.feed.tally.TallyLog.organisation;
import static org.counterfoil.feed.tally.TallyLog.tally;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.counterfoil.eventstore.log.RecordedEvent;
import org.counterfoil.feed.tally.Carrier;
import org.counterfoil.feed.tally.TallyBench;
import org.counterfoil.feed.tally.TallyEvent.Counted;
import org.counterfoil.feed.tally.TallyProjection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

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
      bench.database.renewConnections();

      assertThat(runner.parked()).isEmpty();
      assertThat(bench.rows()).as("seed %d", seed).isEqualTo(bench.expectedRows());
      assertThat(runner.check().isEqual()).isTrue();
    }
  }

  /** The twin: this is what the test above would see if the two were committed one by one. */
  @Test
  void wouldLeaveDoublesIfRowsWereCommittedWithoutTheirPosition() throws Exception {
    try (TallyBench bench = new TallyBench(Carrier.STORE_TAIL)) {
      bench.log.recordSome(new Random(32), 20);
      TallyProjection projection = new TallyProjection();
      try (ProjectionRunner runner = bench.run(projection)) {
        bench.awaitAll(runner);
      }
      long next = bench.log.record(organisation(1), new Counted(tally(1), 1));
      RecordedEvent event = bench.log.log().read(next - 1, 1).getFirst();
      projection.apply(event, JdbcClient.create(bench.tally)); // and then it crashed

      ProjectionRunner runner = bench.run(projection);

      bench.awaitAll(runner);
      assertThat(runner.parked()).extracting(ParkedEvent::position).containsExactly(next);
    }
  }
}

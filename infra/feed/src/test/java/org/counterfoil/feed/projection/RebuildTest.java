package org.counterfoil.feed.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.counterfoil.feed.projection.ProjectionStatus.State;
import org.counterfoil.feed.tally.Carrier;
import org.counterfoil.feed.tally.TallyBench;
import org.counterfoil.feed.tally.TallyProjection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** New tables are filled beside the live ones, and take their place. */
@ParameterizedClass
@EnumSource(Carrier.class)
class RebuildTest {

  @Parameter Carrier carrier;
  private TallyBench bench;

  @BeforeEach
  void open() {
    bench = new TallyBench(carrier);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  static void rebuildAndWait(ProjectionRunner runner) {
    runner.rebuild();
    await().atMost(Duration.ofSeconds(30)).until(() -> runner.status().state() == State.LIVE);
    assertThat(runner.status().stopReason()).isNull();
  }

  @Test
  void givesTheSameRowsWhileEventsComeAndReadersRead() throws Exception {
    bench.log.recordSome(new Random(11), 500);
    ProjectionRunner runner = bench.run(new TallyProjection());
    bench.awaitAll(runner);

    try (SteadyReader reader = new SteadyReader(bench.tally)) {
      runner.rebuild();
      for (int seed = 0; seed < 20; seed++) {
        bench.log.recordSome(new Random(seed), 20);
      }
      await().atMost(Duration.ofSeconds(30)).until(() -> runner.status().state() == State.LIVE);
      bench.awaitAll(runner);
      await().until(() -> reader.position() == bench.log.last());
    }

    assertThat(runner.status().stopReason()).isNull();
    assertThat(bench.rows()).isEqualTo(bench.expectedRows());
    assertThat(bench.schemas()).containsExactly("tally");
  }

  @Test
  void repairsRowsThatWereWrong() throws Exception {
    bench.log.recordSome(new Random(12), 200);
    ProjectionRunner runner = bench.run(new TallyProjection());
    bench.awaitAll(runner);
    assertThat(bench.update("update tally set sum = sum + 1")).isPositive();
    assertThat(bench.rows()).isNotEqualTo(bench.expectedRows());

    rebuildAndWait(runner);

    assertThat(bench.rows()).isEqualTo(bench.expectedRows());
  }

  @Test
  void happensByItselfWhenTheScriptHasChanged() throws Exception {
    bench.log.recordSome(new Random(13), 200);
    try (ProjectionRunner old = bench.run(new TallyProjection())) {
      bench.awaitAll(old);
    }
    bench.log.recordSome(new Random(14), 50);
    int indexes = indexes();

    bench.awaitAll(bench.run(new TallyProjection().madeBy("tally_changed.sql")));

    assertThat(indexes()).isEqualTo(indexes + 1);
    assertThat(bench.rows()).isEqualTo(bench.expectedRows());
    assertThat(bench.schemas()).containsExactly("tally");
  }

  @Test
  void anInterruptedOneLeavesTheLiveTablesAsTheyAre() throws Exception {
    bench.log.recordSome(new Random(15), 300);
    CountDownLatch inTheMiddle = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    AtomicInteger rebuilt = new AtomicInteger();
    TallyProjection projection =
        new TallyProjection()
            .before(
                () -> {
                  if (Thread.currentThread().getName().startsWith("rebuild-")
                      && rebuilt.incrementAndGet() == 150) {
                    inTheMiddle.countDown();
                    await().until(() -> goOn.getCount() == 0);
                  }
                });
    ProjectionRunner runner = bench.run(projection);
    bench.awaitAll(runner);
    Map<String, List<String>> rows = bench.rows();
    runner.rebuild();
    inTheMiddle.await();
    assertThat(runner.status().state()).isEqualTo(State.REBUILDING);
    assertThatThrownBy(runner::check).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(runner::rebuild).hasMessageContaining("is being rebuilt");

    Thread closing = Thread.ofPlatform().start(runner::close);
    await().until(() -> runner.status().state() == State.STOPPED);
    goOn.countDown();
    closing.join();

    assertThat(bench.schemas()).contains("tally_next");
    assertThat(bench.rows()).isEqualTo(rows);
    bench.awaitAll(bench.run(new TallyProjection()));
    assertThat(bench.schemas()).containsExactly("tally");
    assertThat(bench.rows()).isEqualTo(rows);
  }

  private int indexes() {
    return JdbcClient.create(bench.tally)
        .sql("select count(*) from pg_indexes where schemaname = 'tally'")
        .query(Integer.class)
        .single();
  }
}

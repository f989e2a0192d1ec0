package org.counterfoil.feed.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.counterfoil.feed.tally.TallyLog.organisation;
import static org.counterfoil.feed.tally.TallyLog.tally;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.counterfoil.eventstore.log.RecordedEvent;
import org.counterfoil.feed.EventFeed;
import org.counterfoil.feed.FeedPosition;
import org.counterfoil.feed.FeedReader;
import org.counterfoil.feed.projection.ProjectionStatus.State;
import org.counterfoil.feed.tally.Carrier;
import org.counterfoil.feed.tally.TallyBench;
import org.counterfoil.feed.tally.TallyEvent.Counted;
import org.counterfoil.feed.tally.TallyEvent.Invented;
import org.counterfoil.feed.tally.TallyProjection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a projection can rely on, whatever carries its events. */
@ParameterizedClass
@EnumSource(Carrier.class)
class ProjectionRunnerTest {

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

  @Test
  void givenEventsGiveRows() throws Exception {
    bench.log.recordSome(new Random(1), 300);
    ProjectionRunner runner = bench.run(new TallyProjection());
    bench.awaitAll(runner);
    bench.log.recordSome(new Random(2), 100);
    bench.awaitAll(runner);

    assertThat(bench.rows()).isEqualTo(bench.expectedRows());
    assertThat(runner.status().state()).isEqualTo(State.LIVE);
    await().until(() -> runner.status().lagPositions() == 0);
    assertThat(runner.status().lagSeconds()).isZero();
    assertThat(bench.meters.get("counterfoil.projection.batch").timer().count()).isPositive();
    assertThat(gauge("counterfoil.projection.position")).isEqualTo((double) bench.log.last());
    assertThat(gauge("counterfoil.projection.parked")).isZero();
    assertThat(gauge("counterfoil.feed.lag.positions")).isZero();
  }

  @Test
  void eachEventDeliveredTwiceGivesTheSameRows() throws Exception {
    bench.log.recordSome(new Random(3), 300);

    bench.awaitAll(bench.run(new TallyProjection(), new TwiceFeed(bench.feed())));

    assertThat(bench.rows()).isEqualTo(bench.expectedRows());
  }

  /** The twin of the test above: the feed does deliver twice, and the tables would show it. */
  @Test
  void whoAppliesWhatIsDeliveredTwiceAppliesItTwice() throws Exception {
    long last = bench.log.record(organisation(1), new Counted(tally(1), 5));
    try (ProjectionRunner runner = bench.run(new TallyProjection())) {
      bench.awaitAll(runner);
    }
    assertThat(bench.update("delete from applied")).isEqualTo(1);
    EventFeed twice = new TwiceFeed(bench.feed());
    List<RecordedEvent> delivered = new ArrayList<>();
    try (FeedReader reader = twice.open("naive", FeedPosition.BEGINNING)) {
      await()
          .until(
              () -> {
                delivered.addAll(reader.poll(10, Duration.ofMillis(50)).events());
                return !delivered.isEmpty();
              });
    }

    assertThat(delivered).extracting(RecordedEvent::position).containsExactly(last, last);
    JdbcClient tables = JdbcClient.create(bench.tally);
    assertThatThrownBy(() -> delivered.forEach(event -> new TallyProjection().apply(event, tables)))
        .isInstanceOf(DuplicateKeyException.class);
  }

  @Test
  void goesOnWhereItWasAfterARestart() throws Exception {
    bench.log.recordSome(new Random(4), 100);
    try (ProjectionRunner first = bench.run(new TallyProjection())) {
      bench.awaitAll(first);
    }
    bench.log.recordSome(new Random(5), 100);

    ProjectionRunner second = bench.run(new TallyProjection());

    bench.awaitAll(second);
    assertThat(bench.rows()).isEqualTo(bench.expectedRows());
  }

  @Test
  void twoNodesApplyEachEventOnce() throws Exception {
    ProjectionRunner one = bench.run(new TallyProjection());
    ProjectionRunner other = bench.run(new TallyProjection());
    for (int seed = 0; seed < 10; seed++) {
      bench.log.recordSome(new Random(seed), 30);
    }

    bench.awaitAll(one);
    bench.awaitAll(other);

    assertThat(bench.rows()).isEqualTo(bench.expectedRows());
    assertThat(one.parked()).isEmpty();
  }

  @Test
  void tellsListenersAfterTheCommitWhatHasChanged() throws Exception {
    List<Set<String>> keys = new CopyOnWriteArrayList<>();
    List<List<String>> applied = new CopyOnWriteArrayList<>();
    ProjectionRunner runner = bench.run(new TallyProjection());
    try (ProjectionRunner.Subscription subscription =
        runner.onChange(
            change -> {
              applied.add(bench.rows().get("applied"));
              keys.add(change.keys());
            })) {
      long position = bench.log.record(organisation(1), new Counted(tally(1), 5));
      await().until(() -> !keys.isEmpty());
      assertThat(keys).containsExactly(Set.of(tally(1).toString()));
      assertThat(applied).containsExactly(List.of("(" + position + ")"));
    }
    bench.log.record(organisation(1), new Counted(tally(1), 5));
    bench.awaitAll(runner);
    assertThat(keys).hasSize(1);
  }

  @Test
  void saysWhetherAPositionWasReachedInTime() throws Exception {
    ProjectionRunner runner = bench.run(new TallyProjection());
    long position = bench.log.record(organisation(1), new Counted(tally(1), 5));

    assertThat(runner.awaitPosition(position, Duration.ofSeconds(20))).isTrue();
    assertThat(runner.awaitPosition(position + 1, Duration.ofMillis(20))).isFalse();
  }

  @Test
  void anEventUnknownToThisVersionStopsIt() throws Exception {
    ProjectionRunner runner = bench.run(new TallyProjection());
    long before = bench.log.record(organisation(1), new Counted(tally(1), 5));
    bench.awaitAll(runner);
    Map<String, List<String>> rows = bench.rows();

    bench.log.record(organisation(1), new Invented(tally(1)), new Counted(tally(1), 7));

    // The relay reads the log as well, and stops there too; then nothing reaches the projection.
    if (carrier == Carrier.STORE_TAIL) {
      await().until(() -> runner.status().state() == State.STOPPED);
      assertThat(runner.status().stopReason()).contains("tally.invented", "revision 1");
    }
    assertThat(runner.position()).isEqualTo(before);
    assertThat(bench.rows()).isEqualTo(rows);
  }

  private double gauge(String name) {
    return bench.meters.get(name).tag("projection", "tally").gauge().value();
  }
}

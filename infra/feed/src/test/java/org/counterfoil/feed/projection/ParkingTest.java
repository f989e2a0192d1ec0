package org.counterfoil.feed.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.counterfoil.feed.tally.TallyLog.organisation;
import static org.counterfoil.feed.tally.TallyLog.tally;

import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.counterfoil.eventstore.log.RecordedEvent;
import org.counterfoil.feed.tally.Carrier;
import org.counterfoil.feed.tally.TallyBench;
import org.counterfoil.feed.tally.TallyEvent.Cleared;
import org.counterfoil.feed.tally.TallyEvent.Counted;
import org.counterfoil.feed.tally.TallyProjection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.CannotGetJdbcConnectionException;

/** What happens to an event that cannot be applied, and to those behind it. */
@ParameterizedClass
@EnumSource(Carrier.class)
class ParkingTest {

  private static final String KEY = tally(1).toString();
  private static final String OTHER = tally(2).toString();

  @Parameter Carrier carrier;
  private TallyBench bench;
  private long poison;

  @BeforeEach
  void recordOnePoisonousEventAmongOthers() {
    bench = new TallyBench(carrier);
    bench.log.record(organisation(1), new Counted(tally(1), 1), new Counted(tally(2), 10));
    poison = bench.log.record(organisation(1), new Counted(tally(1), 2));
    bench.log.record(
        organisation(1),
        new Counted(tally(2), 20),
        new Cleared(tally(1)),
        new Counted(tally(1), 4));
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void holdsBackItsKeyAndNoOther() throws Exception {
    ProjectionRunner runner = bench.run(poisoned().keepingAll());
    bench.awaitAll(runner);

    Set<Long> parked = Set.of(poison, poison + 2, poison + 3);
    assertThat(bench.rows())
        .isEqualTo(bench.expectedRows(event -> !parked.contains(event.position())));
    assertThat(runner.status().parked()).isEqualTo(3);
    assertThat(runner.isParked(KEY, poison - 1)).isFalse();
    assertThat(runner.isParked(KEY, poison)).isTrue();
    assertThat(runner.isParked(OTHER, poison + 9)).isFalse();
    assertThat(runner.check().isEqual()).isTrue();
    assertThatSaysWhereAndWhyWithoutQuotingTheMessage(runner.parked());
    assertThatThrownBy(() -> runner.discard(poison))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("Expected a projection that may lose events");
  }

  private void assertThatSaysWhereAndWhyWithoutQuotingTheMessage(List<ParkedEvent> parked) {
    assertThat(parked)
        .extracting(ParkedEvent::position)
        .containsExactly(poison, poison + 2, poison + 3);
    ParkedEvent first = parked.getFirst();
    assertThat(first.reason()).matches("IllegalStateException at TallyProjection.java:\\d+");
    assertThat(first.eventName()).isEqualTo("tally.counted");
    assertThat(first.key()).isEqualTo(KEY);
    assertThat(parked.get(1).reason()).isEqualTo(ParkedEvent.HELD_BACK);
  }

  @Test
  void isRetriedInOrderOnceWhatWasWrongIsRepaired() throws Exception {
    TallyProjection projection = poisoned();
    ProjectionRunner runner = bench.run(projection);
    bench.awaitAll(runner);

    assertThat(runner.retry(KEY)).isZero();
    assertThat(runner.status().parked()).isEqualTo(3);

    projection.poisonedBy(event -> false);
    assertThat(runner.retry(KEY)).isEqualTo(3);
    assertThat(bench.rows()).isEqualTo(bench.expectedRows());
    assertThat(runner.isParked(KEY, poison)).isFalse();

    bench.log.record(organisation(1), new Counted(tally(1), 8));
    bench.awaitAll(runner);
    assertThat(bench.rows()).isEqualTo(bench.expectedRows());
  }

  @Test
  void staysParkedOverARestart() throws Exception {
    try (ProjectionRunner first = bench.run(poisoned())) {
      bench.awaitAll(first);
    }
    ProjectionRunner second = bench.run(new TallyProjection());
    bench.log.record(organisation(1), new Counted(tally(1), 8));
    bench.awaitAll(second);

    assertThat(second.status().parked()).isEqualTo(4);
    assertThat(second.retry(KEY)).isEqualTo(4);
    assertThat(bench.rows()).isEqualTo(bench.expectedRows());
  }

  @Test
  void canBeGivenUpForGoodAlsoInRebuilds() throws Exception {
    ProjectionRunner runner = bench.run(poisoned());
    bench.awaitAll(runner);

    assertThat(runner.discard(poison + 100)).isFalse();
    assertThat(runner.discard(poison)).isTrue();

    assertThat(runner.status().parked()).isZero();
    assertThat(bench.rows()).isEqualTo(bench.expectedRows(event -> event.position() != poison));
    assertThat(runner.check().isEqual()).isTrue();
    RebuildTest.rebuildAndWait(runner);
    assertThat(bench.rows()).isEqualTo(bench.expectedRows(event -> event.position() != poison));
  }

  @Test
  void aRebuildTriesAgainWhatIsParked() throws Exception {
    TallyProjection projection = poisoned();
    ProjectionRunner runner = bench.run(projection);
    bench.awaitAll(runner);
    projection.poisonedBy(event -> false);

    RebuildTest.rebuildAndWait(runner);

    assertThat(bench.rows()).isEqualTo(bench.expectedRows());
    assertThat(runner.status().parked()).isZero();
  }

  @Test
  void aPassingFailureIsWaitedOutAndParksNothing() throws Exception {
    bench.log.recordSome(new Random(7), 200);
    AtomicInteger calls = new AtomicInteger();
    TallyProjection projection =
        new TallyProjection()
            .before(
                () -> {
                  if (calls.incrementAndGet() % 60 == 0) {
                    throw new CannotGetJdbcConnectionException(
                        "Expected a connection", new SQLException("gone", "08006"));
                  }
                });

    ProjectionRunner runner = bench.run(projection);

    bench.awaitAll(runner);
    assertThat(runner.parked()).isEmpty();
    assertThat(bench.rows()).isEqualTo(bench.expectedRows());
  }

  private TallyProjection poisoned() {
    return new TallyProjection().poisonedBy(this::isPoison);
  }

  private boolean isPoison(RecordedEvent event) {
    return event.position() == poison;
  }
}

package org.counterfoil.command.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.counterfoil.command.lane.LastInstant.Sale;
import org.counterfoil.domain.seating.SeatingPlans;
import org.counterfoil.eventstore.check.LogCheck;
import org.counterfoil.eventstore.check.LogReport;
import org.counterfoil.eventstore.id.TimeOrderedIds;
import org.counterfoil.eventstore.time.DrivenClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Holds whose time is over in the very instant in which they are paid, by cash or by a provider's
 * confirmation, while others wait for their seats: on two processes over one store. {@code
 * -Dcounterfoil.races} says how many; {@code -Dcounterfoil.seed} repeats a run's choices.
 */
class LastInstantTest {

  private static final Instant NOON = Instant.parse("2026-09-01T12:00:00Z");
  private static final int RACES = Integer.getInteger("counterfoil.races", 120);
  private static final int AT_ONCE = 20;
  private static final int MOST_SPOILT_ROUNDS = 100;

  private final long seed = Long.getLong("counterfoil.seed", 20_261_127);
  private final Random random = new Random(seed);
  private final DrivenClock clock = DrivenClock.standingAt(NOON);
  private final TimeOrderedIds ids = new TimeOrderedIds(clock);
  private final TestStore store = new TestStore();
  private final Hall hall = new Hall(NOON.plus(Duration.ofDays(3_000)));
  private final List<HashedLanes> processes = new ArrayList<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  @AfterEach
  void stop() {
    processes.forEach(HashedLanes::stop);
    threads.close();
  }

  @Test
  void eachHasOneOutcome() throws Exception {
    int rounds = RACES / AT_ONCE;
    LastInstant sales = begin(rounds, Guards.ALL);
    for (int round = 0; round < rounds; round++) {
      race(sales, round);
      sales.awaitAllEnded();
    }

    LogReport report = LogCheck.of(store.log());
    System.out.printf("%d races (seed %d): %s%n", rounds * AT_ONCE, seed, report.orders());
    assertThat(report.findings()).as("seed %d", seed).isEmpty();
    assertThat(report.orders().placed()).isEqualTo((long) rounds * AT_ONCE);
    assertThat(report.orders().open()).isZero();
    assertThat(report.orders().completed()).isPositive();
    assertThat(report.orders().lapsed()).isPositive();
  }

  @Test
  void withoutReadingHeadsAndWithoutTheUniqueSequence_someHaveTwo() throws Exception {
    store.dropUniqueSequences();
    LastInstant sales = begin(MOST_SPOILT_ROUNDS, Guards.ALL.withoutHeads());
    boolean isClean = true;
    for (int round = 0; round < MOST_SPOILT_ROUNDS && isClean; round++) {
      race(sales, round);
      isClean = LogCheck.of(store.log()).isClean();
    }

    assertThat(isClean).as("seed %d", seed).isFalse();
  }

  private LastInstant begin(int rounds, Guards guards) {
    SeatingPlans plan = Hall.plan(rounds, AT_ONCE);
    processes.add(store.process(plan, clock, guards));
    processes.add(store.process(plan, clock, guards));
    hall.opening().forEach(command -> processes.getFirst().submit(Hall.by(command)));
    return new LastInstant(hall, ids, store, processes);
  }

  /** Time, payments and others' wishes come at once; which is first is left to chance. */
  private void race(LastInstant sales, int round) throws Exception {
    List<Sale> begun = sales.begin(round + 1, AT_ONCE);
    clock.driveTo(sales.payBefore().minusMillis(1));
    List<Runnable> actors = new ArrayList<>();
    for (Sale sale : begun) {
      actors.add(() -> sales.pay(sale));
      if (random.nextInt(4) == 0) {
        actors.add(() -> sales.wishForTheSeatOf(sale));
      }
    }
    CyclicBarrier start = new CyclicBarrier(actors.size() + 1);
    long delay = random.nextLong(3_000_000);
    List<Future<?>> running = new ArrayList<>();
    for (Runnable actor : actors) {
      running.add(
          threads.submit(
              () -> {
                start.await();
                actor.run();
                return null;
              }));
    }
    start.await();
    long until = System.nanoTime() + delay;
    while (System.nanoTime() < until) {
      Thread.onSpinWait();
    }
    clock.advance(Duration.ofMillis(1));
    for (Future<?> one : running) {
      one.get();
    }
  }
}

package org.counterfoil.command.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.counterfoil.domain.seathold.HoldId;
import org.counterfoil.domain.seathold.SeatHoldCommand.ExpireHolds;
import org.counterfoil.domain.seathold.SeatHoldCommand.ReleaseHold;
import org.counterfoil.domain.seathold.SeatHoldRejection;
import org.counterfoil.domain.seating.SeatingPlans;
import org.counterfoil.eventstore.check.Invariant;
import org.counterfoil.eventstore.check.LogCheck;
import org.counterfoil.eventstore.check.LogReport;
import org.counterfoil.eventstore.id.TimeOrderedIds;
import org.counterfoil.eventstore.idempotency.IdempotencyKeyTaken;
import org.counterfoil.eventstore.time.DrivenClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Two processes that write to one store, each with lanes, state and connections of its own. What
 * keeps them correct is taken away in turn, and then the same events lead to what must not be.
 */
class TwoProcessesTest {

  private static final Instant NOON = Instant.parse("2026-09-01T12:00:00Z");
  private static final SeatingPlans PLAN = Hall.plan(4, 10);

  private final DrivenClock clock = DrivenClock.standingAt(NOON);
  private final TimeOrderedIds ids = new TimeOrderedIds(clock);
  private final TestStore store = new TestStore();
  private final Hall hall = new Hall(NOON.plus(Duration.ofDays(30)));
  private final List<HashedLanes> processes = new ArrayList<>();
  private final ExecutorService rivals = Executors.newVirtualThreadPerTaskExecutor();
  private final HashedLanes one = start(Guards.ALL);

  @BeforeEach
  void openTheSale() {
    hall.opening()
        .forEach(
            command ->
                assertThat(one.submit(Hall.by(command))).isInstanceOf(Outcome.Accepted.class));
  }

  @AfterEach
  void stop() {
    processes.forEach(HashedLanes::stop);
    rivals.close();
  }

  @Test
  void whatTheOtherGaveBackCanBeHeldHere() {
    assertThat(heldAfterTheOtherGaveItBack(Guards.ALL)).isInstanceOf(Outcome.Accepted.class);
  }

  @Test
  void withoutReadingTheHeads_aFreeSeatIsRefused() {
    assertThat(codeOf(heldAfterTheOtherGaveItBack(Guards.ALL.withoutHeads())))
        .isEqualTo(SeatHoldRejection.SEAT_ALREADY_HELD);
  }

  private Outcome heldAfterTheOtherGaveItBack(Guards guards) {
    HashedLanes two = start(guards);
    HoldId first = newHold();
    one.submit(Hall.by(hall.hold(first, Hall.seat(1, 1))));
    assertThat(codeOf(hold(two, 1))).isEqualTo(SeatHoldRejection.SEAT_ALREADY_HELD);
    one.submit(Hall.by(new ReleaseHold(hall.performance, first)));
    return hold(two, 1);
  }

  @Test
  void whoIsOvertakenDecidesAgain_andTheSeatIsHeldOnce() {
    Outcome late = heldAfterARivalWasFaster();

    assertThat(codeOf(late)).isEqualTo(SeatHoldRejection.SEAT_ALREADY_HELD);
    assertThat(LogCheck.of(store.log()).findings()).isEmpty();
  }

  @Test
  void withoutTheUniqueSequence_theSeatIsHeldTwice_andTheCheckSaysSo() {
    store.dropUniqueSequences();

    Outcome late = heldAfterARivalWasFaster();

    assertThat(late).isInstanceOf(Outcome.Accepted.class);
    assertThat(LogCheck.of(store.log()).findings())
        .extracting(finding -> finding.invariant())
        .contains(Invariant.SEAT_TAKEN_ONCE, Invariant.STREAM_GAPLESS);
  }

  private Outcome heldAfterARivalWasFaster() {
    return hold(start(Guards.ALL.withRival(once(() -> hold(one, 1)))), 1);
  }

  @Test
  void whoIsAlwaysOvertakenGetsATurn() {
    HashedLanes two = start(Guards.ALL.withRival(this::rivalTakesAnotherSeat));

    assertThat(hold(two, 40)).isInstanceOf(Outcome.Accepted.class);
  }

  @Test
  void withoutKeepingOthersWaiting_whoIsAlwaysOvertakenGetsNone() {
    HashedLanes two =
        start(Guards.ALL.withRival(this::rivalTakesAnotherSeat).withoutKeepingOthersWaiting());

    assertThatThrownBy(() -> hold(two, 40)).isInstanceOf(StoreUnavailable.class);
  }

  private final AtomicInteger nextSeat = new AtomicInteger();

  /** Does not wait for long: the other process may be keeping everybody waiting. */
  private void rivalTakesAnotherSeat() {
    Future<Outcome> rival = rivals.submit(() -> hold(one, nextSeat.incrementAndGet()));
    try {
      rival.get(300, TimeUnit.MILLISECONDS);
    } catch (TimeoutException waiting) {
      assertThat(rival.isDone()).isFalse();
    } catch (ExecutionException failed) {
      throw new IllegalStateException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void ofTwoRequestsWithOneKeyTheLaterIsToldSo_andTheRestOfItsBatchIsStored() {
    IdempotencyKey key = new IdempotencyKey("scope", "key", "00ff");
    HashedLanes two =
        start(
            Guards.ALL.withRival(
                once(() -> one.submit(Hall.by(hall.hold(newHold(), Hall.seat(1, 1)), key)))));

    assertThatThrownBy(() -> two.submit(Hall.by(hall.hold(newHold(), Hall.seat(1, 2)), key)))
        .isInstanceOf(IdempotencyKeyTaken.class);
    assertThat(hold(two, 2)).isInstanceOf(Outcome.Accepted.class);
    assertThat(LogCheck.of(store.log()).holds().placed()).isEqualTo(2);
  }

  @Test
  void theOtherEndsTheHoldsOfAProcessThatIsGone_onceAndInTime() {
    LogReport.Holds holds = holdsAfterTheirProcessHasGone(Guards.ALL);

    await().atMost(Duration.ofSeconds(5)).until(() -> check().expired() == 1);
    assertThat(holds.live()).isEqualTo(1);
    assertThat(LogCheck.of(store.log()).findings()).isEmpty();
  }

  @Test
  void withoutWatchingOthers_theHoldsOfAProcessThatIsGoneAreLeft() {
    holdsAfterTheirProcessHasGone(Guards.ALL.withoutWatchingOthers());

    await()
        .during(Duration.ofSeconds(3))
        .atMost(Duration.ofSeconds(4))
        .until(() -> check().live() == 1);
  }

  @Test
  void whereBothEndAHoldAtOnceItEndsOnce() {
    endAHoldFromBoth();

    await().atMost(Duration.ofSeconds(5)).until(() -> check().expired() == 1);
    await().during(Duration.ofSeconds(1)).until(() -> check().expired() == 1);
    assertThat(LogCheck.of(store.log()).findings()).isEmpty();
  }

  @Test
  void withoutTheUniqueSequence_itEndsTwice_andTheCheckSaysSo() {
    store.dropUniqueSequences();

    endAHoldFromBoth();

    await()
        .atMost(Duration.ofSeconds(5))
        .until(() -> !LogCheck.of(store.log()).findings().isEmpty());
  }

  /** The timer of one has decided and not yet stored when the other ends the hold as well. */
  private void endAHoldFromBoth() {
    AtomicBoolean isDue = new AtomicBoolean();
    HashedLanes two =
        start(
            Guards.ALL.withRival(
                () -> {
                  if (isDue.getAndSet(false)) {
                    one.submit(Hall.by(new ExpireHolds(hall.performance)));
                  }
                }));
    hold(two, 1);
    isDue.set(true);
    clock.advance(Duration.ofMinutes(8));
  }

  /** The watch must have seen the hold before its time is over, as in life. */
  private LogReport.Holds holdsAfterTheirProcessHasGone(Guards guards) {
    start(guards);
    hold(one, 1);
    one.stop();
    LogReport.Holds holds = check();
    clock.advance(Duration.ofMinutes(8).plus(OthersWatch.GRACE));
    return holds;
  }

  private LogReport.Holds check() {
    return LogCheck.of(store.log()).holds();
  }

  private static Runnable once(Runnable action) {
    AtomicInteger times = new AtomicInteger();
    return () -> {
      if (times.getAndIncrement() == 0) {
        action.run();
      }
    };
  }

  private Outcome hold(HashedLanes process, int number) {
    return process.submit(
        Hall.by(hall.hold(newHold(), Hall.seat((number - 1) / 10 + 1, (number - 1) % 10 + 1))));
  }

  private static Object codeOf(Outcome outcome) {
    return outcome instanceof Outcome.Refused refused ? refused.code() : outcome;
  }

  private HoldId newHold() {
    return new HoldId(ids.next());
  }

  private HashedLanes start(Guards guards) {
    HashedLanes process = store.process(PLAN, clock, guards);
    processes.add(process);
    return process;
  }
}

package org.counterfoil.command.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.seathold.HeldSeat;
import org.counterfoil.domain.seathold.HoldId;
import org.counterfoil.domain.seathold.SeatHoldCommand.ReleaseHold;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldPlaced;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldReleased;
import org.counterfoil.domain.seating.SeatId;
import org.counterfoil.domain.seating.SeatingPlans;
import org.counterfoil.eventstore.id.TimeOrderedIds;
import org.counterfoil.eventstore.log.LogGap;
import org.counterfoil.eventstore.log.RecordedEvent;
import org.counterfoil.eventstore.schema.DatabaseRoles;
import org.counterfoil.eventstore.time.DrivenClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A batch is decided while the one before it may still fail: nobody may ever notice (I2). */
class FailingCommitsTest {

  private static final long SEED = Long.getLong("counterfoil.seed", 20_261_123);
  private static final Instant NOON = Instant.parse("2026-09-01T12:00:00Z");
  private static final int TURNS = 25;
  private static final int ROWS = 4;
  private static final int SEATS_PER_ROW = 50;
  private static final SeatingPlans PLAN = Hall.plan(ROWS, SEATS_PER_ROW);

  private final DrivenClock clock = DrivenClock.standingAt(NOON);
  private final TestStore store = new TestStore();
  private final Hall hall = new Hall(NOON.plus(Duration.ofDays(30)));
  private final TimeOrderedIds ids = new TimeOrderedIds(clock);
  private final Set<UUID> stored = Collections.synchronizedSet(new HashSet<>());
  private final Set<UUID> unknown = Collections.synchronizedSet(new HashSet<>());
  private HashedLanes lanes;

  @AfterEach
  void stop() {
    lanes.stop();
  }

  @Test
  void whatIsAcknowledgedIsStored_andNothingElse() throws Exception {
    sellByChance(30, 0, TURNS, Guards.ALL);

    assertThat(stepsInLog()).as("seed %d", SEED).containsExactlyInAnyOrderElementsOf(stored);
    assertThat(wrongAnswers()).as("seed %d", SEED).isZero();
  }

  @Test
  void whatWasCommittedUnheardOfIsKnownAfterwards() throws Exception {
    sellByChance(5, 10, TURNS, Guards.ALL);

    assertThat(stepsInLog()).as("seed %d", SEED).containsAll(stored);
    List<UUID> unheardOf = new ArrayList<>(stepsInLog());
    unheardOf.removeAll(stored);
    assertThat(unknown).as("seed %d", SEED).containsAll(unheardOf);
    assertThat(wrongAnswers()).as("seed %d", SEED).isZero();
  }

  @Test
  void withoutForgettingWhatWasNotStored_itIsNoticed() throws Exception {
    sellByChance(40, 0, 5, Guards.ALL.withoutForgetting());

    assertThat(isLogSound() && wrongAnswers() == 0).as("seed %d", SEED).isFalse();
  }

  /** Buyers who hold a seat and give it back, until it is enough. */
  private void sellByChance(int failBefore, int failAfter, int turns, Guards guards)
      throws Exception {
    CommitsByChance writer =
        new CommitsByChance(store.as(DatabaseRoles.WRITER), SEED, failBefore, failAfter);
    lanes = store.process(PLAN, clock, guards, writer);
    hall.opening().forEach(command -> lanes.submit(Hall.by(command)));
    writer.sicken();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> buyers = new ArrayList<>();
      for (int buyer = 0; buyer < 32; buyer++) {
        Random random = new Random(SEED + buyer);
        buyers.add(threads.submit(() -> buy(random, turns)));
      }
      for (Future<?> buyer : buyers) {
        buyer.get();
      }
    }
    assertThat(writer.failures()).isGreaterThan(3);
    writer.heal();
  }

  private void buy(Random random, int turns) {
    for (int turn = 0; turn < turns; turn++) {
      HoldId hold = new HoldId(ids.next());
      if (ask(hold.value(), Hall.by(hall.hold(hold, seat(random.nextInt(ROWS * SEATS_PER_ROW)))))
          && random.nextInt(3) > 0) {
        ask(release(hold), Hall.by(new ReleaseHold(hall.performance, hold)));
      }
    }
  }

  private static SeatId seat(int index) {
    return Hall.seat(1 + index / SEATS_PER_ROW, 1 + index % SEATS_PER_ROW);
  }

  private static UUID release(HoldId hold) {
    return new UUID(~hold.value().getMostSignificantBits(), hold.value().getLeastSignificantBits());
  }

  private boolean ask(UUID step, Submission submission) {
    try {
      boolean isAccepted = lanes.submit(submission) instanceof Outcome.Accepted;
      if (isAccepted) {
        stored.add(step);
      }
      return isAccepted;
    } catch (StoreUnavailable nobodyKnows) {
      unknown.add(step);
      return false;
    } catch (LogGap damage) {
      return false; // the log's own check says so as well
    }
  }

  private List<UUID> stepsInLog() {
    return store.log().readStream(hall.performance.value()).stream()
        .map(event -> event.envelope().payload())
        .<UUID>mapMulti(
            (event, steps) -> {
              if (event instanceof HoldPlaced placed) {
                steps.accept(placed.holdId().value());
              } else if (event instanceof HoldReleased released) {
                steps.accept(release(released.holdId()));
              }
            })
        .toList();
  }

  private boolean isLogSound() {
    try {
      return new HashSet<>(stepsInLog()).equals(stored);
    } catch (LogGap gap) {
      return false;
    }
  }

  /** How many seats the process says to be free that are held by the log, or the reverse. */
  private int wrongAnswers() {
    Set<HoldId> live = new HashSet<>();
    Set<Integer> held = new HashSet<>();
    List<Event> events =
        store.log().readStream(hall.performance.value()).stream()
            .map(RecordedEvent::envelope)
            .map(envelope -> envelope.payload())
            .toList();
    for (Event event : events) {
      if (event instanceof HoldPlaced placed) {
        live.add(placed.holdId());
        placed.seats().stream().map(HeldSeat::index).forEach(held::add);
      } else if (event instanceof HoldReleased released && live.remove(released.holdId())) {
        events.stream()
            .filter(HoldPlaced.class::isInstance)
            .map(HoldPlaced.class::cast)
            .filter(placed -> placed.holdId().equals(released.holdId()))
            .flatMap(placed -> placed.seats().stream())
            .forEach(seat -> held.remove(seat.index()));
      }
    }
    int wrong = 0;
    for (int seat = 0; seat < ROWS * SEATS_PER_ROW; seat++) {
      Outcome outcome = lanes.submit(Hall.by(hall.hold(new HoldId(ids.next()), seat(seat))));
      wrong += outcome instanceof Outcome.Accepted == held.contains(seat) ? 1 : 0;
    }
    return wrong;
  }
}

package org.counterfoil.command.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.order.OrderEvent;
import org.counterfoil.domain.seathold.HoldId;
import org.counterfoil.domain.seathold.SeatHoldEvent;
import org.counterfoil.domain.seathold.SeatHoldRejection;
import org.counterfoil.domain.seating.SeatingPlans;
import org.counterfoil.eventstore.id.TimeOrderedIds;
import org.counterfoil.eventstore.idempotency.IdempotencyStore;
import org.counterfoil.eventstore.log.RecordedEvent;
import org.counterfoil.eventstore.schema.DatabaseRoles;
import org.counterfoil.eventstore.time.DrivenClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LanesTest {

  private static final Instant NOON = Instant.parse("2026-09-01T12:00:00Z");
  private static final SeatingPlans PLAN = Hall.plan(20, 50);

  private final DrivenClock clock = DrivenClock.standingAt(NOON);
  private final TestStore store = new TestStore();
  private final Hall hall = new Hall(NOON.plus(Duration.ofDays(30)));
  private final List<HashedLanes> processes = new ArrayList<>();

  @AfterEach
  void stop() {
    processes.forEach(HashedLanes::stop);
  }

  @Test
  void twoHundredAtOnceForOneSeat_oneGetsIt() throws Exception {
    HashedLanes lanes = open();

    List<Outcome> outcomes =
        parallel(200, () -> lanes.submit(Hall.by(hall.hold(newHold(), Hall.seat(1, 1)))));

    assertThat(outcomes).filteredOn(Outcome.Accepted.class::isInstance).hasSize(1);
    assertThat(outcomes)
        .filteredOn(Outcome.Refused.class::isInstance)
        .hasSize(199)
        .allSatisfy(
            refused ->
                assertThat(((Outcome.Refused) refused).code())
                    .isEqualTo(SeatHoldRejection.SEAT_ALREADY_HELD));
    assertThat(placed()).hasSize(1);
  }

  @Test
  void everyCommandOfABatchHasItsOwnPosition_andARefusedOneNoTrace() throws Exception {
    HashedLanes lanes = open();

    List<Outcome> outcomes =
        parallel(
            300,
            () -> lanes.submit(Hall.by(hall.hold(newHold(), Hall.seat(1, nextSeat() % 40 + 1)))));

    List<Long> positions =
        outcomes.stream()
            .filter(Outcome.Accepted.class::isInstance)
            .map(outcome -> ((Outcome.Accepted) outcome).position())
            .toList();
    assertThat(positions).hasSize(40).doesNotHaveDuplicates();
    for (long position : positions) {
      assertThat(store.log().read(position - 1, 1).getFirst().envelope().payload())
          .isInstanceOf(SeatHoldEvent.HoldPlaced.class);
    }
    assertThat(store.log().lastPosition()).isEqualTo(3 + 40);
  }

  @Test
  void aHoldWhoseTimeIsOverIsRecordedAsExpired_andItsSeatSoldToAnother() {
    HashedLanes lanes = open();
    HoldId first = newHold();
    lanes.submit(Hall.by(hall.hold(first, Hall.seat(3, 3))));

    clock.advance(Duration.ofMinutes(8));

    await().atMost(Duration.ofSeconds(5)).until(() -> endsOf(first).size() == 1);
    assertThat(endsOf(first).getFirst()).isInstanceOf(SeatHoldEvent.HoldExpired.class);
    assertThat(sell(lanes, 3, 3)).isInstanceOf(Outcome.Accepted.class);
  }

  @Test
  void afterARestartLiveHoldsStillExpire_andSoldSeatsStaySold() {
    HashedLanes before = open();
    HoldId live = newHold();
    before.submit(Hall.by(hall.hold(live, Hall.seat(4, 4))));
    sell(before, 5, 5);
    before.stop();

    HashedLanes after = start();
    assertThat(after.submit(Hall.by(hall.hold(newHold(), Hall.seat(5, 5)))))
        .extracting(outcome -> ((Outcome.Refused) outcome).code())
        .isEqualTo(SeatHoldRejection.SEAT_ALREADY_SOLD);
    clock.advance(Duration.ofSeconds(500));

    await().atMost(Duration.ofSeconds(5)).until(() -> endsOf(live).size() == 1);
  }

  @Test
  void aProcessThatStartsFromASnapshotKnowsWhatOneKnowsThatReplaysEverything() {
    HashedLanes before = open(5);
    for (int seat = 1; seat <= 20; seat++) {
      sell(before, 6, seat);
    }
    await()
        .atMost(Duration.ofSeconds(5))
        .until(() -> !store.snapshots(clock).find(hall.performance.value()).isEmpty());
    before.stop();

    HashedLanes after = start();
    for (int seat = 1; seat <= 20; seat++) {
      assertThat(after.submit(Hall.by(hall.hold(newHold(), Hall.seat(6, seat)))))
          .extracting(outcome -> ((Outcome.Refused) outcome).code())
          .isEqualTo(SeatHoldRejection.SEAT_ALREADY_SOLD);
    }
    Outcome.Accepted next = (Outcome.Accepted) sell(after, 7, 1);
    assertThat(next.events())
        .filteredOn(SeatHoldEvent.HoldSold.class::isInstance)
        .allSatisfy(
            sold ->
                assertThat(((SeatHoldEvent.HoldSold) sold).tickets().getFirst().ticketNumber())
                    .isEqualTo(21));
  }

  @Test
  void twoProcessesRaceForTheSameSeats_noSeatIsHeldTwice() throws Exception {
    HashedLanes one = open();
    HashedLanes two = start();

    List<Outcome> outcomes =
        parallel(
            400,
            () -> {
              int number = nextSeat();
              HashedLanes lanes = number % 2 == 0 ? one : two;
              return lanes.submit(Hall.by(hall.hold(newHold(), Hall.seat(2, number / 2 % 50 + 1))));
            });

    long accepted = outcomes.stream().filter(Outcome.Accepted.class::isInstance).count();
    assertThat(accepted).isEqualTo(50);
    assertThat(placed())
        .flatExtracting(SeatHoldEvent.HoldPlaced::seats)
        .doesNotHaveDuplicates()
        .hasSize(50);
  }

  @Test
  void anAnswerIsKeptWithItsEvents_andNotKeptForARefusal() {
    HashedLanes lanes = open();
    IdempotencyStore kept = new IdempotencyStore(store.as(DatabaseRoles.WRITER));
    HoldId hold = newHold();

    lanes.submit(Hall.by(hall.hold(hold, Hall.seat(8, 8)), new IdempotencyKey("s", "a", "00ff")));
    lanes.submit(
        Hall.by(hall.hold(newHold(), Hall.seat(8, 8)), new IdempotencyKey("s", "b", "00ff")));

    assertThat(kept.find("s", "a", NOON)).isPresent();
    assertThat(kept.find("s", "b", NOON)).isEmpty();
  }

  @Test
  void whenTheCommitFailsEverybodyIsToldSo_nothingIsStored_andTheStateIsForgotten() {
    AtomicBoolean isBroken = new AtomicBoolean();
    HashedLanes lanes =
        store.process(
            LaneSettings.DEFAULT,
            PLAN,
            clock,
            1_000,
            new FailingCommits(store.as(DatabaseRoles.WRITER), isBroken));
    processes.add(lanes);
    hall.opening().forEach(command -> lanes.submit(Hall.by(command)));
    isBroken.set(true);

    assertThatThrownBy(() -> lanes.submit(Hall.by(hall.hold(newHold(), Hall.seat(9, 9)))))
        .isInstanceOf(StoreUnavailable.class);

    isBroken.set(false);
    assertThat(placed()).isEmpty();
    assertThat(lanes.submit(Hall.by(hall.hold(newHold(), Hall.seat(9, 9)))))
        .isInstanceOf(Outcome.Accepted.class);
  }

  @Test
  void aFullLaneRefusesAtOnce() throws Exception {
    HashedLanes lanes = start(new LaneSettings(1, 2, 1), 1_000);
    hall.opening().forEach(command -> lanes.submit(Hall.by(command)));

    List<Object> results =
        parallel(
            100,
            () -> {
              try {
                return lanes.submit(Hall.by(hall.hold(newHold(), Hall.seat(1, 1))));
              } catch (LaneFull full) {
                return full;
              }
            });

    assertThat(results).hasAtLeastOneElementOfType(LaneFull.class);
    assertThat(placed()).hasSize(1);
  }

  @Test
  void anOrderIsPaidAndItsTicketsNumberedWithoutAGap() {
    HashedLanes lanes = open();

    for (int seat = 1; seat <= 5; seat++) {
      sell(lanes, 10, seat);
    }

    assertThat(store.log().read(-1, 1_000))
        .extracting(event -> event.envelope().payload())
        .filteredOn(OrderEvent.OrderCompleted.class::isInstance)
        .extracting(
            event -> ((OrderEvent.OrderCompleted) event).tickets().getFirst().ticketNumber())
        .containsExactly(1, 2, 3, 4, 5);
  }

  private Outcome sell(HashedLanes lanes, int row, int seat) {
    HoldId hold = newHold();
    OrderId order = new OrderId(ids.next());
    lanes.submit(Hall.by(hall.hold(hold, Hall.seat(row, seat))));
    lanes.submit(Hall.by(hall.order(order, hold, Hall.seat(row, seat))));
    return lanes.submit(Hall.by(hall.cash(order, 2_500)));
  }

  private HashedLanes open() {
    return open(1_000);
  }

  private HashedLanes open(int snapshotEvery) {
    HashedLanes lanes = start(LaneSettings.DEFAULT, snapshotEvery);
    hall.opening()
        .forEach(
            command ->
                assertThat(lanes.submit(Hall.by(command))).isInstanceOf(Outcome.Accepted.class));
    return lanes;
  }

  private HashedLanes start() {
    return start(LaneSettings.DEFAULT, 1_000);
  }

  private HashedLanes start(LaneSettings settings, int snapshotEvery) {
    HashedLanes lanes = store.process(settings, PLAN, clock, snapshotEvery);
    processes.add(lanes);
    return lanes;
  }

  private final TimeOrderedIds ids = new TimeOrderedIds(clock);
  private final AtomicInteger seats = new AtomicInteger();

  private HoldId newHold() {
    return new HoldId(ids.next());
  }

  private int nextSeat() {
    return seats.getAndIncrement();
  }

  private List<SeatHoldEvent.HoldPlaced> placed() {
    return store.log().read(-1, 10_000).stream()
        .map(event -> event.envelope().payload())
        .filter(SeatHoldEvent.HoldPlaced.class::isInstance)
        .map(SeatHoldEvent.HoldPlaced.class::cast)
        .toList();
  }

  private List<Object> endsOf(HoldId hold) {
    return store.log().readHold(hold.value()).stream()
        .map(RecordedEvent::envelope)
        .<Object>map(envelope -> envelope.payload())
        .filter(event -> !(event instanceof SeatHoldEvent.HoldPlaced))
        .toList();
  }

  private static <T> List<T> parallel(int times, Callable<T> task) throws Exception {
    List<T> results = new ArrayList<>();
    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<T>> running = new ArrayList<>();
      for (int i = 0; i < times; i++) {
        running.add(executor.submit(task));
      }
      for (Future<T> one : running) {
        results.add(one.get());
      }
    }
    return results;
  }
}

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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.money.Money;
import org.counterfoil.domain.money.PaymentMethod;
import org.counterfoil.domain.order.JointOrderCommand.PartWish;
import org.counterfoil.domain.order.JointOrderCommand.PlaceJointOrder;
import org.counterfoil.domain.order.JointOrderCommand.TakeJointPayment;
import org.counterfoil.domain.order.OrderCommand.TicketWish;
import org.counterfoil.domain.order.OrderEvent.OrderCompleted;
import org.counterfoil.domain.order.OrderEvent.OrderLapsed;
import org.counterfoil.domain.order.PaymentId;
import org.counterfoil.domain.performance.PriceTypeCode;
import org.counterfoil.domain.seathold.HoldId;
import org.counterfoil.domain.seathold.SeatHoldCommand.ReleaseHold;
import org.counterfoil.domain.seathold.SeatHoldRejection;
import org.counterfoil.domain.seathold.TicketId;
import org.counterfoil.domain.seating.SeatId;
import org.counterfoil.domain.seating.SeatingPlans;
import org.counterfoil.eventstore.check.Invariant;
import org.counterfoil.eventstore.check.LogCheck;
import org.counterfoil.eventstore.id.TimeOrderedIds;
import org.counterfoil.eventstore.log.RecordedEvent;
import org.counterfoil.eventstore.time.DrivenClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Orders over two performances whose lanes differ, in one process and in two. */
class JointOrdersTest {

  private static final Instant NOON = Instant.parse("2026-09-01T12:00:00Z");
  private static final SeatingPlans PLAN = Hall.plan(10, 10);
  private static final int ROUNDS = 20;

  private final DrivenClock clock = DrivenClock.standingAt(NOON);
  private final TimeOrderedIds ids = new TimeOrderedIds(clock);
  private final TestStore store = new TestStore();
  private final Hall paris = new Hall(NOON.plus(Duration.ofDays(30)));
  private final Hall lyon = inAnotherLane(paris);
  private final List<HashedLanes> processes = new ArrayList<>();
  private final ExecutorService buyers = Executors.newVirtualThreadPerTaskExecutor();
  private final HashedLanes one = start(Guards.ALL);

  private static Hall inAnotherLane(Hall other) {
    Instant startsAt = NOON.plus(Duration.ofDays(31));
    Hall hall = new Hall(startsAt, other.organisation);
    while (laneOf(hall) == laneOf(other)) {
      Hall.id(); // ids are counted, and lanes chosen by them
      hall = new Hall(startsAt, other.organisation);
    }
    return hall;
  }

  private static int laneOf(Hall hall) {
    return Math.floorMod(hall.performance.value().hashCode(), LaneSettings.DEFAULT.lanes());
  }

  @BeforeEach
  void openTheSale() {
    Stream.of(paris, lyon)
        .flatMap(hall -> hall.opening().stream())
        .forEach(
            command ->
                assertThat(one.submit(Hall.by(command))).isInstanceOf(Outcome.Accepted.class));
  }

  @AfterEach
  void stop() {
    processes.forEach(HashedLanes::stop);
    buyers.close();
  }

  @Test
  void bothPerformancesAreSoldInOneCommit() {
    HoldId here = hold(one, paris, 1);
    HoldId there = hold(one, lyon, 1);
    PlaceJointOrder order = order(part(paris, here), part(lyon, there), seats(1, 1));

    Outcome.Accepted placed = accepted(one.submit(Hall.by(order)));
    Outcome.Accepted paid = accepted(one.submit(Hall.by(cash(order, 5_000))));

    assertThat(placed.events()).hasSize(6);
    assertThat(paid.position()).isEqualTo(store.log().lastPosition());
    assertThat(count(OrderCompleted.class)).isEqualTo(2);
    assertSound();
  }

  /** Each buyer holds the same seats in the two orders of asking, from two processes. */
  @Test
  void ordersOverTheSamePerformancesInOppositeOrderFromTwoProcessesAllEnd() {
    HashedLanes two = start(Guards.ALL);
    List<Future<Outcome>> outcomes = new ArrayList<>();
    for (int round = 1; round <= ROUNDS; round++) {
      PlaceJointOrder forth =
          order(
              part(paris, hold(one, paris, 2 * round)),
              part(lyon, hold(one, lyon, 2 * round)),
              seats(2 * round, 2 * round));
      PlaceJointOrder back =
          order(
              part(lyon, hold(one, lyon, 2 * round - 1)),
              part(paris, hold(one, paris, 2 * round - 1)),
              seats(2 * round - 1, 2 * round - 1));
      outcomes.add(buyers.submit(() -> buy(one, forth)));
      outcomes.add(buyers.submit(() -> buy(two, back)));
    }

    outcomes.forEach(outcome -> accepted(join(outcome)));

    assertThat(count(OrderCompleted.class)).isEqualTo(4 * ROUNDS);
    assertSound();
  }

  @Test
  void ordersInOppositeOrderInOneProcessDoNotWaitForEachOther() {
    List<Future<Outcome>> outcomes = new ArrayList<>();
    for (int round = 1; round <= ROUNDS; round++) {
      int seat = round;
      Hall first = round % 2 == 0 ? paris : lyon;
      Hall second = round % 2 == 0 ? lyon : paris;
      outcomes.add(
          buyers.submit(
              () ->
                  buy(
                      one,
                      order(
                          part(first, hold(one, first, seat)),
                          part(second, hold(one, second, seat)),
                          seats(seat, seat)))));
      outcomes.add(buyers.submit(() -> one.submit(Hall.by(paris.hold(newHold(), seat(60))))));
    }

    long held =
        outcomes.stream()
            .map(JointOrdersTest::join)
            .filter(Outcome.Accepted.class::isInstance)
            .count();

    assertThat(held).as("all joint orders, and one hold of the same seat").isEqualTo(ROUNDS + 1);
    assertSound();
  }

  @Test
  void whereAHoldEndsAsTheOrderIsPlacedNothingIsOrdered() {
    HoldId here = hold(one, paris, 1);
    HoldId there = hold(one, lyon, 1);
    HashedLanes two =
        start(
            Guards.ALL.withRival(
                once(() -> one.submit(Hall.by(new ReleaseHold(lyon.performance, there))))));

    Outcome late = two.submit(Hall.by(order(part(paris, here), part(lyon, there), seats(1, 1))));

    assertThat(late).isInstanceOf(Outcome.Refused.class);
    assertThat(((Outcome.Refused) late).code()).isEqualTo(SeatHoldRejection.HOLD_RELEASED);
    assertThat(accepted(one.submit(Hall.by(new ReleaseHold(paris.performance, here)))).events())
        .as("nothing of the order is left at the other performance")
        .hasSize(1);
    assertSound();
  }

  @Test
  void withoutTheUniqueSequence_aHoldThatHasEndedIsOrdered_andTheCheckSaysSo() {
    store.dropUniqueSequences();
    HoldId here = hold(one, paris, 1);
    HoldId there = hold(one, lyon, 1);
    HashedLanes two =
        start(
            Guards.ALL.withRival(
                once(() -> one.submit(Hall.by(new ReleaseHold(lyon.performance, there))))));

    accepted(two.submit(Hall.by(order(part(paris, here), part(lyon, there), seats(1, 1)))));

    assertThat(LogCheck.of(store.log()).findings())
        .extracting(finding -> finding.invariant())
        .contains(Invariant.HOLD_ENDS_ONCE, Invariant.STREAM_GAPLESS);
  }

  @Test
  void aHoldThatIsGivenBackTakesTheOtherWithIt() {
    HoldId here = hold(one, paris, 1);
    HoldId there = hold(one, lyon, 1);
    PlaceJointOrder order = order(part(paris, here), part(lyon, there), seats(1, 1));
    accepted(one.submit(Hall.by(order)));
    accepted(one.submit(Hall.by(cash(order, 2_000))));

    one.submit(Hall.by(new ReleaseHold(lyon.performance, there)));

    await().atMost(Duration.ofSeconds(5)).until(() -> count(OrderLapsed.class) == 2);
    hold(one, paris, 1);
    assertSound();
  }

  @Test
  void allHoldsOfAnUnpaidOrderEndInOneMoment() {
    HoldId here = hold(one, paris, 1);
    HoldId there = hold(one, lyon, 1);
    accepted(one.submit(Hall.by(order(part(paris, here), part(lyon, there), seats(1, 1)))));

    clock.advance(Duration.ofMinutes(8));

    await().atMost(Duration.ofSeconds(5)).until(() -> count(OrderLapsed.class) == 2);
    assertSound();
  }

  /** Whatever was stored of an order that could not be is found by whoever comes after. */
  @Test
  void whereTheStoreIsAwayNothingOfTheOrderIs() {
    HoldId here = hold(one, paris, 1);
    HoldId there = hold(one, lyon, 1);
    HashedLanes failing =
        start(
            Guards.ALL.withRival(
                once(
                    () -> {
                      throw new IllegalStateException("the disk is full");
                    })));
    PlaceJointOrder order = order(part(paris, here), part(lyon, there), seats(1, 1));

    assertThatThrownBy(() -> failing.submit(Hall.by(order))).isInstanceOf(StoreUnavailable.class);

    assertSound();
    accepted(failing.submit(Hall.by(order)));
    assertSound();
  }

  @Test
  void aLaneThatDoesNotComeInTimeIsNotWaitedForForEver() throws Exception {
    Meeting meeting = new Meeting(2);
    Future<?> guest = buyers.submit(meeting::attend);

    assertThat(meeting.begin(Duration.ofMillis(50))).isFalse();
    assertThatThrownBy(() -> guest.get(50, TimeUnit.MILLISECONDS))
        .as("stands still until the host gives up")
        .isInstanceOf(TimeoutException.class);
    meeting.end();
    guest.get(5, TimeUnit.SECONDS);
    buyers.submit(meeting::attend).get(5, TimeUnit.SECONDS);
  }

  @Test
  void theHostWaitsForEverybody() throws Exception {
    Meeting meeting = new Meeting(1);
    Future<Boolean> host = buyers.submit(() -> meeting.begin(Duration.ofSeconds(5)));
    assertThatThrownBy(() -> host.get(50, TimeUnit.MILLISECONDS))
        .isInstanceOf(TimeoutException.class);

    Future<?> guest = buyers.submit(meeting::attend);

    assertThat(host.get(5, TimeUnit.SECONDS)).isTrue();
    meeting.end();
    guest.get(5, TimeUnit.SECONDS);
  }

  private Outcome buy(HashedLanes process, PlaceJointOrder order) {
    Outcome placed = process.submit(Hall.by(order));
    return placed instanceof Outcome.Accepted
        ? process.submit(Hall.by(cash(order, 5_000)))
        : placed;
  }

  private static Outcome join(Future<Outcome> outcome) {
    try {
      return outcome.get(60, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException failed) {
      throw new IllegalStateException(failed);
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  private static Outcome.Accepted accepted(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
    return (Outcome.Accepted) outcome;
  }

  private void assertSound() {
    assertThat(LogCheck.of(store.log()).findings()).isEmpty();
  }

  private long count(Class<? extends Event> type) {
    long found = 0;
    long position = -1;
    List<RecordedEvent> page = store.log().read(position, 1_000);
    while (!page.isEmpty()) {
      found += page.stream().filter(one -> type.isInstance(one.envelope().payload())).count();
      page = store.log().read(page.getLast().position(), 1_000);
    }
    return found;
  }

  private HoldId newHold() {
    return new HoldId(ids.next());
  }

  private HoldId hold(HashedLanes process, Hall hall, int seat) {
    HoldId hold = newHold();
    accepted(process.submit(Hall.by(hall.hold(hold, seat(seat)))));
    return hold;
  }

  private static SeatId seat(int number) {
    return Hall.seat((number - 1) / 10 + 1, (number - 1) % 10 + 1);
  }

  private PartWish part(Hall hall, HoldId hold) {
    return new PartWish(
        new OrderId(ids.next()), hall.performance, List.of(hold), List.of(), Hall.BUYER);
  }

  private PlaceJointOrder order(PartWish first, PartWish second, List<TicketWish> tickets) {
    return new PlaceJointOrder(List.of(first, second), tickets);
  }

  private static List<TicketWish> seats(int... numbers) {
    List<TicketWish> wishes = new ArrayList<>();
    for (int number : numbers) {
      wishes.add(
          new TicketWish(
              new TicketId(Hall.id()), seat(number), null, new PriceTypeCode("FULL"), null));
    }
    return wishes;
  }

  private static TakeJointPayment cash(PlaceJointOrder order, long minor) {
    return new TakeJointPayment(
        order.parts(),
        new PaymentId(Hall.id()),
        PaymentMethod.CASH,
        null,
        new Money(minor, Hall.EUR));
  }

  private static Runnable once(Runnable action) {
    AtomicInteger times = new AtomicInteger();
    return () -> {
      if (times.getAndIncrement() == 0) {
        action.run();
      }
    };
  }

  private HashedLanes start(Guards guards) {
    HashedLanes process = store.process(PLAN, clock, guards);
    processes.add(process);
    return process;
  }
}

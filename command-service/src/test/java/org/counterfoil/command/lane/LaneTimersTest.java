package org.counterfoil.command.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.seathold.HoldId;
import org.counterfoil.domain.seathold.SeatHoldCommand.ExpireHolds;
import org.counterfoil.domain.seathold.SeatHoldCommand.ReleaseHold;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldExpired;
import org.counterfoil.domain.seating.SeatingPlans;
import org.counterfoil.eventstore.codec.EventCodec;
import org.counterfoil.eventstore.id.TimeOrderedIds;
import org.counterfoil.eventstore.schema.DatabaseRoles;
import org.counterfoil.eventstore.time.DrivenClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a lane does by itself: again where the store failed, and after a restart. */
class LaneTimersTest {

  private static final Instant NOON = Instant.parse("2026-09-01T12:00:00Z");
  private static final SeatingPlans PLAN = Hall.plan(20, 50);
  private static final Duration LIFE = Duration.ofMinutes(8);

  private final DrivenClock clock = DrivenClock.standingAt(NOON);
  private final TimeOrderedIds ids = new TimeOrderedIds(clock);
  private final TestStore store = new TestStore();
  private final Hall hall = new Hall(NOON.plus(Duration.ofDays(30)));
  private final AtomicBoolean isBroken = new AtomicBoolean();
  private final List<HashedLanes> processes = new ArrayList<>();
  private final FailingCommits commits =
      new FailingCommits(store.as(DatabaseRoles.WRITER), isBroken);
  private final JdbcClient jdbc = JdbcClient.create(store.as(DatabaseRoles.WRITER));
  private final LiveHolds liveHolds = new LiveHolds(jdbc, EventCodec.domain());

  @AfterEach
  void stop() {
    processes.forEach(HashedLanes::stop);
  }

  @Test
  void anEndThatCouldNotBeStoredIsStoredShortlyAfter() {
    HashedLanes lanes = open(Duration.ofMillis(50));
    HoldId hold = place(lanes, 1);

    failOnceWhenOver(hold);

    await().atMost(Duration.ofSeconds(5)).until(() -> isExpired(hold));
  }

  @Test
  void withoutASecondAttemptItWouldStayUnrecorded() {
    HashedLanes lanes = open(Duration.ofDays(365));
    HoldId hold = place(lanes, 1);

    failOnceWhenOver(hold);

    place(lanes, 2); // the lane has passed the moment, and had every occasion
    assertThat(isExpired(hold)).isFalse();
  }

  @Test
  void theNextStartLooksOnlyWhereHoldsMayBeAlive() {
    HashedLanes lanes = open(Duration.ofMillis(50));
    HoldId ended = place(lanes, 1);
    HoldId live = place(lanes, 2);
    HoldId endedToo = place(lanes, 3);
    release(lanes, ended);
    release(lanes, endedToo);

    liveHolds.moveOn();

    assertThat(endedBefore()).isEqualTo(positionOf(live));
    assertThat(found()).containsExactly(NOON.plus(LIFE));
    release(lanes, live);
    liveHolds.moveOn();
    assertThat(endedBefore()).isEqualTo(store.log().lastPosition() + 1);
    assertThat(found()).isEmpty();
  }

  @Test
  void aHoldOlderThanTheNoteIsFoundByNobody_soTheNoteMustNeverPassALiveOne() {
    HashedLanes lanes = open(Duration.ofMillis(50));
    place(lanes, 1);

    jdbc.sql("insert into log.holds_ended (ended_before) values (1000000)").update();

    assertThat(found()).as("with a note that lies").isEmpty();
    liveHolds.moveOn();
    assertThat(endedBefore()).as("it never moves back").isEqualTo(1_000_000);
  }

  @Test
  void aTimeWithinAMicrosecondIsWaitedFor_becauseCommandsAreStampedInWholeOnes() {
    LaneTimers timers = new LaneTimers(Duration.ofSeconds(1));
    Instant odd = NOON.plusNanos(1_500);
    ExpireHolds command = new ExpireHolds(hall.performance);

    timers.set(new Reminder(odd, command));

    assertThat(timers.due(odd)).isEmpty();
    assertThat(timers.due(NOON.plusNanos(2_000))).containsExactly(command);
  }

  private void failOnceWhenOver(HoldId hold) {
    isBroken.set(true);
    int before = commits.failures();
    clock.advance(LIFE);
    await().atMost(Duration.ofSeconds(5)).until(() -> commits.failures() > before);
    assertThat(isExpired(hold)).isFalse();
    isBroken.set(false);
    clock.advance(Duration.ofSeconds(1));
  }

  private HashedLanes open(Duration retry) {
    HashedLanes lanes = store.process(LaneSettings.DEFAULT, PLAN, clock, 1_000, commits, retry);
    processes.add(lanes);
    hall.opening().forEach(command -> lanes.submit(Hall.by(command)));
    return lanes;
  }

  private HoldId place(HashedLanes lanes, int seat) {
    HoldId hold = new HoldId(ids.next());
    assertThat(lanes.submit(Hall.by(hall.hold(hold, Hall.seat(1, seat)))))
        .isInstanceOf(Outcome.Accepted.class);
    return hold;
  }

  private void release(HashedLanes lanes, HoldId hold) {
    lanes.submit(Hall.by(new ReleaseHold(hall.performance, hold)));
  }

  private boolean isExpired(HoldId hold) {
    Event last = store.log().readHold(hold.value()).getLast().envelope().payload();
    return last instanceof HoldExpired;
  }

  private List<Instant> found() {
    List<Instant> found = new ArrayList<>();
    liveHolds.forEach(reminder -> found.add(reminder.at()));
    return found;
  }

  private long positionOf(HoldId hold) {
    return store.log().readHold(hold.value()).getFirst().position();
  }

  private long endedBefore() {
    return jdbc.sql("select ended_before from log.holds_ended").query(Long.class).single();
  }
}

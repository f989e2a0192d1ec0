package org.counterfoil.command.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.counterfoil.domain.seathold.HoldId;
import org.counterfoil.domain.seathold.SeatHoldRejection;
import org.counterfoil.domain.seating.SeatingPlans;
import org.counterfoil.eventstore.id.TimeOrderedIds;
import org.counterfoil.eventstore.schema.DatabaseRoles;
import org.counterfoil.eventstore.time.DrivenClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** No snapshot of what never happened: it is saved only when its batch is stored. */
class SnapshotAfterStoringTest {

  private static final Instant NOON = Instant.parse("2026-09-01T12:00:00Z");
  private static final SeatingPlans PLAN = Hall.plan(1, 10);

  private final DrivenClock clock = DrivenClock.standingAt(NOON);
  private final TimeOrderedIds ids = new TimeOrderedIds(clock);
  private final TestStore store = new TestStore();
  private final Hall hall = new Hall(NOON.plus(Duration.ofDays(30)));
  private final AtomicBoolean isBroken = new AtomicBoolean();
  private final List<HashedLanes> processes = new ArrayList<>();

  @AfterEach
  void stop() {
    processes.forEach(HashedLanes::stop);
  }

  @Test
  void whatCouldNotBeStoredIsNotInASnapshotEither() {
    holdInVain(Guards.ALL);

    await()
        .during(Duration.ofMillis(500))
        .atMost(Duration.ofSeconds(5))
        .until(() -> snapshotSequence() == lastSequence());
    isBroken.set(false);
    assertThat(hold(processes.getFirst(), 2)).isInstanceOf(Outcome.Accepted.class);
    assertThat(hold(start(Guards.ALL), 1)).isInstanceOf(Outcome.Accepted.class);
  }

  @Test
  void withSnapshotsThatAreSavedAsSoonAsTheyAreTaken_aHoldThatNeverWasKeepsItsSeat() {
    holdInVain(Guards.ALL.withHastySnapshots());

    await().atMost(Duration.ofSeconds(10)).until(() -> snapshotSequence() > lastSequence());
    isBroken.set(false);
    assertThat(hold(processes.getFirst(), 2)).isInstanceOf(Outcome.Accepted.class);
    assertThat(hold(start(Guards.ALL), 1))
        .extracting(outcome -> ((Outcome.Refused) outcome).code())
        .isEqualTo(SeatHoldRejection.SEAT_ALREADY_HELD);
  }

  /** Every event is worth a snapshot, and the commit of the last one fails. */
  private void holdInVain(Guards guards) {
    HashedLanes one = start(guards);
    hall.opening().forEach(command -> one.submit(Hall.by(command)));
    await().atMost(Duration.ofSeconds(10)).until(() -> snapshotSequence() == lastSequence());
    isBroken.set(true);
    assertThatThrownBy(() -> hold(one, 1)).isInstanceOf(StoreUnavailable.class);
  }

  private HashedLanes start(Guards guards) {
    HashedLanes process =
        store.process(
            LaneSettings.DEFAULT,
            PLAN,
            clock,
            1,
            new FailingCommits(store.as(DatabaseRoles.WRITER), isBroken),
            Duration.ofMillis(50),
            guards);
    processes.add(process);
    return process;
  }

  private Outcome hold(HashedLanes process, int seat) {
    return process.submit(Hall.by(hall.hold(new HoldId(ids.next()), Hall.seat(1, seat))));
  }

  private long snapshotSequence() {
    return number("select coalesce(max(sequence), -1) from log.snapshot where stream_id = ?");
  }

  private long lastSequence() {
    return number("select max(sequence) from log.event where stream_id = ?");
  }

  private long number(String question) {
    return JdbcClient.create(store.as(DatabaseRoles.WRITER))
        .sql(question)
        .param(hall.performance.value())
        .query(Long.class)
        .single();
  }
}

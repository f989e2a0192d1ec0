package org.counterfoil.eventstore.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.counterfoil.eventstore.TestEvents.extended;
import static org.counterfoil.eventstore.TestEvents.id;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.counterfoil.domain.Event;
import org.counterfoil.eventstore.TestStore;
import org.counterfoil.eventstore.snapshot.SnapshotCodec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Loading an aggregate through Axon's repository, with and without a snapshot. */
class SnapshotLoadingTest {

  private static final int EVENTS = 10;
  private static final int STATE_VERSION = 3;

  private final UUID stream = id();
  private final Hall.Snapshots codec = new Hall.Snapshots(STATE_VERSION);
  private TestStore store;

  @BeforeEach
  void appendEvents() throws SQLException {
    store = new TestStore();
    store
        .transactions()
        .executeWithoutResult(s -> store.engine().appendEvents(extended(stream, 0, EVENTS)));
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void withoutASnapshotEveryEventIsApplied() {
    assertThat(load(codec))
        .extracting(hall -> hall.count, hall -> hall.appliedHere)
        .containsExactly(EVENTS, EVENTS);
  }

  @Test
  void withASnapshotOnlyLaterEventsAre() {
    saveAt(6, STATE_VERSION);

    assertThat(load(codec))
        .extracting(hall -> hall.count, hall -> hall.appliedHere)
        .containsExactly(EVENTS, 3);
  }

  @Test
  void aSnapshotAtTheLastEventNeedsNoMore() {
    saveAt(EVENTS - 1, STATE_VERSION);

    assertThat(load(codec))
        .extracting(hall -> hall.count, hall -> hall.appliedHere)
        .containsExactly(EVENTS, 0);
  }

  @Test
  void aSnapshotOfAnotherStateVersionIsIgnored() {
    saveAt(6, STATE_VERSION - 1);
    saveAt(7, STATE_VERSION + 1);

    assertThat(load(codec).appliedHere).isEqualTo(EVENTS);
  }

  @Test
  void aSnapshotAheadOfTheLogIsIgnored() {
    saveAt(EVENTS, STATE_VERSION);

    assertThat(load(codec).appliedHere).isEqualTo(EVENTS);
  }

  @Test
  void anOlderSnapshotDoesNotReplaceANewerOne() {
    saveAt(6, STATE_VERSION);
    saveAt(2, STATE_VERSION);

    assertThat(load(codec).appliedHere).isEqualTo(3);
  }

  @Test
  void streamsWithoutACodecHaveNoSnapshots() {
    saveAt(6, STATE_VERSION);

    assertThat(load().appliedHere).isEqualTo(EVENTS);
  }

  @Test
  void axonsOwnSnapshotsAreRefused() {
    DomainEventMessage<Event> snapshot = extended(stream, 1);

    assertThatThrownBy(() -> store.engine().storeSnapshot(snapshot))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  /** The state after the event of this sequence. */
  private void saveAt(int sequence, int stateVersion) {
    Hall hall = new Hall();
    hall.id = stream.toString();
    hall.count = sequence + 1;
    store.snapshots().save(stream, sequence, stateVersion, codec.copy(hall).get());
  }

  private Hall load(SnapshotCodec<?>... codecs) {
    PostgresEventStorageEngine engine =
        new PostgresEventStorageEngine(
            store.writer(), store.codec(), store.snapshots(), List.of(codecs));
    EmbeddedEventStore events = EmbeddedEventStore.builder().storageEngine(engine).build();
    EventSourcingRepository<Hall> repository =
        EventSourcingRepository.builder(Hall.class).eventStore(events).build();
    UnitOfWork<EventMessage<?>> unitOfWork =
        DefaultUnitOfWork.startAndGet(GenericEventMessage.asEventMessage("load"));
    try {
      return repository.load(stream.toString()).invoke(hall -> hall);
    } finally {
      unitOfWork.rollback();
      events.shutDown();
    }
  }
}

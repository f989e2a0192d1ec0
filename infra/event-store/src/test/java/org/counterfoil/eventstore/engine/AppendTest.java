package org.counterfoil.eventstore.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterfoil.eventstore.TestEvents.extended;
import static org.counterfoil.eventstore.TestEvents.hold;
import static org.counterfoil.eventstore.TestEvents.id;
import static org.counterfoil.eventstore.TestEvents.message;
import static org.counterfoil.eventstore.TestEvents.metaData;

import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.counterfoil.domain.Event;
import org.counterfoil.eventstore.TestEvents;
import org.counterfoil.eventstore.TestStore;
import org.counterfoil.eventstore.codec.Envelope;
import org.counterfoil.eventstore.log.RecordedEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AppendTest {

  private TestStore store;
  private PostgresEventStorageEngine engine;

  @BeforeEach
  void create() throws SQLException {
    store = new TestStore();
    engine = store.engine();
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void whatIsAppendedIsReadWithAllThatIsKnownAboutIt() {
    UUID stream = id();
    DomainEventMessage<Event> event = extended(stream, 0);

    append(event);

    RecordedEvent read = store.log().read(-1, 10).getFirst();
    assertThat(read.position()).isZero();
    assertThat(read.envelope())
        .isEqualTo(
            new Envelope(
                UUID.fromString(event.getIdentifier()),
                stream,
                "performance",
                0,
                "seat-hold.extended",
                1,
                TestEvents.NOW,
                TestEvents.ORGANISATION,
                TestEvents.ACTOR,
                TestEvents.CAUSE,
                event.getPayload()));
    assertThat(read.entry()).isEqualTo(store.codec().encode(read.envelope()));
  }

  @Test
  void theColumnsRepeatWhatStandsInTheEntry() {
    UUID stream = id();
    Event event = hold(stream);
    append(message(stream, 0, event));

    Map<String, Object> row =
        store
            .sql()
            .sql(
                "select *, recorded_at = timestamptz '2026-11-20T09:30:00.123456Z' as is_then"
                    + " from log.event")
            .query()
            .singleRow();

    assertThat(row)
        .containsEntry("position", 0L)
        .containsEntry("stream_id", stream)
        .containsEntry("stream_type", "performance")
        .containsEntry("sequence", 0L)
        .containsEntry("name", "seat-hold.extended")
        .containsEntry("revision", 1)
        .containsEntry("organisation_id", TestEvents.ORGANISATION.value())
        .containsEntry("is_then", true);
    assertThat(store.log().readHold((UUID) row.get("hold_id")))
        .extracting(found -> found.envelope().payload())
        .containsExactly(event);
  }

  @Test
  void withoutATimeOfItsOwnTheMessagesTimeIsRecorded() {
    UUID stream = id();
    Map<String, Object> metaData = new HashMap<>(metaData());
    metaData.remove(EventMetaData.TIME);
    metaData.remove(EventMetaData.ORGANISATION);
    append(
        new GenericDomainEventMessage<>(
            "performance",
            stream.toString(),
            0,
            hold(stream),
            metaData,
            id().toString(),
            Instant.parse("2026-11-20T09:30:00.123456789Z")));

    Envelope read = store.log().first(stream).orElseThrow().envelope();
    assertThat(read.recordedAt()).isEqualTo(TestEvents.NOW);
    assertThat(read.organisation()).isNull();
  }

  @Test
  void aTransactionThatIsRolledBackLeavesNoGap() {
    append(extended(id(), 0));
    store
        .transactions()
        .executeWithoutResult(
            status -> {
              engine.appendEvents(extended(id(), 0, 3));
              status.setRollbackOnly();
            });
    append(extended(id(), 0));

    assertThat(store.log().read(-1, 10))
        .extracting(RecordedEvent::position)
        .containsExactly(0L, 1L);
  }

  @Test
  void theRootUnitOfWorkLearnsThePositions() {
    append(extended(id(), 0));
    UnitOfWork<EventMessage<?>> root =
        DefaultUnitOfWork.startAndGet(GenericEventMessage.asEventMessage("command"));
    UnitOfWork<EventMessage<?>> nested =
        DefaultUnitOfWork.startAndGet(GenericEventMessage.asEventMessage("nested command"));
    try {
      append(extended(id(), 0), extended(id(), 0));
      assertThat(AppendedPositions.of(nested)).isEqualTo(new AppendedPositions(1, 2));
      append(extended(id(), 0));
      assertThat(AppendedPositions.of(root)).isEqualTo(new AppendedPositions(1, 3));
    } finally {
      nested.rollback();
      root.rollback();
    }
    assertThat(CurrentUnitOfWork.isStarted()).isFalse();
  }

  private void append(EventMessage<?>... events) {
    store.transactions().executeWithoutResult(status -> engine.appendEvents(List.of(events)));
  }
}

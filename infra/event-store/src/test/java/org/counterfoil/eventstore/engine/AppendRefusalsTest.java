package org.counterfoil.eventstore.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.counterfoil.eventstore.TestEvents.extended;
import static org.counterfoil.eventstore.TestEvents.hold;
import static org.counterfoil.eventstore.TestEvents.id;
import static org.counterfoil.eventstore.TestEvents.message;
import static org.counterfoil.eventstore.TestEvents.metaData;

import java.sql.SQLException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.performance.SalesChannel;
import org.counterfoil.domain.seathold.HeldSeat;
import org.counterfoil.domain.seathold.HoldId;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldPlaced;
import org.counterfoil.domain.seating.SeatId;
import org.counterfoil.domain.seating.ZoneName;
import org.counterfoil.eventstore.TestEvents;
import org.counterfoil.eventstore.TestStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is not appended, and leaves nothing behind. */
class AppendRefusalsTest {

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
  void nothingIsAppendedWithoutATransaction() {
    assertThatThrownBy(() -> engine.appendEvents(List.of(extended(id(), 0))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Expected a transaction");
    assertThat(store.log().lastPosition()).isEqualTo(-1);
  }

  @Test
  void nothingIsAppendedWithoutActorOrCause() {
    for (String key : List.of(EventMetaData.ACTOR, EventMetaData.CAUSE)) {
      Map<String, Object> metaData = new HashMap<>(metaData());
      metaData.remove(key);
      UUID stream = id();

      assertThatThrownBy(() -> append(message(stream, 0, hold(stream), metaData)))
          .isInstanceOf(EventStoreException.class)
          .hasMessageContaining(key);
    }
    assertThat(store.log().lastPosition()).isEqualTo(-1);
  }

  @Test
  void anEventOutsideAStreamIsRefused() {
    assertThatThrownBy(() -> append(new GenericEventMessage<>(hold(id()), metaData())))
        .isInstanceOf(EventStoreException.class);
  }

  @Test
  void anEventThatIsTooLongIsRefusedByName() {
    UUID stream = id();
    List<HeldSeat> seats =
        Collections.nCopies(
            10_000, new HeldSeat(1, new SeatId("ORCH-A-12"), new ZoneName("STALLS")));
    Event tooLong =
        new HoldPlaced(
            new PerformanceId(stream),
            new HoldId(id()),
            seats,
            List.of(),
            TestEvents.NOW,
            1,
            new SalesChannel("WEB"),
            false,
            null,
            null,
            null);

    assertThatThrownBy(() -> append(message(stream, 0, tooLong)))
        .hasMessageContaining("at most 262144 bytes, but seat-hold.placed");
  }

  @Test
  void aSecondWriterOfTheSameSequenceIsRefusedAndLeavesNothing() {
    UUID stream = id();
    append(extended(stream, 0));

    assertThatThrownBy(() -> append(extended(id(), 0), extended(stream, 0)))
        .isInstanceOf(ConcurrencyException.class)
        .hasMessageContaining(stream.toString())
        .hasMessageContaining(", 0)");
    assertThat(store.log().lastPosition()).isZero();
  }

  private void append(EventMessage<?>... events) {
    store.transactions().executeWithoutResult(status -> engine.appendEvents(List.of(events)));
  }
}

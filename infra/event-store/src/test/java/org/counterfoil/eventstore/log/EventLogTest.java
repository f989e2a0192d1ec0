package org.counterfoil.eventstore.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.counterfoil.eventstore.TestEvents.extended;
import static org.counterfoil.eventstore.TestEvents.id;
import static org.counterfoil.eventstore.TestEvents.message;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.access.AccessEvent.SessionEnded;
import org.counterfoil.domain.access.LoginLinkId;
import org.counterfoil.domain.seathold.SeatHoldEvent;
import org.counterfoil.eventstore.TestStore;
import org.counterfoil.eventstore.codec.UnknownEventName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventLogTest {

  private TestStore store;
  private EventLog log;

  @BeforeEach
  void create() throws SQLException {
    store = new TestStore();
    log = store.log();
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void anEmptyLogHasNothing() {
    assertThat(log.lastPosition()).isEqualTo(-1);
    assertThat(log.read(-1, 10)).isEmpty();
    assertThat(log.lastPositionOf(id())).isEqualTo(-1);
    assertThat(log.lastSequenceOf(id())).isEqualTo(-1);
    assertThat(log.first(id())).isEmpty();
  }

  @Test
  void readsAfterAPositionAndByStream() {
    UUID one = id();
    UUID two = id();
    append(extended(one, 0), extended(two, 0), extended(one, 1));

    assertThat(log.lastPosition()).isEqualTo(2);
    assertThat(log.read(-1, 2)).extracting(RecordedEvent::position).containsExactly(0L, 1L);
    assertThat(log.read(1, 2)).extracting(RecordedEvent::position).containsExactly(2L);
    assertThat(log.read(2, 2)).isEmpty();
    assertThat(log.readStream(one)).extracting(RecordedEvent::position).containsExactly(0L, 2L);
    assertThat(log.first(one).orElseThrow().position()).isZero();
    assertThat(log.lastPositionOf(one)).isEqualTo(2);
    assertThat(log.lastPositionOf(two)).isEqualTo(1);
    assertThat(log.lastSequenceOf(one)).isEqualTo(1);
  }

  @Test
  void readsOneHoldOutOfItsPerformance() {
    DomainEventMessage<Event> mine = extended(id(), 0);
    append(extended(id(), 0), mine, extended(id(), 0));

    assertThat(log.readHold(((SeatHoldEvent) mine.getPayload()).holdId().value()))
        .extracting(RecordedEvent::position)
        .containsExactly(1L);
  }

  @Test
  void readsAccessEventsAlone() {
    append(extended(id(), 0), ended(), extended(id(), 0), ended(), ended());

    assertThat(log.readAccessEvents(1, 2))
        .extracting(RecordedEvent::position)
        .containsExactly(3L, 4L);
    assertThat(plan("where name like 'access.%' and position > 1 order by position limit 2"))
        .contains("event_access");
  }

  @Test
  void aMissingPositionStopsTheReader() {
    append(extended(id(), 0), extended(id(), 0), extended(id(), 0));
    store.allowDamage();
    store.sql().sql("delete from log.event where position = 1").update();

    assertThatThrownBy(() -> log.read(-1, 10))
        .isInstanceOf(LogGap.class)
        .hasMessage("Expected position 1 next, but the log goes on at 2");
    assertThatThrownBy(() -> log.read(0, 10)).isInstanceOf(LogGap.class);
    assertThat(log.read(1, 10)).hasSize(1);
  }

  @Test
  void anUnknownNameStopsTheReaderAndSaysWhere() {
    append(extended(id(), 0));
    RecordedEvent known = log.read(-1, 1).getFirst();
    String future =
        new String(known.entry(), StandardCharsets.UTF_8)
            .replace("seat-hold.extended", "seat-hold.blessed");
    store
        .sql()
        .sql(
            "insert into log.event (position, stream_id, stream_type, sequence, event_id, name,"
                + " revision, recorded_at, entry)"
                + " values (1, ?, 'performance', 1, ?, 'seat-hold.blessed', 1, now(), ?)")
        .param(known.envelope().streamId())
        .param(id())
        .param(future.getBytes(StandardCharsets.UTF_8))
        .update();

    assertThatThrownBy(() -> log.read(-1, 10))
        .isInstanceOf(UnknownEventName.class)
        .hasMessageContaining("seat-hold.blessed")
        .hasMessageEndingWith("at position 1");
    assertThatThrownBy(() -> log.readStream(known.envelope().streamId()))
        .isInstanceOf(UnknownEventName.class);
    assertThat(log.read(-1, 1)).hasSize(1);
  }

  private static DomainEventMessage<Event> ended() {
    return message(id(), 0, new SessionEnded(new LoginLinkId(id())));
  }

  private void append(EventMessage<?>... events) {
    store
        .transactions()
        .executeWithoutResult(status -> store.engine().appendEvents(List.of(events)));
  }

  private String plan(String condition) {
    return String.join(
        "\n",
        store
            .sql()
            .sql("explain select position, entry from log.event " + condition)
            .query(String.class)
            .list());
  }
}

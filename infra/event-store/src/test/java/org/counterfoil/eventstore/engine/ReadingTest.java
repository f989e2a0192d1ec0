package org.counterfoil.eventstore.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.counterfoil.eventstore.TestEvents.extended;
import static org.counterfoil.eventstore.TestEvents.id;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.counterfoil.domain.Event;
import org.counterfoil.eventstore.TestEvents;
import org.counterfoil.eventstore.TestStore;
import org.counterfoil.eventstore.log.LogGap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Axon reads from the engine. */
class ReadingTest {

  private static final int MORE_THAN_TWO_PAGES = 2_345;

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
  void aStreamIsReadAsItWasPublished() {
    UUID stream = id();
    List<DomainEventMessage<Event>> events = extended(stream, 0, 2);
    append(events);

    DomainEventStream read = engine.readEvents(stream.toString());
    assertThat(read.getLastSequenceNumber()).isNull();
    assertThat(read.peek().getSequenceNumber()).isZero();
    DomainEventMessage<?> first = read.next();

    assertThat(first.getPayload()).isEqualTo(events.getFirst().getPayload());
    assertThat(first.getMetaData()).isEqualTo(events.getFirst().getMetaData());
    assertThat(first.getIdentifier()).isEqualTo(events.getFirst().getIdentifier());
    assertThat(first.getTimestamp()).isEqualTo(TestEvents.NOW);
    assertThat(first.getType()).isEqualTo("performance");
    assertThat(first.getAggregateIdentifier()).isEqualTo(stream.toString());
    assertThat(read.next().getSequenceNumber()).isEqualTo(1);
    assertThat(read.getLastSequenceNumber()).isEqualTo(1);
    assertThat(read.hasNext()).isFalse();
    assertThatThrownBy(read::next).isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void aLongStreamIsReadInPagesFromAnySequence() {
    UUID stream = id();
    append(extended(stream, 0, MORE_THAN_TWO_PAGES));

    List<Long> sequences = new ArrayList<>();
    engine
        .readEvents(stream.toString(), 17)
        .forEachRemaining(event -> sequences.add(event.getSequenceNumber()));

    assertThat(sequences).hasSize(MORE_THAN_TWO_PAGES - 17).isSorted().startsWith(17L);
    assertThat(engine.lastSequenceNumberFor(stream.toString())).contains(MORE_THAN_TWO_PAGES - 1L);
    assertThat(engine.lastSequenceNumberFor(id().toString())).isEmpty();
  }

  @Test
  void aGapInAStreamStopsTheReader() {
    UUID stream = id();
    append(extended(stream, 0, 3));
    store.allowDamage();
    store.sql().sql("delete from log.event where sequence = 1").update();

    assertThatThrownBy(() -> engine.readEvents(stream.toString()))
        .isInstanceOf(LogGap.class)
        .hasMessageContaining(stream.toString());
    assertThatThrownBy(() -> engine.readEvents(null, false).toList())
        .isInstanceOf(LogGap.class)
        .hasMessage("Expected position 1 next, but the log goes on at 2");
  }

  @Test
  void trackingReadersGoOnWhereTheirTokenStands() {
    append(extended(id(), 0, 3));

    List<? extends TrackedEventMessage<?>> behind =
        engine.readEvents(new GlobalSequenceTrackingToken(0), false).limit(2).toList();

    assertThat(behind)
        .extracting(event -> event.trackingToken().position().orElseThrow())
        .containsExactly(1L, 2L);
    assertThat(
            engine.readEvents(
                ReplayToken.createReplayToken(behind.getFirst().trackingToken()), false))
        .as("a replay begins at the beginning")
        .hasSize(3);
    assertThatThrownBy(
            () -> engine.readEvents(GapAwareTrackingToken.newInstance(1, List.of()), false))
        .hasMessageContaining("Expected a GlobalSequenceTrackingToken");
  }

  @Test
  void aTrackingReaderThatReachedTheEndSeesWhatComesLater() {
    Iterator<? extends TrackedEventMessage<?>> reader = engine.readEvents(null, true).iterator();
    assertThat(reader.hasNext()).isFalse();

    append(extended(id(), 0, 1));

    assertThat(reader.hasNext()).isTrue();
    assertThat(reader.next().trackingToken()).isEqualTo(new GlobalSequenceTrackingToken(0));
  }

  @Test
  void tokensStandAtTheTailTheHeadAndATime() {
    assertThat(engine.createHeadToken()).isEqualTo(engine.createTailToken());
    append(extended(id(), 0, 3));

    assertThat(engine.createTailToken().position()).hasValue(-1);
    assertThat(engine.createHeadToken().position()).hasValue(2);
    assertThat(engine.createTokenAt(TestEvents.NOW).position()).hasValue(-1);
    assertThat(engine.createTokenAt(TestEvents.NOW.plusMillis(1)).position()).hasValue(2);
  }

  private void append(List<? extends EventMessage<?>> events) {
    store.transactions().executeWithoutResult(status -> engine.appendEvents(events));
  }
}

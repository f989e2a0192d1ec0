package org.counterfoil.eventstore.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.counterfoil.eventstore.codec.EventCodec;
import org.counterfoil.eventstore.log.EventLog;
import org.counterfoil.eventstore.snapshot.SnapshotCodec;
import org.counterfoil.eventstore.snapshot.SnapshotStore;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Axon's storage engine on {@code log.event}: positions are dense and in the order of commits, so
 * that a reader who has seen position n has seen all before it.
 *
 * <p>Aggregate identifiers are UUID strings, an aggregate's type is its stream type, payloads are
 * the domain's own events. Metadata: {@link EventMetaData}. It appends in the caller's Spring
 * transaction (READ COMMITTED) and refuses to without one. What was appended where: {@link
 * AppendedPositions}.
 */
public final class PostgresEventStorageEngine implements EventStorageEngine {

  private final DataSource dataSource;
  private final EventCodec codec;
  private final AxonEvents messages;
  private final EventLog log;
  private final Snapshots snapshots;
  private final AppendLock lock;

  /**
   * @param writer logs in as {@link org.counterfoil.eventstore.schema.DatabaseRoles#WRITER}; the
   *     one that the transaction manager manages
   * @param snapshotCodecs one per stream type that has snapshots
   */
  public PostgresEventStorageEngine(
      DataSource writer,
      EventCodec codec,
      SnapshotStore snapshotStore,
      List<SnapshotCodec<?>> snapshotCodecs) {
    this(writer, codec, snapshotStore, snapshotCodecs, AppendLock.advisory());
  }

  PostgresEventStorageEngine(
      DataSource writer,
      EventCodec codec,
      SnapshotStore snapshotStore,
      List<SnapshotCodec<?>> snapshotCodecs,
      AppendLock lock) {
    this.dataSource = writer;
    this.codec = codec;
    this.messages = new AxonEvents(codec.catalogue());
    this.log = new EventLog(writer, codec);
    this.snapshots = new Snapshots(snapshotStore, snapshotCodecs);
    this.lock = lock;
  }

  /**
   * Appends, all or none, at the positions after the last one; or stages, where the unit of work
   * asked for {@link StagedEvents}.
   *
   * @throws org.axonframework.modelling.command.ConcurrencyException where a stream has an event of
   *     that sequence already
   * @throws EventStoreException where an event has no actor or cause, or PostgreSQL refused
   * @throws IllegalStateException where the caller has no transaction
   */
  @Override
  public void appendEvents(List<? extends EventMessage<?>> events) {
    StagedEvents staged = StagedEvents.ofCurrentRoot();
    if (staged != null) {
      staged.add(encoded(events));
    } else if (!events.isEmpty()) {
      insert(encoded(events)).addToCurrentRoot();
    }
  }

  /**
   * Appends what was staged, in the caller's transaction, as {@link #appendEvents} does.
   *
   * @return where; null where nothing was staged
   */
  public @Nullable AppendedPositions append(StagedEvents staged) {
    return staged.events().isEmpty() ? null : insert(staged.events());
  }

  /** Serialised before the append lock is taken, and where staged, on the deciding thread. */
  private List<EncodedEvent> encoded(List<? extends EventMessage<?>> events) {
    List<EncodedEvent> encoded = new ArrayList<>(events.size());
    for (EventMessage<?> event : events) {
      encoded.add(EncodedEvent.of(messages.envelope(event), codec));
    }
    return encoded;
  }

  private AppendedPositions insert(List<EncodedEvent> encoded) {
    Connection connection = DataSourceUtils.getConnection(dataSource);
    try {
      requireTransaction(connection);
      long first = lock.takeAndReadLast(connection, encoded.size()) + 1;
      EventInsert.insert(connection, first, encoded);
      return new AppendedPositions(first, first + encoded.size() - 1);
    } catch (SQLException e) {
      throw Refusals.of(e);
    } finally {
      DataSourceUtils.releaseConnection(connection, dataSource);
    }
  }

  /**
   * Waits until nobody else appends, and keeps it so until the caller's transaction ends: what is
   * read from now on cannot be overtaken by another writer.
   *
   * @throws EventStoreException where PostgreSQL refused
   * @throws IllegalStateException where the caller has no transaction
   */
  public void keepOthersWaiting() {
    Connection connection = DataSourceUtils.getConnection(dataSource);
    try {
      requireTransaction(connection);
      lock.takeAndReadLast(connection, 0);
    } catch (SQLException e) {
      throw Refusals.of(e);
    } finally {
      DataSourceUtils.releaseConnection(connection, dataSource);
    }
  }

  /** Not Axon's way: see {@link SnapshotStore}. */
  @Override
  public void storeSnapshot(DomainEventMessage<?> snapshot) {
    throw new UnsupportedOperationException(
        "Expected snapshots to be saved in the SnapshotStore, but Axon's snapshotter was used");
  }

  @Override
  public Optional<DomainEventMessage<?>> readSnapshot(String aggregateIdentifier) {
    return snapshots.newestOf(UUID.fromString(aggregateIdentifier));
  }

  @Override
  public DomainEventStream readEvents(String aggregateIdentifier, long firstSequence) {
    return new StreamReading(log, UUID.fromString(aggregateIdentifier), firstSequence);
  }

  @Override
  public Optional<Long> lastSequenceNumberFor(String aggregateIdentifier) {
    long last = log.lastSequenceOf(UUID.fromString(aggregateIdentifier));
    return last < 0 ? Optional.empty() : Optional.of(last);
  }

  /** Endless: asked again at its end, the stream looks for what was appended meanwhile. */
  @Override
  public Stream<? extends TrackedEventMessage<?>> readEvents(
      @Nullable TrackingToken trackingToken, boolean mayBlock) {
    return StreamSupport.stream(new LogReading(log, LogReading.position(trackingToken)), false);
  }

  @Override
  public TrackingToken createTailToken() {
    return new GlobalSequenceTrackingToken(-1);
  }

  @Override
  public TrackingToken createHeadToken() {
    return new GlobalSequenceTrackingToken(log.lastPosition());
  }

  /**
   * Before the first event recorded at that time or later; reads the whole log in the worst case.
   */
  @Override
  public TrackingToken createTokenAt(Instant dateTime) {
    return new GlobalSequenceTrackingToken(log.lastPositionBefore(dateTime));
  }

  private void requireTransaction(Connection connection) {
    if (!TransactionSynchronizationManager.isActualTransactionActive()
        || !DataSourceUtils.isConnectionTransactional(connection, dataSource)) {
      throw new IllegalStateException(
          "Expected a transaction on the engine's data source, but there is none");
    }
  }
}

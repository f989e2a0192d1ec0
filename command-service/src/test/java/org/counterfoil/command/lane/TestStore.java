package org.counterfoil.command.lane;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.counterfoil.command.TestDatabase;
import org.counterfoil.command.aggregate.PerformanceSnapshots;
import org.counterfoil.command.aggregate.StreamCache;
import org.counterfoil.command.aggregate.Streams;
import org.counterfoil.command.desk.Desks;
import org.counterfoil.domain.seating.SeatingPlans;
import org.counterfoil.eventstore.codec.EventCodec;
import org.counterfoil.eventstore.engine.PostgresEventStorageEngine;
import org.counterfoil.eventstore.id.TimeOrderedIds;
import org.counterfoil.eventstore.idempotency.IdempotencyStore;
import org.counterfoil.eventstore.log.EventLog;
import org.counterfoil.eventstore.schema.DatabaseRoles;
import org.counterfoil.eventstore.snapshot.SnapshotStore;
import org.counterfoil.vault.SealedRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** One PostgreSQL for the lanes' tests, a fresh database each, and processes that write to it. */
final class TestStore {

  private final TestDatabase database = new TestDatabase();

  /** Takes away the last word against two writers of one stream. */
  void dropUniqueSequences() {
    JdbcClient.create(as(DatabaseRoles.OWNER))
        .sql("alter table log.event drop constraint event_stream_sequence")
        .update();
  }

  DataSource as(String role) {
    return database.as(role);
  }

  EventLog log() {
    return new EventLog(as(DatabaseRoles.READER), EventCodec.domain());
  }

  SnapshotStore snapshots(Clock clock) {
    return new SnapshotStore(as(DatabaseRoles.WRITER), clock);
  }

  /** The lanes of one process that writes to this store; started. */
  HashedLanes process(LaneSettings settings, SeatingPlans plans, Clock clock, int snapshotEvery) {
    return process(settings, plans, clock, snapshotEvery, as(DatabaseRoles.WRITER));
  }

  HashedLanes process(
      LaneSettings settings,
      SeatingPlans plans,
      Clock clock,
      int snapshotEvery,
      DataSource writer) {
    return process(settings, plans, clock, snapshotEvery, writer, Duration.ofMillis(50));
  }

  /** The same, with another time after which a timer's command is given again. */
  HashedLanes process(
      LaneSettings settings,
      SeatingPlans plans,
      Clock clock,
      int snapshotEvery,
      DataSource writer,
      Duration retry) {
    return process(settings, plans, clock, snapshotEvery, writer, retry, Guards.ALL);
  }

  /** A process like all others, but for the guards it lacks. */
  HashedLanes process(SeatingPlans plans, Clock clock, Guards guards) {
    return process(
        LaneSettings.DEFAULT,
        plans,
        clock,
        1_000,
        new RivalBeforeAppending(as(DatabaseRoles.WRITER), guards.beforeAppending()),
        Duration.ofMillis(50),
        guards);
  }

  /** The same on a data source of one's own. */
  HashedLanes process(SeatingPlans plans, Clock clock, Guards guards, DataSource writer) {
    return process(
        new LaneSettings(2, 4_096, 16), plans, clock, 50, writer, Duration.ofMillis(50), guards);
  }

  HashedLanes process(
      LaneSettings settings,
      SeatingPlans plans,
      Clock clock,
      int snapshotEvery,
      DataSource writer,
      Duration retry,
      Guards guards) {
    EventCodec codec = EventCodec.domain();
    TimeOrderedIds ids = new TimeOrderedIds(clock);
    PerformanceSnapshots snapshotCodec = new PerformanceSnapshots(plans);
    SnapshotStore snapshots = new SnapshotStore(writer, clock);
    PostgresEventStorageEngine engine =
        new PostgresEventStorageEngine(writer, codec, snapshots, List.of(snapshotCodec));
    EmbeddedEventStore store = EmbeddedEventStore.builder().storageEngine(engine).build();
    StreamCache cache = new StreamCache(1_000);
    SimpleCommandBus bus =
        SimpleCommandBus.builder().transactionManager(NoTransactionManager.INSTANCE).build();
    Desks.open(bus, Streams.of(store, plans, cache), ids);
    JdbcClient jdbc = JdbcClient.create(writer);
    LaneMetrics metrics = new LaneMetrics(new SimpleMeterRegistry());
    ExecutorService saving =
        Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory());
    EventLog log = new EventLog(writer, codec);
    OwnPositions own = new OwnPositions();
    StreamHeads heads = guards.heads(StreamHeads.in(jdbc));
    Batch batch = new Batch(bus, heads, cache, clock);
    BatchStore batchStore =
        new BatchStore(
            new SpringTransactionManager(new JdbcTransactionManager(writer)),
            engine,
            guards.keepsOthersWaiting() ? engine::keepOthersWaiting : () -> {},
            heads,
            log,
            new KeptAnswers(new IdempotencyStore(writer), clock),
            new PersonalRows(new SealedRows(writer)),
            own);
    HashedLanes lanes =
        new HashedLanes(
            settings,
            new BatchRunner(
                batch,
                batchStore,
                guards.forgetsWhatWasNotStored() ? cache::forget : stream -> {},
                metrics,
                guards.snapshots(
                    new SnapshotTaker(
                        cache,
                        snapshotCodec,
                        snapshots,
                        saving,
                        new SnapshotTaker.Pace(snapshotEvery, Duration.ZERO)))),
            metrics,
            retry,
            List.of(new LiveHolds(jdbc, codec)),
            new OthersWatch(own, log, guards.watchesOthers() ? log::lastPosition : () -> -1),
            clock,
            ids::next);
    lanes.start();
    return lanes;
  }
}

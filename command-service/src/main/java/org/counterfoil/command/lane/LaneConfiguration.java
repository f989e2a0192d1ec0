package org.counterfoil.command.lane;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
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
import org.counterfoil.eventstore.log.EventTail;
import org.counterfoil.eventstore.snapshot.SnapshotStore;
import org.counterfoil.vault.SealedRows;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.ResourceTransactionManager;

/**
 * Declares Axon's infrastructure explicitly: on Spring Boot 4 its auto-configuration would order
 * itself after class names that moved, and could end without a transaction manager, silently.
 */
@Configuration(proxyBeanMethods = false)
public class LaneConfiguration {

  private static final int MAX_CACHED_STREAMS = 20_000;
  private static final int EVENTS_BETWEEN_SNAPSHOTS = 2_000;
  private static final Duration BETWEEN_SNAPSHOTS = Duration.ofSeconds(5);

  /** After how long a timer's command that could not be stored is given again. */
  private static final Duration RETRY = Duration.ofSeconds(1);

  @Bean
  LaneSettings laneSettings(Environment environment) {
    LaneSettings usual = LaneSettings.DEFAULT;
    return new LaneSettings(
        environment.getProperty("counterfoil.lanes.count", Integer.class, usual.lanes()),
        environment.getProperty("counterfoil.lanes.capacity", Integer.class, usual.capacity()),
        environment.getProperty("counterfoil.lanes.batch", Integer.class, usual.batch()));
  }

  /** The transactions of the lanes' units of work; anything but a real one refuses to start. */
  @Bean
  TransactionManager axonTransactionManager(
      @Qualifier("writerTransactions") PlatformTransactionManager transactions) {
    if (!(transactions instanceof ResourceTransactionManager real)
        || !(real.getResourceFactory() instanceof DataSource)) {
      throw new IllegalStateException(
          "Expected a transaction manager of a data source, but it is " + transactions.getClass());
    }
    return new SpringTransactionManager(transactions);
  }

  @Bean
  EmbeddedEventStore axonEventStore(EventStorageEngine engine) {
    return EmbeddedEventStore.builder().storageEngine(engine).build();
  }

  @Bean
  StreamCache streamCache() {
    return new StreamCache(MAX_CACHED_STREAMS);
  }

  @Bean(destroyMethod = "close")
  ExecutorService snapshotSaving() {
    return Executors.newSingleThreadExecutor(Thread.ofPlatform().name("snapshots").factory());
  }

  @Bean
  SnapshotTaker snapshotTaker(
      StreamCache cache,
      PerformanceSnapshots codec,
      SnapshotStore store,
      ExecutorService snapshotSaving,
      Environment environment) {
    int every =
        environment.getProperty(
            "counterfoil.snapshots.every-events", Integer.class, EVENTS_BETWEEN_SNAPSHOTS);
    return new SnapshotTaker(
        cache, codec, store, snapshotSaving, new SnapshotTaker.Pace(every, BETWEEN_SNAPSHOTS));
  }

  @Bean
  LiveHolds liveHolds(@Qualifier("writerDataSource") DataSource writer, EventCodec codec) {
    return new LiveHolds(JdbcClient.create(writer), codec);
  }

  @Bean
  OpenAllotments openAllotments(
      @Qualifier("writerDataSource") DataSource writer, EventCodec codec, Clock clock) {
    return new OpenAllotments(JdbcClient.create(writer), codec, clock);
  }

  @Bean
  LiveVouchers liveVouchers(@Qualifier("writerDataSource") DataSource writer, EventCodec codec) {
    return new LiveVouchers(JdbcClient.create(writer), codec);
  }

  @Bean
  LivePasses livePasses(@Qualifier("writerDataSource") DataSource writer, EventCodec codec) {
    return new LivePasses(JdbcClient.create(writer), codec);
  }

  @Bean
  ComingPerformances comingPerformances(
      @Qualifier("writerDataSource") DataSource writer, EventCodec codec) {
    return new ComingPerformances(JdbcClient.create(writer), codec);
  }

  @Bean
  HoldsEndedWatch holdsEndedWatch(LiveHolds holds) {
    return new HoldsEndedWatch(holds);
  }

  @Bean
  HashedLanes lanes(
      LaneSettings settings,
      TransactionManager transactions,
      PostgresEventStorageEngine engine,
      EmbeddedEventStore store,
      SeatingPlans plans,
      StreamCache cache,
      @Qualifier("writerDataSource") DataSource writer,
      EventLog log,
      EventTail tail,
      List<Unfinished> unfinished,
      IdempotencyStore idempotency,
      SnapshotTaker snapshots,
      MeterRegistry registry,
      TimeOrderedIds ids,
      Clock clock) {
    SimpleCommandBus bus =
        SimpleCommandBus.builder().transactionManager(NoTransactionManager.INSTANCE).build();
    Desks.open(bus, Streams.of(store, plans, cache), ids);
    JdbcClient jdbc = JdbcClient.create(writer);
    LaneMetrics metrics = new LaneMetrics(registry);
    OwnPositions own = new OwnPositions();
    StreamHeads heads = StreamHeads.in(jdbc);
    Batch batch = new Batch(bus, heads, cache, clock);
    BatchStore batchStore =
        new BatchStore(
            transactions,
            engine,
            engine::keepOthersWaiting,
            heads,
            log,
            new KeptAnswers(idempotency, clock),
            new PersonalRows(new SealedRows(writer)),
            own);
    return new HashedLanes(
        settings,
        new BatchRunner(batch, batchStore, cache::forget, metrics, snapshots::consider),
        metrics,
        RETRY,
        unfinished,
        new OthersWatch(own, log, tail::lastPosition),
        clock,
        ids::next);
  }
}

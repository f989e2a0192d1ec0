package org.counterfoil.eventstore.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.counterfoil.eventstore.TestEvents.id;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.counterfoil.domain.Event;
import org.counterfoil.eventstore.TestEvents;
import org.counterfoil.eventstore.TestStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Why there is an engine of our own. The interleaving: an event is appended, another one is
 * appended and committed, a reader looks, then the first is committed. It happens when a commit
 * waits for the disk. Axon's engine remembers such gaps, but not where the event's time is more
 * than a minute ago, as it is after a pause, in an import, or under a driven clock.
 */
class OutOfOrderVisibilityTest {

  private static final Duration TWO_MINUTES = Duration.ofMinutes(2);
  private static final UUID FIRST = id();
  private static final UUID SECOND = id();

  /** A reader that keeps its token and looks behind it. */
  private static final class Reader {

    private final EventStorageEngine engine;
    private final List<String> seen = new ArrayList<>();
    private @Nullable TrackingToken token;

    Reader(EventStorageEngine engine) {
      this.engine = engine;
    }

    List<String> look() {
      engine
          .readEvents(token, false)
          .forEach(
              event -> {
                token = event.trackingToken();
                seen.add(aggregateOf(event));
              });
      return seen;
    }

    private static String aggregateOf(TrackedEventMessage<?> event) {
      return ((DomainEventMessage<?>) event).getAggregateIdentifier();
    }
  }

  private TestStore store;

  @BeforeEach
  void create() throws SQLException {
    store = new TestStore();
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void axonsEngineLosesTheEventForEver() throws SQLException {
    Instant longAgo = Instant.now().minus(TWO_MINUTES);

    assertThat(readWithAxon(longAgo)).containsExactly(SECOND.toString());
  }

  @Test
  void axonsEngineFindsItWhereTheEventIsRecent() throws SQLException {
    assertThat(readWithAxon(Instant.now())).containsExactly(SECOND.toString(), FIRST.toString());
  }

  @Test
  void oursLetsTheSecondWaitAndLosesNothing() throws Exception {
    PostgresEventStorageEngine engine = store.engine();
    Reader reader = new Reader(engine);
    CountDownLatch isAppended = new CountDownLatch(1);
    CountDownLatch mayCommit = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      Future<?> first =
          threads.submit(() -> commitLater(engine, ours(FIRST), isAppended, mayCommit));
      isAppended.await();
      Future<?> second =
          threads.submit(
              () ->
                  store
                      .transactions()
                      .executeWithoutResult(s -> engine.appendEvents(ours(SECOND))));
      await().until(this::isSomebodyWaiting);
      assertThat(reader.look()).isEmpty();
      assertThat(second.isDone()).isFalse();

      mayCommit.countDown();
      first.get();
      second.get();

      assertThat(reader.look()).containsExactly(FIRST.toString(), SECOND.toString());
    }
  }

  private List<String> readWithAxon(Instant eventTime) throws SQLException {
    try (Connection one = store.superuser().getConnection();
        Connection two = store.superuser().getConnection()) {
      axon(one).createSchema(PostgresEventTableFactory.INSTANCE);
      one.setAutoCommit(false);
      two.setAutoCommit(false);
      Reader reader = new Reader(axon(store.superuser().getConnection()));

      axon(one).appendEvents(axons(FIRST, eventTime));
      axon(two).appendEvents(axons(SECOND, eventTime));
      two.commit();
      assertThat(reader.look()).containsExactly(SECOND.toString());
      one.commit();
      return reader.look();
    }
  }

  /** Axon's own engine as it comes, on one connection whose commits are ours to make. */
  private static JdbcEventStorageEngine axon(Connection connection) {
    SingleConnectionDataSource unclosable = new SingleConnectionDataSource(connection, true);
    Jackson3Serializer serializer = Jackson3Serializer.builder().build();
    return JdbcEventStorageEngine.builder()
        .connectionProvider(unclosable::getConnection)
        .transactionManager(NoTransactionManager.instance())
        .eventSerializer(serializer)
        .snapshotSerializer(serializer)
        .build();
  }

  private static DomainEventMessage<String> axons(UUID stream, Instant time) {
    return new GenericDomainEventMessage<>(
        "performance", stream.toString(), 0, "payload", Map.of(), id().toString(), time);
  }

  private static List<DomainEventMessage<Event>> ours(UUID stream) {
    Map<String, Object> metaData = new HashMap<>(TestEvents.metaData());
    metaData.put(EventMetaData.TIME, Instant.now().minus(TWO_MINUTES));
    return List.of(TestEvents.message(stream, 0, TestEvents.hold(stream), metaData));
  }

  private void commitLater(
      PostgresEventStorageEngine engine,
      List<DomainEventMessage<Event>> events,
      CountDownLatch isAppended,
      CountDownLatch mayCommit) {
    TransactionTemplate transactions = store.transactions();
    transactions.executeWithoutResult(
        status -> {
          engine.appendEvents(events);
          isAppended.countDown();
          try {
            mayCommit.await();
          } catch (InterruptedException e) {
            throw new IllegalStateException("Expected to be allowed to commit", e);
          }
        });
  }

  private boolean isSomebodyWaiting() {
    return store
        .sql()
        .sql(
            "select exists (select from pg_locks join pg_database on oid = database"
                + " where datname = ? and locktype = 'advisory' and not granted)")
        .param(store.database())
        .query(Boolean.class)
        .single();
  }
}

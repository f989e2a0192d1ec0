package org.counterfoil.eventstore.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterfoil.eventstore.TestEvents.extended;
import static org.counterfoil.eventstore.TestEvents.id;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.counterfoil.eventstore.TestStore;
import org.counterfoil.eventstore.log.EventLog;
import org.counterfoil.eventstore.log.RecordedEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Positions under many writers: each exactly once, none left out, visible in their order. */
class ConcurrentAppendTest {

  private static final int WRITERS = 32;
  private static final int EVENTS = 10_000;
  private static final int BATCH = 5;

  /** What the lock is for: the last position is read, but nobody is kept from reading it too. */
  private static final AppendLock NO_LOCK =
      (connection, events) -> {
        try (Statement statement = connection.createStatement();
            ResultSet row =
                statement.executeQuery("select coalesce(max(position), -1) from log.event")) {
          row.next();
          return row.getLong(1);
        }
      };

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
  void everyPositionIsGivenOutOnceAndSeenInOrder() throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<List<RecordedEvent>> reader = threads.submit(this::readAllWhileWritten);
      int failures = writeFrom(threads, store.engine());

      assertThat(failures).isZero();
      List<RecordedEvent> events = reader.get();
      assertThat(events)
          .extracting(RecordedEvent::position)
          .containsExactlyElementsOf(LongStream.range(0, EVENTS).boxed().toList());
      assertEveryStreamIsGapless(events);
    }
  }

  @Test
  void withoutTheLockWritersGetTheSamePositions() throws Exception {
    PostgresEventStorageEngine unlocked =
        new PostgresEventStorageEngine(
            store.writer(), store.codec(), store.snapshots(), List.of(), NO_LOCK);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      assertThat(writeFrom(threads, unlocked)).isPositive();
    }
  }

  @Test
  void ofTwoWritersOfOneStreamOneIsRefused() throws Exception {
    UUID stream = id();
    PostgresEventStorageEngine engine = store.engine();
    List<Callable<Boolean>> writers =
        LongStream.range(0, 20)
            .<Callable<Boolean>>mapToObj(i -> () -> isAppended(engine, stream, i / 2))
            .toList();
    int stored = 0;
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      for (Future<Boolean> writer : threads.invokeAll(writers)) {
        stored += writer.get() ? 1 : 0;
      }
    }

    assertThat(stored).isEqualTo(10);
    assertThat(store.log().readStream(stream)).hasSize(10);
  }

  private boolean isAppended(PostgresEventStorageEngine engine, UUID stream, long sequence) {
    try {
      store
          .transactions()
          .executeWithoutResult(status -> engine.appendEvents(extended(stream, sequence, 1)));
      return true;
    } catch (ConcurrencyException refused) {
      return false;
    }
  }

  /** A reader that only looks behind what it has seen: a late position would be a gap. */
  private List<RecordedEvent> readAllWhileWritten() {
    EventLog log = new EventLog(store.writer(), store.codec());
    List<RecordedEvent> seen = new ArrayList<>();
    while (seen.size() < EVENTS) {
      seen.addAll(log.read(seen.size() - 1, 1000));
    }
    return seen;
  }

  /** Answers how many transactions failed. */
  private int writeFrom(ExecutorService threads, PostgresEventStorageEngine engine)
      throws InterruptedException, ExecutionException {
    long seed = Long.getLong("seed", new Random().nextLong());
    System.out.println("-Dseed=" + seed);
    List<Callable<Integer>> writers = new ArrayList<>();
    for (int writer = 0; writer < WRITERS; writer++) {
      Random random = new Random(seed + writer);
      int share = EVENTS / WRITERS + (writer < EVENTS % WRITERS ? 1 : 0);
      writers.add(() -> write(engine, share, random));
    }
    int failures = 0;
    for (Future<Integer> writer : threads.invokeAll(writers)) {
      failures += writer.get();
    }
    return failures;
  }

  /** Appends to streams of its own, a few events at a time, and rolls one in ten back. */
  private int write(PostgresEventStorageEngine engine, int share, Random random) {
    UUID stream = id();
    int written = 0;
    int failures = 0;
    while (written < share && failures == 0) {
      int count = Math.min(share - written, 1 + random.nextInt(BATCH));
      boolean isRolledBack = random.nextInt(10) == 0;
      int from = written;
      try {
        store
            .transactions()
            .executeWithoutResult(
                status -> {
                  engine.appendEvents(extended(stream, from, count));
                  if (isRolledBack) {
                    status.setRollbackOnly();
                  }
                });
        written += isRolledBack ? 0 : count;
      } catch (EventStoreException refused) {
        failures++;
      }
    }
    return failures;
  }

  private static void assertEveryStreamIsGapless(List<RecordedEvent> events) {
    Map<UUID, Long> last = new HashMap<>();
    for (RecordedEvent event : events) {
      UUID stream = event.envelope().streamId();
      assertThat(event.envelope().sequence()).isEqualTo(last.getOrDefault(stream, -1L) + 1);
      last.put(stream, event.envelope().sequence());
    }
    assertThat(last).hasSize(WRITERS);
  }
}

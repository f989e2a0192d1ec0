package org.counterfoil.eventstore.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.counterfoil.eventstore.TestEvents.extended;
import static org.counterfoil.eventstore.TestEvents.id;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.counterfoil.eventstore.TestStore;
import org.counterfoil.eventstore.schema.DatabaseRoles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventTailTest {

  private static final Duration LONG = Duration.ofSeconds(20);
  private static final Duration NEVER = Duration.ofMinutes(10);
  private static final Duration OFTEN = Duration.ofMillis(50);

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
  void learnsOfAnAppendAtOnce() throws Exception {
    try (EventTail tail = tail(NEVER);
        ExecutorService threads = Executors.newSingleThreadExecutor()) {
      awaitListening();
      Future<Boolean> waiting = threads.submit(() -> tail.awaitBeyond(-1, LONG));

      append(3);

      assertThat(waiting.get()).isTrue();
      assertThat(tail.lastPosition()).isEqualTo(2);
      assertThat(tail.awaitBeyond(1, Duration.ZERO)).isTrue();
      assertThat(tail.awaitBeyond(2, OFTEN)).isFalse();
    }
  }

  @Test
  void knowsWhatWasThereBefore() throws Exception {
    append(2);

    try (EventTail tail = tail(NEVER)) {
      assertThat(tail.awaitBeyond(0, LONG)).isTrue();
    }
  }

  @Test
  void tellsItsListenersInOrder() {
    List<Long> told = new CopyOnWriteArrayList<>();
    try (EventTail tail = tail(NEVER)) {
      tail.onAppend(
          position -> {
            throw new IllegalStateException("a listener that fails");
          });
      tail.onAppend(told::add);
      awaitListening();

      append(1);
      append(2);

      await().until(() -> told.contains(2L));
      assertThat(told).isSorted();
    }
  }

  @Test
  void aLostAnnouncementIsMadeGoodByLooking() throws Exception {
    try (EventTail tail = tail(OFTEN)) {
      awaitListening();
      appendSilently();
      assertThat(tail.awaitBeyond(-1, LONG)).isTrue();
    }
  }

  @Test
  void withoutLookingItWouldStayUnknown() throws Exception {
    try (EventTail tail = tail(NEVER)) {
      awaitListening();
      appendSilently();
      assertThat(tail.awaitBeyond(-1, Duration.ofMillis(300))).isFalse();
    }
  }

  @Test
  void listensAgainAfterItsConnectionBroke() throws Exception {
    try (EventTail tail = tail(NEVER)) {
      awaitListening();
      int broken = listening("pg_terminate_backend(pid)").size();
      assertThat(broken).isEqualTo(1);
      appendSilently(); // while nobody listens: found on coming back

      assertThat(tail.awaitBeyond(-1, LONG)).isTrue();
      awaitListening();
      append(1);
      assertThat(tail.awaitBeyond(0, LONG)).isTrue();
    }
  }

  @Test
  void closingWakesWhoWaits() throws Exception {
    EventTail tail = tail(NEVER);
    try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
      Future<Boolean> waiting = threads.submit(() -> tail.awaitBeyond(-1, NEVER));
      awaitListening();

      tail.close();

      assertThat(waiting.get()).isFalse();
      await().until(() -> listening("1").isEmpty());
    }
  }

  private EventTail tail(Duration poll) {
    return EventTail.start(store.as(DatabaseRoles.READER), poll);
  }

  private void append(int count) {
    store
        .transactions()
        .executeWithoutResult(s -> store.engine().appendEvents(extended(id(), 0, count)));
  }

  /** As if the announcement got lost. */
  private void appendSilently() {
    store
        .sql()
        .sql(
            "insert into log.event (position, stream_id, stream_type, sequence, event_id, name,"
                + " revision, recorded_at, entry) values (0, gen_random_uuid(), 'order', 0,"
                + " gen_random_uuid(), 'order.lapsed', 1, now(), '{}')")
        .update();
  }

  private void awaitListening() {
    await().until(() -> listening("1").size() == 1);
  }

  /** The server's sessions that have listened and now wait. */
  private List<Object> listening(String select) {
    return store
        .sql()
        .sql(
            "select "
                + select
                + " from pg_stat_activity where datname = ? and usename = ?"
                + " and state = 'idle' and query like 'select coalesce(max(position)%'")
        .param(store.database())
        .param(DatabaseRoles.READER)
        .query((row, number) -> row.getObject(1))
        .list();
  }
}

package org.counterfoil.command.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.counterfoil.command.TestDatabase;
import org.counterfoil.command.lane.IdempotencyKey;
import org.counterfoil.eventstore.idempotency.IdempotencyRecord;
import org.counterfoil.eventstore.idempotency.IdempotencyStore;
import org.counterfoil.eventstore.schema.DatabaseRoles;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Questions that are asked together, and each answered for itself. */
class AnswerLookupTest {

  private static final Instant NOON = Instant.parse("2026-09-01T12:00:00Z");
  private static final int KEYS = 400;

  private final AtomicInteger connections = new AtomicInteger();
  private final AtomicBoolean isAway = new AtomicBoolean();
  private final DataSource writer =
      new DelegatingDataSource(new TestDatabase().as(DatabaseRoles.WRITER)) {
        @Override
        public Connection getConnection() throws SQLException {
          connections.incrementAndGet();
          if (isAway.get()) {
            throw new SQLException("Expected to connect, but the test forbids it", "08001");
          }
          return super.getConnection();
        }
      };
  private final IdempotencyStore kept = new IdempotencyStore(writer);
  private final AnswerLookup lookup = new AnswerLookup(kept, Clock.fixed(NOON, ZoneOffset.UTC));

  @Test
  void manyAtOnceAreEachToldTheirOwn_inFarFewerQuestions() throws Exception {
    for (int number = 0; number < KEYS; number += 2) {
      keep(number);
    }
    connections.set(0);

    List<Optional<IdempotencyRecord>> found = findAll();

    for (int number = 0; number < KEYS; number++) {
      assertThat(found.get(number).map(IdempotencyRecord::position))
          .isEqualTo(number % 2 == 0 ? Optional.of((long) number) : Optional.empty());
    }
    assertThat(connections.get()).isLessThan(KEYS / 4);
  }

  @Test
  void aFailureIsToldToWhoAskedThen_andToNobodyLater() {
    keep(1);
    isAway.set(true);
    assertThatThrownBy(() -> lookup.find(key(1))).isInstanceOf(DataAccessException.class);

    isAway.set(false);
    assertThat(lookup.find(key(1))).isPresent();
  }

  private List<Optional<IdempotencyRecord>> findAll() throws Exception {
    List<Optional<IdempotencyRecord>> found = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Optional<IdempotencyRecord>>> running = new ArrayList<>();
      for (int number = 0; number < KEYS; number++) {
        IdempotencyKey key = key(number);
        running.add(threads.submit(() -> lookup.find(key)));
      }
      for (Future<Optional<IdempotencyRecord>> one : running) {
        found.add(one.get());
      }
    }
    return found;
  }

  private static IdempotencyKey key(int number) {
    return new IdempotencyKey("scope", "key " + number, "00ff");
  }

  private void keep(int number) {
    IdempotencyRecord record =
        new IdempotencyRecord(
            "scope",
            "key " + number,
            "00ff",
            201,
            "{}",
            number,
            NOON,
            NOON.plus(Duration.ofDays(1)));
    new TransactionTemplate(new JdbcTransactionManager(writer))
        .executeWithoutResult(status -> kept.insert(List.of(record)));
  }
}

package org.counterfoil.eventstore.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.counterfoil.eventstore.TestEvents.NOW;
import static org.counterfoil.eventstore.TestEvents.extended;
import static org.counterfoil.eventstore.TestEvents.id;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.axonframework.modelling.command.ConcurrencyException;
import org.counterfoil.eventstore.TestStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IdempotencyStoreTest {

  private static final Duration A_DAY = Duration.ofHours(24);
  private static final String SCOPE = "organisation/caller";

  private TestStore store;
  private IdempotencyStore idempotency;

  @BeforeEach
  void create() throws SQLException {
    store = new TestStore();
    idempotency = new IdempotencyStore(store.writer());
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void whatIsKeptIsFoundUntilItExpires() {
    IdempotencyRecord record = answer("key", "{\"holdId\":\"…\"}", NOW);
    insert(record, answer("other", "", NOW));

    assertThat(idempotency.find(SCOPE, "key", NOW)).contains(record);
    assertThat(idempotency.find(SCOPE, "key", NOW.plus(A_DAY).minusMillis(1))).contains(record);
    assertThat(idempotency.find(SCOPE, "key", NOW.plus(A_DAY))).isEmpty();
    assertThat(idempotency.find("another", "key", NOW)).isEmpty();
  }

  @Test
  void aKeyHoldsOneAnswer() {
    insert(answer("key", "first", NOW));

    assertThatThrownBy(() -> insert(answer("free", "x", NOW), answer("key", "second", NOW)))
        .isInstanceOf(IdempotencyKeyTaken.class)
        .hasMessageContaining("Expected to keep 2 answers, but only 1");
    assertThat(idempotency.find(SCOPE, "key", NOW).orElseThrow().answer()).isEqualTo("first");
    assertThat(idempotency.find(SCOPE, "free", NOW)).as("all or none").isEmpty();
  }

  @Test
  void anExpiredAnswerGivesWay() {
    insert(answer("key", "first", NOW));
    Instant later = NOW.plus(A_DAY);

    insert(answer("key", "second", later));

    assertThat(idempotency.find(SCOPE, "key", later).orElseThrow().answer()).isEqualTo("second");
  }

  @Test
  void whatHasExpiredIsPurged() {
    insert(answer("old", "x", NOW), answer("new", "y", NOW.plusSeconds(1)));

    assertThat(idempotency.purgeExpired(NOW.plus(A_DAY))).isEqualTo(1);
    assertThat(idempotency.purgeExpired(NOW.plus(A_DAY))).isZero();
    assertThat(idempotency.find(SCOPE, "new", NOW)).isPresent();
  }

  @Test
  void eventsAndAnswerAreStoredTogetherOrNotAtAll() {
    UUID stream = id();
    store
        .transactions()
        .executeWithoutResult(
            status -> {
              store.engine().appendEvents(extended(stream, 0, 1));
              idempotency.insert(List.of(answer("both", "x", NOW)));
            });
    assertThat(store.log().lastPosition()).isZero();
    assertThat(idempotency.find(SCOPE, "both", NOW)).isPresent();

    // The events are refused after the answer went in.
    assertThatThrownBy(
            () ->
                store
                    .transactions()
                    .executeWithoutResult(
                        status -> {
                          idempotency.insert(List.of(answer("neither", "x", NOW)));
                          store.engine().appendEvents(extended(stream, 0, 1));
                        }))
        .isInstanceOf(ConcurrencyException.class);
    assertThat(idempotency.find(SCOPE, "neither", NOW)).isEmpty();

    // The answer is refused after the events went in.
    assertThatThrownBy(
            () ->
                store
                    .transactions()
                    .executeWithoutResult(
                        status -> {
                          store.engine().appendEvents(extended(stream, 1, 1));
                          idempotency.insert(List.of(answer("both", "y", NOW)));
                        }))
        .isInstanceOf(IdempotencyKeyTaken.class);
    assertThat(store.log().lastPosition()).isZero();
  }

  @Test
  void nothingIsKeptWithoutATransaction() {
    assertThatThrownBy(() -> idempotency.insert(List.of(answer("key", "x", NOW))))
        .isInstanceOf(IllegalStateException.class);
    idempotency.insert(List.of());
  }

  private void insert(IdempotencyRecord... records) {
    store.transactions().executeWithoutResult(status -> idempotency.insert(List.of(records)));
  }

  private static IdempotencyRecord answer(String key, String answer, Instant at) {
    return new IdempotencyRecord(
        SCOPE, key, "00ff".repeat(16), 201, answer, 42, at, at.plus(A_DAY));
  }
}

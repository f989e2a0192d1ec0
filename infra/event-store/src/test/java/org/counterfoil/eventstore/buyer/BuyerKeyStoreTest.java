package org.counterfoil.eventstore.buyer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.eventstore.TestStore;
import org.counterfoil.eventstore.schema.DatabaseRoles;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One key for each performance, the same for every process, until it is destroyed. */
class BuyerKeyStoreTest {

  private static final Instant END = Instant.parse("2026-12-01T22:00:00Z");

  private static TestStore store;

  @BeforeAll
  static void create() throws SQLException {
    store = new TestStore();
  }

  @AfterAll
  static void close() {
    store.close();
  }

  private static BuyerKeyStore keys() {
    return new BuyerKeyStore(store.writer());
  }

  @Test
  void aPerformancesKeyIsEverybodys_andNoOther() {
    PerformanceId tonight = performance();

    byte[] key = keys().keyOf(tonight, END);

    assertThat(key).hasSize(32).isNotEqualTo(new byte[32]);
    assertThat(keys().keyOf(tonight, END)).isEqualTo(key);
    assertThat(keys().keyOf(performance(), END)).isNotEqualTo(key);
  }

  @Test
  void aDestroyedKeyDoesNotComeBack() {
    PerformanceId tonight = performance();
    PerformanceId tomorrow = performance();
    byte[] key = keys().keyOf(tonight, END);
    byte[] later = keys().keyOf(tomorrow, END.plusSeconds(1));

    keys().destroyEndedBefore(END, id -> id.equals(tonight) ? END : END.plusSeconds(1));

    assertThat(keys().keyOf(tonight, END)).isNotEqualTo(key);
    assertThat(keys().keyOf(tomorrow, END.plusSeconds(1))).isEqualTo(later);
  }

  @Test
  void theEndThatCountsIsThePerformancesOwn_notTheOneTheKeyWasMadeWith() {
    PerformanceId postponed = performance();
    PerformanceId broughtForward = performance();
    byte[] kept = keys().keyOf(postponed, END);
    byte[] gone = keys().keyOf(broughtForward, END.plusSeconds(60));

    int destroyed =
        keys()
            .destroyEndedBefore(
                END, id -> id.equals(broughtForward) ? END : END.plusSeconds(86_400));

    assertThat(destroyed).isEqualTo(1);
    assertThat(keys().keyOf(postponed, END)).isEqualTo(kept);
    assertThat(keys().keyOf(broughtForward, END)).isNotEqualTo(gone);
  }

  @Test
  void readersOfTheLogSeeNone_andNobodyChangesOne() {
    assertThatThrownBy(
            () ->
                JdbcClient.create(store.as(DatabaseRoles.READER))
                    .sql("select count(*) from buyer.key")
                    .query(Long.class)
                    .single())
        .hasRootCauseMessage("ERROR: permission denied for schema buyer\n  Position: 22");
    assertThatThrownBy(
            () -> JdbcClient.create(store.writer()).sql("update buyer.key set key = key").update())
        .hasRootCauseMessage("ERROR: permission denied for table key");
  }

  private static PerformanceId performance() {
    return new PerformanceId(UUID.randomUUID());
  }
}

package org.counterfoil.eventstore.integrity.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import org.counterfoil.eventstore.TestStore;
import org.counterfoil.eventstore.integrity.checkpoint.Checkpoint;
import org.counterfoil.eventstore.integrity.checkpoint.LogKeys;
import org.counterfoil.eventstore.integrity.checkpoint.SignedCheckpoint;
import org.counterfoil.eventstore.integrity.checkpoint.SignedNote;
import org.counterfoil.eventstore.schema.DatabaseRoles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class LogIntegrityTest {

  @TempDir private Path data;
  private GrowingLog log;

  @BeforeEach
  void create() throws SQLException {
    log = new GrowingLog(data.resolve("keys"));
  }

  @AfterEach
  void close() {
    log.close();
  }

  @Test
  void whatIsAppendedIsInTheTreeAndSignedForAMomentLater() {
    try (LogIntegrity integrity = log.start(100)) {
      await().until(() -> integrity.status().isLeader());
      assertThat(log.checkpoints().latest()).as("of an empty log").isEmpty();

      log.append(3);
      SignedCheckpoint first = log.awaitSigned();
      log.append(700);
      SignedCheckpoint second = log.awaitSigned();

      assertThat(first.checkpoint())
          .isEqualTo(new Checkpoint(log.keys().origin(), 3, log.rootOf(3)));
      assertThat(second.checkpoint().size()).isEqualTo(703);
      assertThat(second.checkpoint().root()).isEqualTo(log.rootOf(703));
      assertThat(SignedNote.parse(second.note()).isSignedByOneOf(log.verifiers())).isTrue();
      assertThat(log.checkpoints().keys()).isEqualTo(log.verifiers());
      assertThat(log.checkpoints().firstCovering(2)).contains(first);
      assertThat(log.checkpoints().firstCovering(703)).isEmpty();
      await().until(() -> integrity.status().signedSize() == 703);
    }
  }

  /** Connections break in the middle of a batch, again and again; every checkpoint is right. */
  @Test
  void goesOnExactlyWhereItWasBroken() {
    long seed = Long.getLong("counterfoil.seed", 20_261_127);
    Random random = new Random(seed);
    for (int round = 0; round < 12; round++) {
      try (LogIntegrity integrity = log.start(1 + random.nextInt(300))) {
        log.append(1 + random.nextInt(700));
        await().until(() -> integrity.status().isLeader());
        breakConnections();
        log.append(1 + random.nextInt(50));
      }
    }
    log.signAll();

    List<String> notes =
        log.store()
            .sql()
            .sql("select note from integrity.checkpoint order by tree_size")
            .query(String.class)
            .list();
    assertThat(notes).as("seed %d", seed).hasSizeGreaterThan(5);
    for (String note : notes) {
      Checkpoint checkpoint = Checkpoint.parse(SignedNote.parse(note).text());
      assertThat(checkpoint.root()).as("seed %d", seed).isEqualTo(log.rootOf(checkpoint.size()));
    }
  }

  @Test
  void oneLeads_andAnotherTakesOver() {
    LogIntegrity first = log.start(100);
    await().until(() -> first.status().isLeader());
    try (LogIntegrity second = log.start(100)) {
      log.append(5);
      log.awaitSigned();
      assertThat(second.status().isLeader()).isFalse();

      first.close();

      await().until(() -> second.status().isLeader());
      log.append(5);
      assertThat(log.awaitSigned().checkpoint().root()).isEqualTo(log.rootOf(10));
    }
  }

  @Test
  void aLogWhoseTailWasCutIsNotSigned() {
    log.append(10);
    log.signAll();
    log.allowDamage();
    sql("delete from log.event where position >= 8");

    assertRefused("at least the 10 events that are in the tree, but it ends at position 7");
  }

  @Test
  void aTreeThatIsNotTheSignedOneIsNotSigned() {
    log.append(600);
    log.signAll();
    log.allowDamage();
    sql(
        "update integrity.tile set hashes = overlay(hashes placing sha256('x') from 33)"
            + " where level = 0 and tile_index = 2");
    log.append(1);

    assertRefused("Expected the tree of 601 events to continue the one of 600");
  }

  /** Everything is rewritten and consistent in itself; only the file beside the key remembers. */
  @Test
  void aRewrittenLogIsNotSigned_becauseTheLastCheckpointIsAlsoKeptBesideTheKey() {
    log.append(20);
    log.signAll();
    rewrite();

    assertRefused("Expected the tree of 25 events to continue the one of 20");
  }

  @Test
  void withoutThatFileItWouldBe() {
    log.append(20);
    log.signAll();
    rewrite();

    try (LogIntegrity deceived = log.start(100, LogKeys.open(data.resolve("other")))) {
      assertThat(log.awaitSigned().checkpoint().size()).isEqualTo(25);
    }
  }

  private void rewrite() {
    log.allowDamage();
    sql("truncate log.event, integrity.tile, integrity.checkpoint, integrity.key");
    log.append(25);
  }

  @Test
  void aSecondKeySignsTooFromTheNextStartOn() {
    log.append(1);
    log.signAll();
    LogKeys both = LogKeys.add(data.resolve("keys"));
    log.append(1);

    SignedNote note = SignedNote.parse(log.signAll().note());

    assertThat(note.signatures()).hasSize(2);
    for (var key : both.keys()) {
      assertThat(note.isSignedByOneOf(List.of(key.verifier()))).isTrue();
      assertThat(log.checkpoints().keys()).contains(key.verifier());
    }
  }

  @Test
  void tilesOnlyGrow_andNothingSignedIsChanged() {
    log.append(300);
    log.signAll();
    for (String change :
        List.of(
            "update integrity.tile set hashes = sha256('x')",
            "update integrity.tile set hashes = substring(hashes for 32) where level = 0",
            "update integrity.tile set tile_index = 7 where level = 1",
            "delete from integrity.tile",
            "truncate integrity.tile",
            "update integrity.checkpoint set note = note",
            "delete from integrity.checkpoint",
            "delete from integrity.key",
            "truncate integrity.delivery")) {
      assertThatThrownBy(() -> sql(change)).as(change).hasMessageContaining("Expected");
      for (String role :
          List.of(DatabaseRoles.INTEGRITY, DatabaseRoles.READER, DatabaseRoles.WRITER)) {
        assertThatThrownBy(() -> JdbcClient.create(log.store().as(role)).sql(change).update())
            .as("%s by %s", change, role)
            .rootCause()
            .message()
            .containsPattern("permission denied|Expected tile");
      }
    }
    JdbcClient integrity = JdbcClient.create(log.store().as(DatabaseRoles.INTEGRITY));
    assertThatThrownBy(() -> integrity.sql("select name from log.event").query().listOfRows())
        .rootCause()
        .hasMessageContaining("permission denied");
    assertThatThrownBy(() -> integrity.sql("delete from log.event").update())
        .rootCause()
        .hasMessageContaining("permission denied");
  }

  private void assertRefused(String why) {
    long signed = signedCount();
    try (LogIntegrity integrity = log.start(100)) {
      await().until(() -> integrity.status().fault() != null);
      assertThat(integrity.status().fault()).contains(why);
    }
    assertThat(signedCount()).isEqualTo(signed);
  }

  private long signedCount() {
    return log.store()
        .sql()
        .sql("select count(*) from integrity.checkpoint")
        .query(Long.class)
        .single();
  }

  private void breakConnections() {
    TestStore store = log.store();
    store
        .sql()
        .sql(
            "select pg_terminate_backend(pid)::text from pg_stat_activity"
                + " where datname = ? and usename = ?")
        .param(store.database())
        .param(DatabaseRoles.INTEGRITY)
        .query(String.class)
        .list();
  }

  private void sql(String statement) {
    log.store().sql().sql(statement).update();
  }
}

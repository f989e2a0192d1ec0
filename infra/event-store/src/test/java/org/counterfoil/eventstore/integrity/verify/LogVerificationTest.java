package org.counterfoil.eventstore.integrity.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterfoil.eventstore.TestEvents.id;
import static org.counterfoil.eventstore.TestEvents.message;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.counterfoil.domain.Event;
import org.counterfoil.eventstore.codec.SampleEvents;
import org.counterfoil.eventstore.integrity.checkpoint.SignedNote;
import org.counterfoil.eventstore.integrity.growth.GrowingLog;
import org.counterfoil.eventstore.schema.DatabaseRoles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the owner of the database can do, triggers switched off, is found, and where it begins. */
class LogVerificationTest {

  /** How many bytes are changed at random; {@code -Dcounterfoil.damages} changes more. */
  private static final int DAMAGES = Integer.getInteger("counterfoil.damages", 25);

  @TempDir private Path data;
  private GrowingLog log;

  /** Every kind of event, in one stream. */
  @BeforeEach
  void create() throws SQLException {
    log = new GrowingLog(data.resolve("keys"));
    UUID stream = id();
    long sequence = 0;
    for (Event event : SampleEvents.all()) {
      long next = sequence++;
      log.store()
          .transactions()
          .executeWithoutResult(
              s -> log.store().engine().appendEvents(List.of(message(stream, next, event))));
    }
  }

  @AfterEach
  void close() {
    log.close();
  }

  @Test
  void anUntouchedLogIsSound() throws SQLException {
    assertThat(verify(Kept.NOTHING).isSound()).as("before there is a tree").isTrue();
    log.append(600);
    SignedNote kept = sign();
    log.append(3); // not in the tree yet

    LogVerdict verdict = verify(kept);

    assertThat(verdict.findings()).isEmpty();
    assertThat(verdict.isSound()).isTrue();
    assertThat(verdict.entries()).isEqualTo(SampleEvents.all().size() + 603L);
    assertThat(verdict.treeSize()).isEqualTo(SampleEvents.all().size() + 600L);
    assertThat(verdict.checkpoints()).isEqualTo(2);
    assertThat(verify(Kept.NOTHING).isSound()).isTrue();
  }

  @Test
  void aChangedByteIsFoundWhereverItIs() throws SQLException {
    log.append(300);
    sign();
    log.allowDamage();
    long seed = Long.getLong("counterfoil.seed", 20_261_127);
    Random random = new Random(seed);
    for (int damage = 0; damage < DAMAGES; damage++) {
      // The last of a tile once for sure: with it, hashes above become known as well.
      long position = damage == 0 ? 255 : random.nextInt(300);
      byte[] entry = entry(position);
      byte[] changed = entry.clone();
      changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
      put(position, changed);

      LogVerdict verdict = verify(Kept.NOTHING);

      assertThat(verdict.findings().getFirst().position())
          .as("seed %d, damage %d", seed, damage)
          .isEqualTo(position);
      assertThat(verdict.findings())
          .as("seed %d, damage %d", seed, damage)
          .anyMatch(finding -> finding.flaw() == Flaw.ENTRY_CHANGED);
      put(position, entry);
    }
    assertThat(verify(Kept.NOTHING).isSound()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "stream_id = gen_random_uuid()",
        "stream_type = 'order'",
        "sequence = 9999",
        "event_id = gen_random_uuid()",
        "name = 'order.lapsed'",
        "revision = 7",
        "organisation_id = null",
        "hold_id = gen_random_uuid()",
        "recorded_at = recorded_at + interval '1 microsecond'"
      })
  void aColumnThatSaysSomethingElseIsFound(String change) throws SQLException {
    sign();
    log.allowDamage();
    for (long position : new long[] {2, 20, SampleEvents.all().size() - 1}) {
      sql("create table if not exists kept as select * from log.event");
      sql("update log.event set " + change + " where position = " + position);

      assertFound(verify(Kept.NOTHING), Flaw.ROW_DIFFERS, position);

      sql("delete from log.event; insert into log.event select * from kept");
    }
  }

  @Test
  void anInsertedEventIsFound() throws SQLException {
    sign();
    log.allowDamage();
    sql(
        shift(7, 1)
            + "insert into log.event select 7, gen_random_uuid(), stream_type, 0,"
            + " gen_random_uuid(), name, revision, organisation_id, hold_id, recorded_at, entry"
            + " from log.event where position = 5");

    assertFound(verify(Kept.NOTHING), Flaw.ENTRY_CHANGED, 7);
  }

  @Test
  void aDeletedEventIsFound() throws SQLException {
    sign();
    log.allowDamage();
    sql("delete from log.event where position = 7");
    assertFound(verify(Kept.NOTHING), Flaw.POSITION, 7);

    sql(shift(7, -1));
    assertFound(verify(Kept.NOTHING), Flaw.ENTRY_CHANGED, 7);
  }

  @Test
  void swappedEventsAreFound() throws SQLException {
    sign();
    log.allowDamage();
    sql(
        "alter table log.event drop constraint event_position_check;"
            + "update log.event set position = -position where position in (5, 9);"
            + "update log.event set position = 14 + position where position < 0");

    assertFound(verify(Kept.NOTHING), Flaw.ENTRY_CHANGED, 5);
    assertThat(verify(Kept.NOTHING).findings())
        .anyMatch(finding -> finding.flaw() == Flaw.STREAM && finding.position() == 5);
  }

  @Test
  void aChangedTileIsFound() throws SQLException {
    log.append(600);
    sign();
    log.allowDamage();
    sql(
        "update integrity.tile set hashes = overlay(hashes placing sha256('x') from 33)"
            + " where level = 1");
    assertFound(verify(Kept.NOTHING), Flaw.TREE_DIFFERS, 256);

    sql("delete from integrity.tile where level = 1");
    assertFound(verify(Kept.NOTHING), Flaw.TREE_DIFFERS, 0);
  }

  @Test
  void aCheckpointThatNobodySignedIsFound() throws SQLException {
    sign();
    log.allowDamage();
    sql("update integrity.checkpoint set note = replace(note, E'\\n\\n', E'\\nmore\\n\\n')");

    long size = SampleEvents.all().size();
    assertFound(verify(Kept.NOTHING), Flaw.CHECKPOINT_NOT_SIGNED, size);
    sql("update integrity.checkpoint set note = 'none'");
    assertFound(verify(Kept.NOTHING), Flaw.CHECKPOINT_NOT_SIGNED, size);
  }

  @Test
  void aCutTailIsFoundAgainstTheTree_andAgainstAKeptCheckpointWhereTheTreeIsCutToo()
      throws SQLException {
    SignedNote kept = sign();
    log.allowDamage();
    sql("delete from log.event where position >= 15");
    assertFound(verify(Kept.NOTHING), Flaw.LOG_CUT, 15);

    forgeTree();

    assertThat(verify(Kept.NOTHING).isSound()).as("without a kept checkpoint").isTrue();
    assertFound(verify(kept), Flaw.LOG_CUT, 15);
  }

  @Test
  void aRewrittenLogIsFoundAgainstAKeptCheckpoint() throws SQLException {
    SignedNote kept = sign();
    log.allowDamage();
    sql("truncate log.event");
    log.append(SampleEvents.all().size() + 5);
    forgeTree();

    assertThat(verify(Kept.NOTHING).isSound()).as("without a kept checkpoint").isTrue();
    assertFound(verify(kept), Flaw.CHECKPOINT_DIFFERS, 0);
  }

  /** Each kept checkpoint that still agrees vouches for what is before it. */
  @Test
  void fromWhereOnItWasRewrittenIsToldByTheLastKeptCheckpointThatAgrees() throws SQLException {
    SignedNote before = sign();
    long size = SampleEvents.all().size();
    log.append(20);
    SignedNote after = sign();
    log.allowDamage();
    sql("delete from log.event where position >= " + (size + 4));
    log.append(30);
    forgeTree();

    assertFound(verify(before, after), Flaw.CHECKPOINT_DIFFERS, size);
    assertThat(verify(before).findings())
        .as("only what is signed anew tells, by its other key")
        .allMatch(finding -> finding.flaw() == Flaw.CHECKPOINT_NOT_SIGNED);
  }

  /** All positions from one on become others; by way of negative ones, which are free. */
  private static String shift(long first, int by) {
    return "alter table log.event drop constraint event_position_check;"
        + ("update log.event set position = -position where position >= " + first + ";")
        + ("update log.event set position = -position + " + by + " where position < 0;");
  }

  /** As an owner who knows the code would: tree and checkpoints anew, with a key of their own. */
  private void forgeTree() {
    sql("truncate integrity.tile, integrity.checkpoint, integrity.key");
    try (GrowingLog.Forger forger = log.forger(data.resolve("forged"))) {
      forger.signAll();
    }
  }

  private SignedNote sign() {
    return SignedNote.parse(log.signAll().note());
  }

  private LogVerdict verify(SignedNote... kept) throws SQLException {
    return verify(new Kept(log.verifiers(), List.of(kept)));
  }

  private LogVerdict verify(Kept kept) throws SQLException {
    return LogVerification.of(log.store().as(DatabaseRoles.READER), kept);
  }

  private static void assertFound(LogVerdict verdict, Flaw flaw, long position) {
    assertThat(verdict.isSound()).isFalse();
    assertThat(verdict.findings().getFirst().position())
        .as("%s", verdict.findings())
        .isEqualTo(position);
    assertThat(verdict.findings())
        .anyMatch(finding -> finding.flaw() == flaw && finding.position() == position);
  }

  private byte[] entry(long position) {
    return log.store().log().read(position - 1, 1).getFirst().entry();
  }

  private void put(long position, byte[] entry) {
    log.store()
        .sql()
        .sql("update log.event set entry = ? where position = ?")
        .params(entry, position)
        .update();
  }

  private void sql(String statement) {
    log.store().sql().sql(statement).update();
  }
}

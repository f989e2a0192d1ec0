package org.counterfoil.eventstore.integrity.growth;

import static org.awaitility.Awaitility.await;
import static org.counterfoil.eventstore.TestEvents.extended;
import static org.counterfoil.eventstore.TestEvents.id;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.counterfoil.eventstore.TestStore;
import org.counterfoil.eventstore.integrity.checkpoint.Checkpoints;
import org.counterfoil.eventstore.integrity.checkpoint.LogKeys;
import org.counterfoil.eventstore.integrity.checkpoint.SignedCheckpoint;
import org.counterfoil.eventstore.integrity.checkpoint.SigningKey;
import org.counterfoil.eventstore.integrity.checkpoint.VerifierKey;
import org.counterfoil.eventstore.integrity.tree.Frontier;
import org.counterfoil.eventstore.integrity.tree.NodeHash;
import org.counterfoil.eventstore.log.RecordedEvent;
import org.counterfoil.eventstore.schema.DatabaseRoles;

/** A log in a database of its own, its keys in a folder, and what makes its tree grow. */
public final class GrowingLog implements AutoCloseable {

  private static final Duration OFTEN = Duration.ofMillis(20);

  private final TestStore store;
  private final Path folder;

  public GrowingLog(Path folder) throws SQLException {
    this.store = new TestStore();
    this.folder = folder;
  }

  public TestStore store() {
    return store;
  }

  public LogKeys keys() {
    return LogKeys.open(folder);
  }

  public List<VerifierKey> verifiers() {
    return keys().keys().stream().map(SigningKey::verifier).toList();
  }

  /** As whoever reads. */
  public Checkpoints checkpoints() {
    return new Checkpoints(store.as(DatabaseRoles.READER));
  }

  /** Appends small events, of a stream of their own. */
  public void append(int count) {
    store
        .transactions()
        .executeWithoutResult(s -> store.engine().appendEvents(extended(id(), 0, count)));
  }

  /** Makes the tree grow and signs, until it is closed. */
  public LogIntegrity start(int batchSize) {
    return start(batchSize, keys());
  }

  LogIntegrity start(int batchSize, LogKeys keys) {
    LogIntegrity integrity =
        new LogIntegrity(
            store.as(DatabaseRoles.INTEGRITY),
            keys,
            Clock.systemUTC(),
            new IntegritySettings(OFTEN, batchSize, OFTEN));
    integrity.start();
    return integrity;
  }

  /** Until everything is signed for; then nothing runs any more. */
  public SignedCheckpoint signAll() {
    try (LogIntegrity running = start(1_000)) {
      return awaitSigned();
    }
  }

  /** Waits until everything is signed for. */
  SignedCheckpoint awaitSigned() {
    long last = store.log().lastPosition();
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> checkpoints().latestCovering(last).isPresent());
    return checkpoints().latest().orElseThrow();
  }

  /** The root over the first events, made from the log itself. */
  NodeHash rootOf(long size) {
    Frontier tree = new Frontier();
    for (RecordedEvent event : store.log().read(-1, Math.toIntExact(size))) {
      tree.append(event.entry());
    }
    return tree.root();
  }

  /** Somebody with the database's rights and another key. */
  public Forger forger(Path keys) {
    return new Forger(keys);
  }

  /** Makes a tree and checkpoints anew. */
  public final class Forger implements AutoCloseable {
    private final LogIntegrity forging;

    private Forger(Path keys) {
      this.forging = start(1_000, LogKeys.open(keys));
    }

    public void signAll() {
      awaitSigned();
    }

    @Override
    public void close() {
      forging.close();
    }
  }

  /** Takes away what keeps even the owner from changing what is signed. */
  public void allowDamage() {
    store.allowDamage();
    for (String trigger :
        List.of(
            "tile_only_grows on integrity.tile",
            "tile_is_never_removed on integrity.tile",
            "checkpoint_is_never_changed on integrity.checkpoint",
            "key_is_never_changed on integrity.key")) {
      store.sql().sql("drop trigger " + trigger).update();
    }
  }

  @Override
  public void close() {
    store.close();
  }
}

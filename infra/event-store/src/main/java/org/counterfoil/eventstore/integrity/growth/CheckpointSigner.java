package org.counterfoil.eventstore.integrity.growth;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.counterfoil.eventstore.integrity.checkpoint.Checkpoint;
import org.counterfoil.eventstore.integrity.checkpoint.Checkpoints;
import org.counterfoil.eventstore.integrity.checkpoint.LogKeys;
import org.counterfoil.eventstore.integrity.checkpoint.SignedCheckpoint;
import org.counterfoil.eventstore.integrity.checkpoint.SigningKey;
import org.counterfoil.eventstore.integrity.tile.GrowingTiles;
import org.counterfoil.eventstore.integrity.tile.StoredSubtrees;
import org.counterfoil.eventstore.integrity.tile.TileStore;
import org.counterfoil.eventstore.integrity.tree.NodeHash;
import org.counterfoil.eventstore.integrity.tree.ProofCheck;
import org.counterfoil.eventstore.integrity.tree.TreeProofs;

/**
 * Signs checkpoints, each of which continues the last: the proof of that is made from the stored
 * tiles and checked as anybody outside would, before the key is used. What was signed last is known
 * from the database and from a file beside the key.
 */
final class CheckpointSigner {

  private final LogKeys keys;
  private final Clock clock;
  private final TileStore tiles;
  private final Checkpoints checkpoints;

  CheckpointSigner(LogKeys keys, Clock clock, DataSource source) {
    this.keys = keys;
    this.clock = clock;
    this.tiles = new TileStore(source);
    this.checkpoints = new Checkpoints(source);
  }

  /** The keys are known to everybody before they sign. */
  void publishKeys() {
    Instant now = clock.instant();
    for (SigningKey key : keys.keys()) {
      checkpoints.publish(key.verifier(), now);
    }
  }

  /**
   * Signs the tree as it is, unless that is signed already.
   *
   * @return the newest checkpoint; nothing where the tree has no entries
   * @throws IntegrityFault where the tree does not continue what was signed before
   */
  Optional<SignedCheckpoint> sign(GrowingTiles tree) {
    Checkpoint next = new Checkpoint(keys.origin(), tree.size(), tree.root());
    Optional<SignedCheckpoint> stored = checkpoints.latest();
    stored.ifPresent(last -> requireContinued(last.checkpoint(), next));
    keys.lastSigned().ifPresent(last -> requireContinued(last, next));
    boolean isSigned = stored.isPresent() && stored.get().checkpoint().size() == next.size();
    if (isSigned || next.size() == 0) {
      return stored;
    }
    SignedCheckpoint signed =
        new SignedCheckpoint(next, keys.sign(next).toString(), clock.instant());
    checkpoints.add(signed);
    return Optional.of(signed);
  }

  private void requireContinued(Checkpoint last, Checkpoint next) {
    if (!last.origin().equals(next.origin())) {
      throw new IntegrityFault(
          "Expected the log " + next.origin() + ", but what was signed is " + last.origin());
    }
    if (last.size() > next.size()) {
      throw new IntegrityFault(
          "Expected a tree of at least the "
              + last.size()
              + " events that are signed for, but it has "
              + next.size());
    }
    List<NodeHash> proof =
        new TreeProofs(new StoredSubtrees(tiles)).consistency(last.size(), next.size());
    if (!ProofCheck.isConsistent(last.size(), last.root(), next.size(), next.root(), proof)) {
      throw new IntegrityFault(
          "Expected the tree of "
              + next.size()
              + " events to continue the one of "
              + last.size()
              + " that was signed, but it is another");
    }
  }
}

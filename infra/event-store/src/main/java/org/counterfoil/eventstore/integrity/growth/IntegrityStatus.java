package org.counterfoil.eventstore.integrity.growth;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the proof of the log stands, as far as this process knows.
 *
 * @param isLeader whether it is this process that makes the tree grow and signs
 * @param treeSize how many events are in the tree
 * @param signedSize how many of them are signed for; 0 where nothing is
 * @param signedAt when that was; missing where nothing is
 * @param fault why nothing is signed any more; missing where all is well
 */
public record IntegrityStatus(
    boolean isLeader,
    long treeSize,
    long signedSize,
    @Nullable Instant signedAt,
    @Nullable String fault) {

  static final IntegrityStatus STANDING_BY = new IntegrityStatus(false, 0, 0, null, null);

  /** The leadership is lost for now. */
  IntegrityStatus standingBy() {
    return new IntegrityStatus(false, treeSize, signedSize, signedAt, fault);
  }

  /** The leader stored more of the tree; what is wrong with it, if anything, is not known yet. */
  IntegrityStatus grownTo(long size) {
    return new IntegrityStatus(true, size, signedSize, signedAt, fault);
  }

  /** The leader found one. */
  IntegrityStatus withFault(String why) {
    return new IntegrityStatus(true, treeSize, signedSize, signedAt, why);
  }
}

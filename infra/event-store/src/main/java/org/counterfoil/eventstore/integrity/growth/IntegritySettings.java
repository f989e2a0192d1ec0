package org.counterfoil.eventstore.integrity.growth;

import java.time.Duration;

/**
 * How the tree follows the log.
 *
 * @param every how often a checkpoint is signed while there is news
 * @param batchSize the most events in one transaction
 * @param standBy how often a process that does not lead tries to, and one that failed tries again
 */
public record IntegritySettings(Duration every, int batchSize, Duration standBy) {

  public static final IntegritySettings USUAL =
      new IntegritySettings(Duration.ofSeconds(2), 4_096, Duration.ofSeconds(1));

  /** The usual ones, with checkpoints as often as that. */
  public static IntegritySettings signingEvery(Duration every) {
    return new IntegritySettings(every, USUAL.batchSize, USUAL.standBy);
  }
}

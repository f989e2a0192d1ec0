package org.counterfoil.feed.kafka;

import java.time.Duration;

/**
 * How the log is relayed.
 *
 * @param batchSize the most events before the next markers
 * @param pace the least time between two batches that are not full: fewer markers, for so much
 *     delay
 * @param standBy how often one who does not lead tries to
 * @param lookAfter how often the leader looks whether it still leads, and whether the topic is
 *     still the same, while there is nothing to relay
 * @param backOff how long to wait after a failure
 */
public record RelaySettings(
    int batchSize, Duration pace, Duration standBy, Duration lookAfter, Duration backOff) {

  public static final RelaySettings USUAL =
      new RelaySettings(
          2_000,
          Duration.ofMillis(20),
          Duration.ofSeconds(1),
          Duration.ofSeconds(2),
          Duration.ofSeconds(1));
}

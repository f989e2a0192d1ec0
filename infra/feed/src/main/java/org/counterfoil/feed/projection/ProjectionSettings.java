package org.counterfoil.feed.projection;

import java.time.Duration;

/**
 * How a projection is run.
 *
 * @param batchSize the most events in one transaction while live
 * @param buildBatchSize the most events in one transaction of a rebuild or check
 * @param gathering how much time there is at least between the beginnings of two transactions while
 *     live, unless one is full: under load, rows are written for many events at once, and the first
 *     event after a pause does not wait
 * @param idleWait how long to wait for events before looking whether there is something else to do
 * @param firstBackOff how long to wait after a passing failure; doubled each time
 * @param longestBackOff the longest of these waits
 */
public record ProjectionSettings(
    int batchSize,
    int buildBatchSize,
    Duration gathering,
    Duration idleWait,
    Duration firstBackOff,
    Duration longestBackOff) {

  public static final ProjectionSettings USUAL =
      new ProjectionSettings(
          500,
          2_000,
          Duration.ofMillis(20),
          Duration.ofMillis(200),
          Duration.ofMillis(50),
          Duration.ofSeconds(5));
}

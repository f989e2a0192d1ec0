package org.counterfoil.feed.projection;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits longer after each failure in a row, but never past the end. */
final class BackOff {

  private final Duration first;
  private final Duration longest;
  private final CountDownLatch closing;
  private Duration next;

  BackOff(ProjectionSettings settings, CountDownLatch closing) {
    this.first = settings.firstBackOff();
    this.longest = settings.longestBackOff();
    this.closing = closing;
    this.next = first;
  }

  /** Whether this would be the first wait in a row. */
  boolean isFresh() {
    return next.equals(first);
  }

  void reset() {
    next = first;
  }

  void pause() throws InterruptedException {
    closing.await(next.toNanos(), TimeUnit.NANOSECONDS); // returns early when closing
    Duration doubled = next.multipliedBy(2);
    next = doubled.compareTo(longest) < 0 ? doubled : longest;
  }
}

package org.counterfoil.feed.kafka;

import java.time.Duration;

/**
 * How long a reader waits for a missing record before it reads the partition again from the
 * beginning. Usually the relay sends it again in a moment; but where a topic was deleted and
 * created again, a stored offset may lie behind it. Longer each time, for reading again is dear.
 */
final class GapPatience {

  private static final Duration FIRST = Duration.ofSeconds(2);
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private Duration patience = FIRST;
  private long since = -1;

  /** Whether to read again now. To be asked again and again. */
  boolean isOver(boolean isGapped) {
    if (!isGapped) {
      patience = FIRST;
      since = -1;
      return false;
    }
    long now = System.nanoTime();
    if (since == -1) {
      since = now;
      return false;
    }
    if (now - since < patience.toNanos()) {
      return false;
    }
    since = now;
    Duration doubled = patience.multipliedBy(2);
    patience = doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
    return true;
  }
}

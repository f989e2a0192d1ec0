package org.counterfoil.query.live;

import java.time.Duration;

/** A question that is asked again whenever its answer may be another. */
public interface LiveQuestion {

  /**
   * The position of the last event that changed the answer; cheap, because it is asked more often
   * than there is news.
   */
  long version();

  /** The answer. */
  LiveAnswer answer();

  /** How long an answer is good where nothing is heard of a change. */
  default Duration goodFor() {
    return Duration.ofDays(1);
  }
}

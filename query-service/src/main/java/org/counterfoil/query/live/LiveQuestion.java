package org.counterfoil.query.live;

/** A question that is asked again whenever its answer may be another. */
public interface LiveQuestion {

  /**
   * The position of the last event that changed the answer; cheap, because it is asked more often
   * than there is news.
   */
  long version();

  /** The answer. */
  LiveAnswer answer();
}

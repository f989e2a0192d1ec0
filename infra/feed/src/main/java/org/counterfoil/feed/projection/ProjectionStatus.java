package org.counterfoil.feed.projection;

import org.jspecify.annotations.Nullable;

/**
 * How a projection is doing.
 *
 * @param name the projection
 * @param state what it does
 * @param position every event up to and including this one is in its rows, or parked; -1 for none
 * @param lagPositions how many positions the feed's head is ahead
 * @param lagSeconds how long ago it was last level with the feed's head; 0 where it is now
 * @param rebuild how far a rebuild has come; missing where there is none
 * @param parked how many events are parked
 * @param stopReason why it stopped, or why its last rebuild failed, without personal data
 * @param lastCheck the last equality check; missing where there was none since the start
 */
public record ProjectionStatus(
    String name,
    State state,
    long position,
    long lagPositions,
    double lagSeconds,
    @Nullable RebuildProgress rebuild,
    int parked,
    @Nullable String stopReason,
    @Nullable EqualityResult lastCheck) {

  /** What a projection does. */
  public enum State {
    /** Follows the feed. */
    LIVE,
    /** Follows the feed, if its tables still fit, while new tables are filled. */
    REBUILDING,
    /** Does nothing: not started, closed, or halted by what it must not skip. */
    STOPPED
  }

  /**
   * How far a rebuild has come.
   *
   * @param position reached in the new tables; -1 for none
   * @param target where the live ones are, or the feed's head
   */
  public record RebuildProgress(long position, long target) {}
}

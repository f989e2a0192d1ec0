package org.counterfoil.feed.projection;

import java.time.Instant;

/**
 * An event that could not be applied, or that is held back behind one.
 *
 * @param position in the log
 * @param key see {@link Projection#key}
 * @param eventName its stored name
 * @param reason the exception's class, SQL state and place in the projection, never its message,
 *     which may quote values; {@link #HELD_BACK} where it was not tried
 * @param firstAttempt when it was parked
 * @param lastAttempt when it was tried last
 */
public record ParkedEvent(
    long position,
    String key,
    String eventName,
    String reason,
    Instant firstAttempt,
    Instant lastAttempt) {

  /** The reason of an event that waits for an earlier one of its key. */
  public static final String HELD_BACK = "HELD_BACK";
}

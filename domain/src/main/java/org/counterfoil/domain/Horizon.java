package org.counterfoil.domain;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far from now a time may lie that a caller names: a century. Databases, calendars and
 * additions fail on the times beyond that an {@link Instant} can also hold, and an event that
 * readers cannot apply stops them.
 */
public final class Horizon {

  private static final Duration CENTURY = Duration.ofDays(36_525);

  private Horizon() {}

  /** Whether the time may be recorded; one that is missing may. */
  public static boolean includes(@Nullable Instant time, Instant now) {
    return time == null || !(time.isBefore(now.minus(CENTURY)) || time.isAfter(now.plus(CENTURY)));
  }
}

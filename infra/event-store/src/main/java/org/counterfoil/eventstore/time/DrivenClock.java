package org.counterfoil.eventstore.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * The clock that everything asks. It tells the system's time, in UTC, unless it is driven: then it
 * stands where it was put. Tests drive it, and so does the demonstration, whose sales span weeks.
 */
public final class DrivenClock extends Clock {

  private final Clock system;
  private volatile @Nullable Instant standing;

  private DrivenClock(Clock system, @Nullable Instant standing) {
    this.system = system;
    this.standing = standing;
  }

  /** A clock that runs. */
  public static DrivenClock running() {
    return new DrivenClock(Clock.systemUTC(), null);
  }

  /** A clock that stands at this instant until it is driven on or let run. */
  public static DrivenClock standingAt(Instant instant) {
    return new DrivenClock(Clock.systemUTC(), instant);
  }

  /** Puts the clock to this instant, where it stands. */
  public void driveTo(Instant instant) {
    standing = instant;
  }

  /**
   * Moves a standing clock on.
   *
   * @throws IllegalStateException where it runs
   */
  public synchronized void advance(Duration by) {
    Instant now = standing;
    if (now == null) {
      throw new IllegalStateException("Expected a standing clock, but it runs");
    }
    standing = now.plus(by);
  }

  /** Lets it tell the system's time again. */
  public void run() {
    standing = null;
  }

  public boolean isDriven() {
    return standing != null;
  }

  @Override
  public Instant instant() {
    Instant driven = standing;
    return driven == null ? system.instant() : driven;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("Everything is kept in UTC");
  }
}

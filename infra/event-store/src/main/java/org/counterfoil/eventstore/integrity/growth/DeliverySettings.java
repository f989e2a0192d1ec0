package org.counterfoil.eventstore.integrity.growth;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Where checkpoints are sent, and how often.
 *
 * @param address set by the operator alone; http or https
 * @param every the least time between two of them, except at the end of a day
 * @param zone whose days those are
 * @param retry the first pause after a failure; each later one is twice as long, up to {@link
 *     #LONGEST_PAUSE}
 */
public record DeliverySettings(URI address, Duration every, ZoneId zone, Duration retry) {

  /** Ten minutes. */
  public static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

  public DeliverySettings {
    boolean isWeb = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
    if (!isWeb || address.getHost() == null) {
      throw new IllegalArgumentException(
          "Expected an address of http or https with a host to send checkpoints to, but it is not");
    }
    if (every.isNegative() || retry.isNegative() || retry.isZero()) {
      throw new IllegalArgumentException("Expected times that are not negative, but one is");
    }
  }

  /**
   * Whether what is new is to be sent now: the time is over, or the day of the last one is.
   *
   * @param last when one was sent last; missing for never
   */
  boolean isDue(@Nullable Instant last, Instant now) {
    return last == null
        || !now.isBefore(last.plus(every))
        || now.atZone(zone).toLocalDate().isAfter(last.atZone(zone).toLocalDate());
  }

  /** How long to wait after so many failures in a row, one or more. */
  Duration pauseAfter(int failures) {
    long doubled = 1L << Math.min(failures - 1, 20);
    Duration pause = retry.multipliedBy(doubled);
    return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
  }
}

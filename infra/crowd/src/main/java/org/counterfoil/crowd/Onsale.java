package org.counterfoil.crowd;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.counterfoil.crowd.plan.CrowdShares;
import org.jspecify.annotations.Nullable;

/**
 * What all sessions of a run share.
 *
 * @param opensAt {@link System#nanoTime} of the opening
 * @param counterToken of a box office that takes prompt money; the simulated provider takes the
 *     rest
 */
record Onsale(
    House house,
    Shop shop,
    Sights sights,
    Books books,
    Door door,
    LateMoney lateMoney,
    CrowdShares shares,
    long opensAt,
    @Nullable String counterToken) {

  /** A little after the opening: who knocks too early knocks again. */
  private static final long AFTER_OPENING_MILLIS = 20;

  long holdNanos() {
    return TimeUnit.SECONDS.toNanos(house.holdSeconds());
  }

  String priceType(String zone) {
    return Objects.requireNonNull(house.zones().get(zone)).priceType();
  }

  Duration untilOpening() {
    long left = TimeUnit.NANOSECONDS.toMillis(opensAt - System.nanoTime());
    return Duration.ofMillis(Math.max(0, left) + AFTER_OPENING_MILLIS);
  }
}

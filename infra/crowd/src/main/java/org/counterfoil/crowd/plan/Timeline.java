package org.counterfoil.crowd.plan;

import java.time.Duration;
import java.util.SplittableRandom;

/**
 * When people come, relative to the opening of the sale. They gather before it, a third of all come
 * within the first ten seconds, then fewer and fewer; a second wave comes when the first abandoned
 * holds fall back.
 *
 * @param holdTime how long a hold lasts; the second wave starts after it
 * @param compression how many times faster than in reality everything is; 1 is real time
 */
public record Timeline(Duration holdTime, double compression) {

  /** How long an onsale is watched. */
  static final double LENGTH_SECONDS = 1_800;

  static final double BUILD_UP_SECONDS = 300;
  static final double SPIKE_SECONDS = 10;
  static final double SECOND_WAVE_SECONDS = 120;
  private static final double TAIL_MEAN_SECONDS = 300;

  static final double BUILD_UP = 0.10;
  static final double SPIKE = 1.0 / 3;
  static final double SECOND_WAVE = 0.10;

  /**
   * Checks.
   *
   * @throws IllegalArgumentException where times are negative or the compression is below 1
   */
  public Timeline {
    if (holdTime.isNegative() || !(compression >= 1)) {
      throw new IllegalArgumentException(
          "Expected a hold time and a compression of at least 1, but they are "
              + holdTime
              + " and "
              + compression);
    }
  }

  /** A time of real life as it is in this run. */
  public Duration scaled(double seconds) {
    return Duration.ofNanos((long) (seconds * 1e9 / compression));
  }

  /** From the first to come until the last. */
  public Duration length() {
    return scaled(BUILD_UP_SECONDS + LENGTH_SECONDS);
  }

  /** How long people gather before the opening. */
  public Duration buildUp() {
    return scaled(BUILD_UP_SECONDS);
  }

  /** Seconds of real life after the opening; negative before. */
  double arrival(SplittableRandom random) {
    double part = random.nextDouble();
    double within = random.nextDouble();
    if (part < BUILD_UP) {
      return -BUILD_UP_SECONDS * (1 - Math.sqrt(within));
    }
    if (part < BUILD_UP + SPIKE) {
      return SPIKE_SECONDS * within * within;
    }
    if (part < BUILD_UP + SPIKE + SECOND_WAVE) {
      double ramp = (within + random.nextDouble()) / 2;
      return holdTime.toNanos() / 1e9 + SECOND_WAVE_SECONDS * ramp;
    }
    double longest = 1 - Math.exp(-(LENGTH_SECONDS - SPIKE_SECONDS) / TAIL_MEAN_SECONDS);
    return SPIKE_SECONDS - TAIL_MEAN_SECONDS * Math.log(1 - within * longest);
  }
}

package org.counterfoil.bench;

import java.time.Duration;
import java.util.List;

/**
 * One round of one contender.
 *
 * @param operations what was acknowledged
 * @param elapsed on the clock on the wall
 * @param cpu what it cost
 * @param faults what the correctness check found; a round with any does not count
 */
public record Round(long operations, Duration elapsed, Cpu cpu, List<String> faults) {

  private static final double NANOS_PER_SECOND = 1e9;

  /** Operations per second. */
  public double rate() {
    return operations * NANOS_PER_SECOND / elapsed.toNanos();
  }
}

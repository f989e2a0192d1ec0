package org.counterfoil.embedded;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Bounded waiting for a process that sends no notice. */
final class Wait {
  private static final long STEP_MILLIS = 10;

  private Wait() {}

  /**
   * Polls until the condition holds. An interrupt is kept for the caller but does not cut the wait
   * short: giving up half-way through a shutdown would leave a server behind.
   *
   * @return whether the condition held in time
   */
  static boolean until(Duration limit, BooleanSupplier condition) {
    long deadline = System.nanoTime() + limit.toNanos();
    boolean interrupted = false;
    try {
      while (!condition.getAsBoolean()) {
        if (System.nanoTime() >= deadline) {
          return false;
        }
        try {
          Thread.sleep(STEP_MILLIS);
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
      return true;
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}

package org.counterfoil.command.lane;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lanes meet where a command concerns performances of several: one of them, the host, decides it
 * while the others stand still, so that it alone changes what is in memory of all. Meetings are
 * queued in all their lanes at once, one after another; so any two stand in the same order wherever
 * they meet, and lanes cannot wait for each other in a circle.
 */
final class Meeting {

  private final CountDownLatch missing;
  private final CountDownLatch open = new CountDownLatch(1);

  Meeting(int guests) {
    missing = new CountDownLatch(guests);
  }

  /** Waits as another lane until the host has decided; returns at once where it has given up. */
  void attend() {
    missing.countDown();
    uninterrupted(
        () -> {
          open.await();
          return true;
        });
  }

  /**
   * Waits as the host until everybody stands still.
   *
   * @return false where somebody does not come in time
   */
  boolean begin(Duration patience) {
    return uninterrupted(() -> missing.await(patience.toNanos(), TimeUnit.NANOSECONDS));
  }

  /**
   * Lets everybody go on, those who have yet to come as well. MUST be called, whatever happened.
   */
  void end() {
    open.countDown();
  }

  private interface Waiting {
    boolean await() throws InterruptedException;
  }

  /** A lane that is interrupted finishes what it has begun, and heeds it then. */
  private static boolean uninterrupted(Waiting waiting) {
    boolean wasInterrupted = false;
    try {
      while (true) {
        try {
          return waiting.await();
        } catch (InterruptedException interrupted) {
          wasInterrupted = true;
        }
      }
    } finally {
      if (wasInterrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}

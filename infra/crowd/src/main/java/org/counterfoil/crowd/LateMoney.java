package org.counterfoil.crowd;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Buyers whose money is on its way for minutes: they are gone, and look for their tickets when it
 * must have come.
 */
final class LateMoney {

  /** Longer than an order is kept for payment: 300 seconds, and some for the clocks. */
  static final int SECONDS = 305;

  private final ExecutorService people;
  private final AtomicInteger awaited = new AtomicInteger();

  LateMoney(ExecutorService people) {
    this.people = people;
  }

  /** What they do then. */
  interface Look {
    void follow() throws InterruptedException;
  }

  void await(Look look) {
    awaited.incrementAndGet();
    people.execute(
        () -> {
          try {
            Thread.sleep(Duration.ofSeconds(SECONDS));
            look.follow();
          } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
          } finally {
            awaited.decrementAndGet();
          }
        });
  }

  /** How many have not seen yet what became of it. */
  int awaited() {
    return awaited.get();
  }
}

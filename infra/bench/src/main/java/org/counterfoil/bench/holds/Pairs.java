package org.counterfoil.bench.holds;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Gives out pairs of seats, each once, over so many halls at a time; when these are full, over as
 * many more.
 */
final class Pairs {

  /**
   * A pair.
   *
   * @param hall counted from 0, without an end
   * @param pair of that hall
   */
  record Pair(int hall, int pair) {}

  private final int perHall;
  private final int halls;
  private final AtomicLong given = new AtomicLong();

  Pairs(int perHall, int halls) {
    this.perHall = perHall;
    this.halls = halls;
  }

  Pair next() {
    long number = given.getAndIncrement();
    long perSet = (long) perHall * halls;
    long set = number / perSet;
    long within = number % perSet;
    return new Pair((int) (set * halls + within % halls), (int) (within / halls));
  }

  /** Begins with halls that nobody was in. */
  void nextHalls() {
    long perSet = (long) perHall * halls;
    given.updateAndGet(number -> (number + perSet - 1) / perSet * perSet);
  }

  int halls() {
    return halls;
  }
}

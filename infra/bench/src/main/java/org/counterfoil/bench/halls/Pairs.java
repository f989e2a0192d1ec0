package org.counterfoil.bench.halls;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Gives out pairs of seats, each once, over so many halls at a time; when these are full, over as
 * many more.
 */
public final class Pairs {

  /**
   * A pair.
   *
   * @param hall counted from 0, without an end
   * @param pair of that hall
   */
  public record Pair(int hall, int pair) {}

  private final int perHall;
  private final int halls;
  private final AtomicLong given = new AtomicLong();

  /** So many pairs in each hall, and so many halls at a time. */
  public Pairs(int perHall, int halls) {
    this.perHall = perHall;
    this.halls = halls;
  }

  /** The next pair, never given before. */
  public Pair next() {
    long number = given.getAndIncrement();
    long perSet = (long) perHall * halls;
    long set = number / perSet;
    long within = number % perSet;
    return new Pair((int) (set * halls + within % halls), (int) (within / halls));
  }

  /** How many halls so many pairs take, all that are used at a time. */
  public int hallsFor(long pairs) {
    return (int) (pairs / ((long) perHall * halls) + 1) * halls;
  }

  /** Begins with halls that nobody was in; answers the first of them. */
  public int nextHalls() {
    long perSet = (long) perHall * halls;
    long sets = given.updateAndGet(number -> (number + perSet - 1) / perSet * perSet) / perSet;
    return (int) (sets * halls);
  }
}

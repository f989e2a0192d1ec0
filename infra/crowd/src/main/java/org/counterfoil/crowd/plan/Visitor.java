package org.counterfoil.crowd.plan;

import java.time.Duration;
import java.util.SplittableRandom;

/**
 * Somebody who comes to an onsale, and what they will do.
 *
 * @param number counts from 0, in the order of arrival
 * @param arrivesAfter the start of the run
 * @param groupSize how many places they want together
 * @param picks whether they name their seats; else they take the best there is
 * @param sessions how many they play at once: a bot several, people one
 * @param abandons whether they leave their hold to its end
 * @param givesBack whether they say so, where they abandon it
 * @param doubleClicks whether they send their wish twice at once
 * @param losesConnection whether they never see the first answer, and ask again
 * @param money when the seller hears of their payment
 * @param choosing how long they take to choose
 * @param paying how long they take from the hold to the payment
 * @param seed of what they choose along the way
 */
public record Visitor(
    int number,
    Duration arrivesAfter,
    int groupSize,
    boolean picks,
    int sessions,
    boolean abandons,
    boolean givesBack,
    boolean doubleClicks,
    boolean losesConnection,
    Money money,
    Duration choosing,
    Duration paying,
    long seed) {

  /** How the seller hears of a payment. */
  public enum Money {
    /** Once, soon. */
    PROMPT,
    /** Twice. */
    DOUBLED,
    /** When the order's time is over. */
    LATE
  }

  public boolean isBot() {
    return sessions > 1;
  }

  /**
   * Chance of this visitor's own: the same for the same seed.
   *
   * @param session which of theirs, from 0
   */
  public SplittableRandom random(int session) {
    return new SplittableRandom(seed + session);
  }
}

package org.counterfoil.command.seating;

/** How large a seating plan's file and its parts may be. */
final class PlanLimits {

  /** Bytes. */
  static final long LARGEST_FILE = 32L * 1024 * 1024;

  /** Real files nest eight deep. */
  static final int DEEPEST = 64;

  /** Characters of a text, so that one value cannot hold the whole file. */
  static final int LONGEST_TEXT = 10_000;

  /** In units of the plan, from its origin. */
  static final int FARTHEST = 1_000_000;

  /** The largest number a range of seats may start or end with. */
  static final long HIGHEST_SEAT_NUMBER = 1_000_000;

  /** Zones, categories and areas that are kept until they are counted. */
  static final int MOST_PARTS = 10_000;

  private PlanLimits() {}
}

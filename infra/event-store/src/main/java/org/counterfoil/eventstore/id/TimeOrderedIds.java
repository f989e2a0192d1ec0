package org.counterfoil.eventstore.id;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Makes UUIDs of version 7 (RFC 9562, section 5.7): 48 bits of milliseconds, a 12-bit counter that
 * keeps the ids of one process in order (section 6.2, method 1), 62 random bits. They say when they
 * were made and can be guessed by whoever knows others: identifiers, never secrets.
 *
 * <p>Strictly increasing for one instance, also where the clock stands still or goes back; a
 * counter that overflows borrows from the next millisecond. Safe for use by many threads, without
 * locks.
 */
public final class TimeOrderedIds {

  private static final int COUNTER_BITS = 12;
  private static final long COUNTER_MASK = (1L << COUNTER_BITS) - 1;
  private static final long VERSION_7 = 0x7000L;
  private static final long VARIANT_RFC = 0x8000_0000_0000_0000L;
  private static final long RANDOM_MASK = 0x3FFF_FFFF_FFFF_FFFFL;

  /** The odd step of SplitMix64 (Steele, Lea, Flood, OOPSLA 2014): its period is 2^64. */
  private static final long GOLDEN_STEP = 0x9E37_79B9_7F4A_7C15L;

  private final Clock clock;
  private final AtomicLong lastTick = new AtomicLong();
  private final AtomicLong random;

  /** Ids that no other process makes, unless by a chance of 1 in 2^62 within a millisecond. */
  public TimeOrderedIds(Clock clock) {
    this(clock, new SecureRandom().nextLong());
  }

  /** Ids that are the same for the same clock and seed: for tests and demonstrations. */
  public TimeOrderedIds(Clock clock, long seed) {
    this.clock = clock;
    this.random = new AtomicLong(seed);
  }

  /** The next id. */
  public UUID next() {
    long now = clock.millis() << COUNTER_BITS;
    long tick = lastTick.updateAndGet(last -> Math.max(last + 1, now));
    long high = (tick & ~COUNTER_MASK) << 4 | VERSION_7 | (tick & COUNTER_MASK);
    return new UUID(high, VARIANT_RFC | (nextRandom() & RANDOM_MASK));
  }

  private long nextRandom() {
    long z = random.addAndGet(GOLDEN_STEP);
    z = (z ^ (z >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D0_49BB_1331_11EBL;
    return z ^ (z >>> 31);
  }
}

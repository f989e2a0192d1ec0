package org.counterfoil.bench;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * An open loop: requests come at their appointed times, whether earlier ones were answered or not,
 * and each is timed from its appointed time. So a server that stands still is seen to (coordinated
 * omission: Gil Tene, "How NOT to Measure Latency").
 */
public final class OpenLoop {

  private static final long LONGEST_NANOS = Duration.ofMinutes(2).toNanos();
  private static final int DIGITS = 3;
  private static final double NANOS_PER_SECOND = 1e9;

  /**
   * What they waited.
   *
   * @param latency in nanoseconds
   * @param notAnswered how many ended in an exception
   */
  public record Done(Histogram latency, long notAnswered, Duration elapsed) {

    /** In milliseconds. */
    public double percentileMillis(double percentile) {
      return latency.getValueAtPercentile(percentile) / 1e6;
    }
  }

  private OpenLoop() {}

  /** Sends {@code perSecond} requests a second for this long, and waits for the last answer. */
  public static Done run(double perSecond, Duration time, Callable<Boolean> ask) {
    Histogram latency = new ConcurrentHistogram(LONGEST_NANOS, DIGITS);
    LongAdder notAnswered = new LongAdder();
    long requests = Math.round(perSecond * time.toNanos() / NANOS_PER_SECOND);
    long begin = System.nanoTime();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (long number = 0; number < requests; number++) {
        long appointed = begin + (long) (number * NANOS_PER_SECOND / perSecond);
        waitUntil(appointed);
        threads.execute(
            () -> {
              try {
                ask.call();
                latency.recordValue(Math.min(System.nanoTime() - appointed, LONGEST_NANOS));
              } catch (Exception failed) {
                notAnswered.increment();
              }
            });
      }
    }
    return new Done(latency, notAnswered.sum(), Duration.ofNanos(System.nanoTime() - begin));
  }

  /** Sleeps: a generator that spins would take the processor from the server. */
  private static void waitUntil(long nanos) {
    for (long left = nanos - System.nanoTime(); left > 0; left = nanos - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}

package org.counterfoil.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A closed loop: so many clients, each of which asks again as soon as it has its answer. For
 * throughput only; what they wait says nothing about what others would wait, see {@link OpenLoop}.
 */
public final class Clients {

  /**
   * What they did.
   *
   * @param acknowledged how often the answer was yes
   * @param refused how often it was no
   */
  public record Done(long acknowledged, long refused, Duration elapsed) {}

  private Clients() {}

  /**
   * Lets them ask for about this long, each on a virtual thread of its own.
   *
   * @param ask asks once and answers whether the answer was yes
   */
  public static Done run(int clients, Duration time, Callable<Boolean> ask) throws Exception {
    long begin = System.nanoTime();
    long end = begin + time.toNanos();
    long acknowledged = 0;
    long refused = 0;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<long[]>> counts = new ArrayList<>();
      for (int client = 0; client < clients; client++) {
        counts.add(threads.submit(() -> loop(end, ask)));
      }
      for (Future<long[]> count : counts) {
        acknowledged += count.get()[0];
        refused += count.get()[1];
      }
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof Exception cause ? cause : failed;
    }
    return new Done(acknowledged, refused, Duration.ofNanos(System.nanoTime() - begin));
  }

  private static long[] loop(long end, Callable<Boolean> ask) throws Exception {
    long[] counts = new long[2];
    while (System.nanoTime() < end) {
      counts[ask.call() ? 0 : 1]++;
    }
    return counts;
  }
}

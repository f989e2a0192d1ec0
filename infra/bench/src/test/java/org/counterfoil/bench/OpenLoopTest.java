package org.counterfoil.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;

class OpenLoopTest {

  private static final Duration STANDSTILL = Duration.ofMillis(300);

  /** A closed loop would see one slow request of a hundred. */
  @Test
  void aServerThatStandsStillIsSeenByAllWhoCameMeanwhile() {
    long begin = System.nanoTime();
    ReentrantLock one = new ReentrantLock();
    Callable<Boolean> server =
        () -> {
          one.lock();
          try {
            long left = begin + STANDSTILL.toNanos() - System.nanoTime();
            while (left > 0) {
              LockSupport.parkNanos(left);
              left = begin + STANDSTILL.toNanos() - System.nanoTime();
            }
            return true;
          } finally {
            one.unlock();
          }
        };

    OpenLoop.Done done = OpenLoop.run(200, Duration.ofMillis(600), server);

    assertThat(done.latency().getTotalCount()).isEqualTo(120);
    assertThat(done.percentileMillis(75)).isGreaterThan(100);
  }
}

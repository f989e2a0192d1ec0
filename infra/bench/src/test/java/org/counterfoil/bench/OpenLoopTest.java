package org.counterfoil.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class OpenLoopTest {

  private static final Duration STANDSTILL = Duration.ofMillis(300);

  /** A closed loop would see one slow request of a hundred. */
  @Test
  void aServerThatStandsStillIsSeenByAllWhoCameMeanwhile() {
    CompletableFuture<Boolean> goesOn =
        new CompletableFuture<Boolean>()
            .completeOnTimeout(true, STANDSTILL.toMillis(), TimeUnit.MILLISECONDS);
    Callable<Boolean> server = goesOn::join;

    OpenLoop.Done done = OpenLoop.run(200, Duration.ofMillis(600), server);

    assertThat(done.latency().getTotalCount()).isEqualTo(120);
    assertThat(done.percentileMillis(75)).isGreaterThan(100);
  }
}

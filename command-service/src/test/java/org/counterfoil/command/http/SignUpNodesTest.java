package org.counterfoil.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.counterfoil.command.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A stranger gets no more of two processes than of one, and no more after a restart. Were each to
 * count by itself, twice as many would be let through, and as many again.
 */
class SignUpNodesTest {

  private static final int MOST = 40;

  /** Each of them is made good again after its share of ten minutes. */
  private static final Duration SHARE = Duration.ofMinutes(10).dividedBy(MOST);

  private final TestDatabase database = new TestDatabase();
  private final RunningService one = RunningService.over(database);
  private final RunningService two = RunningService.over(database);
  private final Visitors visitors = Visitors.of(Theatre.in(one));

  @AfterEach
  void stop() {
    one.close();
    two.close();
  }

  @Test
  void aStrangerGetsNoMoreOfTwoProcessesThanOfOne_andARestartForgetsNothing() {
    long begun = System.nanoTime();
    int through = letThrough(one, MOST / 2) + letThrough(two, 2 * MOST);
    assertThat(through).isGreaterThanOrEqualTo(MOST);
    one.restart();
    through += letThrough(one, 2 * MOST);

    long madeGood = (System.nanoTime() - begun) / SHARE.toNanos() + 1;
    assertThat((long) through).isLessThanOrEqualTo(MOST + madeGood);
  }

  private int letThrough(RunningService node, int times) {
    int through = 0;
    for (int time = 0; time < times; time++) {
      var answer = visitors.subscribeAt(node, "no@example.org", false);
      assertThat(answer.status()).as(answer.body()).isIn(204, 429);
      through += answer.status() == 204 ? 1 : 0;
    }
    return through;
  }
}

package org.counterfoil.crowd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.counterfoil.crowd.check.FigureChecks;
import org.counterfoil.crowd.check.FigureChecks.Figures;
import org.junit.jupiter.api.Test;

class WatcherTest {

  private static final Figures HELD = new Figures(23, 2, 57_500);
  private static final Figures ENDED = new Figures(23, 0, 57_500);

  @Test
  void theEndOfAHoldThatIsSeenAMomentLaterIsNoFault() throws InterruptedException {
    AtomicInteger looks = new AtomicInteger();
    try (Watcher watcher = new Watcher(() -> looks.incrementAndGet() < 4 ? HELD : ENDED)) {
      Figures seen = watcher.last(ENDED);

      assertThat(seen).isEqualTo(ENDED);
      assertThat(FigureChecks.dashboard(23, 57_500, seen, 0).faults()).isZero();
    }
  }

  @Test
  void whatNeverEndsIsAFault() throws InterruptedException {
    try (Watcher watcher = new Watcher(() -> HELD)) {
      Figures seen = watcher.last(ENDED);

      assertThat(seen).isEqualTo(HELD);
      assertThat(FigureChecks.dashboard(23, 57_500, seen, 0).faults()).isOne();
    }
  }
}

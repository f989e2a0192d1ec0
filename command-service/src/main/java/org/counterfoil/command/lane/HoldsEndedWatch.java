package org.counterfoil.command.lane;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Notes, every few minutes, how far all holds have ended: the next start looks from there. */
final class HoldsEndedWatch implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(HoldsEndedWatch.class);
  private static final long MINUTES = 10;

  private final LiveHolds holds;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("holds-ended").factory());
  private volatile boolean isRunning;

  HoldsEndedWatch(LiveHolds holds) {
    this.holds = holds;
  }

  @Override
  public void start() {
    isRunning = true;
    var unused = timer.scheduleWithFixedDelay(this::note, 0, MINUTES, TimeUnit.MINUTES);
  }

  private void note() {
    try {
      holds.moveOn();
    } catch (RuntimeException failed) {
      LOG.warn("Expected to note how far holds have ended, but could not; trying again", failed);
    }
  }

  @Override
  public void stop() {
    isRunning = false;
    timer.shutdownNow();
  }

  @Override
  public boolean isRunning() {
    return isRunning;
  }
}

package org.counterfoil.command.waitingroom;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Does something again and again until it is stopped, also after it failed: it logs the first
 * failure of a row, and when it works again.
 */
final class Repeating implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(Repeating.class);

  private final String name;
  private final long everyMillis;
  private final Runnable task;
  private final ScheduledExecutorService timer;
  private boolean isFailing;
  private volatile boolean isRunning;

  Repeating(String name, long everyMillis, Runnable task) {
    this.name = name;
    this.everyMillis = everyMillis;
    this.task = task;
    this.timer =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name(name).factory());
  }

  @Override
  public void start() {
    isRunning = true;
    var unused = timer.scheduleWithFixedDelay(this::run, 0, everyMillis, TimeUnit.MILLISECONDS);
  }

  private void run() {
    try {
      task.run();
      if (isFailing) {
        LOG.info("{} works again", name);
      }
      isFailing = false;
    } catch (RuntimeException failed) {
      if (!isFailing && isRunning) {
        LOG.warn("Expected {} to work, but it failed; trying again", name, failed);
      }
      isFailing = true;
    }
  }

  @Override
  public void stop() {
    isRunning = false;
    timer.shutdown();
    try {
      if (!timer.awaitTermination(5, TimeUnit.SECONDS)) {
        timer.shutdownNow();
      }
    } catch (InterruptedException interrupted) {
      timer.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return isRunning;
  }

  /** After the lanes have opened, and before they close. */
  @Override
  public int getPhase() {
    return SmartLifecycle.DEFAULT_PHASE - 4_095;
  }
}

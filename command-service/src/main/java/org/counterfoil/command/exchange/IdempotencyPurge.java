package org.counterfoil.command.exchange;

import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.counterfoil.eventstore.idempotency.IdempotencyStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Forgets, every few minutes, the answers that were kept long enough. */
final class IdempotencyPurge implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(IdempotencyPurge.class);
  private static final long MINUTES = 10;

  private final IdempotencyStore kept;
  private final Clock clock;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("idempotency-purge").factory());
  private volatile boolean isRunning;

  IdempotencyPurge(IdempotencyStore kept, Clock clock) {
    this.kept = kept;
    this.clock = clock;
  }

  @Override
  public void start() {
    isRunning = true;
    var unused = timer.scheduleWithFixedDelay(this::purge, MINUTES, MINUTES, TimeUnit.MINUTES);
  }

  private void purge() {
    try {
      kept.purgeExpired(clock.instant());
    } catch (RuntimeException failed) {
      LOG.warn("Expected to forget old answers, but could not; trying again later", failed);
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

package org.counterfoil.command.buyer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.eventstore.buyer.BuyerKeyStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Destroys, every few minutes, the buyer keys of performances that are long enough over. */
final class BuyerKeySweep implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(BuyerKeySweep.class);

  private final BuyerKeyStore keys;
  private final Function<PerformanceId, Instant> endOf;
  private final Clock clock;
  private final Duration keptAfterEnd;
  private final Duration every;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("buyer-key-sweep").factory());
  private volatile boolean isRunning;

  /**
   * @param endOf when a performance ends, as the log says it now
   */
  BuyerKeySweep(
      BuyerKeyStore keys,
      Function<PerformanceId, Instant> endOf,
      Clock clock,
      Duration keptAfterEnd,
      Duration every) {
    this.keys = keys;
    this.endOf = endOf;
    this.clock = clock;
    this.keptAfterEnd = keptAfterEnd;
    this.every = every;
  }

  @Override
  public void start() {
    isRunning = true;
    var unused =
        timer.scheduleWithFixedDelay(this::sweep, 0, every.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void sweep() {
    try {
      int destroyed = keys.destroyEndedBefore(clock.instant().minus(keptAfterEnd), endOf);
      if (destroyed > 0) {
        LOG.info("Destroyed the buyer keys of {} performances that are over", destroyed);
      }
    } catch (RuntimeException failed) {
      LOG.warn("Expected to destroy old buyer keys, but could not; trying again later", failed);
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

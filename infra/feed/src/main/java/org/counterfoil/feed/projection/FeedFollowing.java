package org.counterfoil.feed.projection;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.counterfoil.feed.FeedBatch;
import org.counterfoil.feed.FeedPosition;
import org.counterfoil.feed.FeedReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the feed into one schema, batch after batch. After a passing failure it waits, reads again
 * how far the schema is, and goes on from there: whether a commit whose answer was lost has
 * happened, only the database knows.
 */
final class FeedFollowing {

  /** Hears of each commit. */
  interface Listener {
    void committed(FeedBatch batch, Set<String> changedKeys, Duration took);
  }

  private static final Logger LOG = LoggerFactory.getLogger(FeedFollowing.class);

  private final String consumer;
  private final ProjectionTables tables;
  private final int batchSize;
  private final Duration gathering;
  private final Duration idleWait;
  private final CountDownLatch closing;
  private final BackOff backOff;
  private final Listener listener;
  private volatile boolean isOutdated;

  FeedFollowing(
      String consumer,
      ProjectionTables tables,
      int batchSize,
      Duration gathering,
      ProjectionSettings settings,
      CountDownLatch closing,
      Listener listener) {
    this.consumer = consumer;
    this.tables = tables;
    this.batchSize = batchSize;
    this.gathering = gathering;
    this.idleWait = settings.idleWait();
    this.closing = closing;
    this.backOff = new BackOff(settings, closing);
    this.listener = listener;
  }

  /** What is held in memory is old: the tables are others now. To be called while it waits. */
  void reload() {
    isOutdated = true;
  }

  /**
   * Follows until told to stop.
   *
   * @param open opens a reader that goes on after a position
   * @param goesOn asked before each batch and after each failure
   * @throws RuntimeException a failure that does not pass
   */
  void run(Function<FeedPosition, FeedReader> open, BooleanSupplier goesOn)
      throws InterruptedException {
    while (goesOn.getAsBoolean()) {
      try {
        isOutdated = false;
        tables.load();
        try (FeedReader reader = open.apply(tables.reached())) {
          follow(reader, goesOn);
        }
      } catch (RuntimeException e) {
        if (!Failures.isPassing(e)) {
          throw e;
        }
        if (backOff.isFresh()) {
          LOG.warn("{} waits, and tries again: {}", consumer, e.toString());
        }
        backOff.pause();
      }
    }
  }

  private void follow(FeedReader reader, BooleanSupplier goesOn) throws InterruptedException {
    while (goesOn.getAsBoolean() && !isOutdated) {
      FeedBatch batch = reader.poll(batchSize, idleWait);
      if (!batch.events().isEmpty() || !batch.reached().equals(tables.reached())) {
        long begun = System.nanoTime();
        Set<String> changedKeys = tables.take(batch);
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        listener.committed(batch, changedKeys, took);
        if (batch.events().size() < batchSize) {
          gather(gathering.minus(took));
        }
      }
      backOff.reset();
    }
  }

  /** Lets more events come; returns early when closing. */
  private void gather(Duration rest) throws InterruptedException {
    if (rest.isPositive()) {
      closing.await(rest.toNanos(), TimeUnit.NANOSECONDS);
    }
  }
}

package org.counterfoil.command.lane;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.counterfoil.eventstore.log.EventLog;
import org.counterfoil.eventstore.log.RecordedEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sets timers here for what other processes have recorded: a hold ends in time although the process
 * that placed it is gone (I7). They ring a little later than those of the process itself, which
 * therefore does the work as long as it lives. Reads only what others wrote; one process alone
 * reads nothing.
 */
final class OthersWatch implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(OthersWatch.class);

  /** How much longer than the process that set the first timer. */
  static final Duration GRACE = Duration.ofSeconds(2);

  private static final Duration PACE = Duration.ofSeconds(1);
  private static final int PAGE = 1_000;

  private final OwnPositions own;
  private final EventLog log;
  private final LongSupplier end;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("others-watch").factory());
  private long seen;
  private long next;

  /**
   * Prepares; {@link #start} begins.
   *
   * @param own what this process writes
   * @param end the log's last position, cheaply; may lag behind
   */
  OthersWatch(OwnPositions own, EventLog log, LongSupplier end) {
    this.own = own;
    this.log = log;
    this.end = end;
  }

  /** Where the log ends now. Timers of what stands before are found by other means. */
  long position() {
    return log.lastPosition();
  }

  /**
   * Begins to follow.
   *
   * @param action takes each reminder, on this watch's thread
   */
  void start(long afterPosition, Consumer<Reminder> action) {
    seen = afterPosition;
    next = afterPosition;
    var unused =
        timer.scheduleWithFixedDelay(() -> look(action), 0, PACE.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Up to where the log ended at the last look: by now, what is ours is known to be. */
  private void look(Consumer<Reminder> action) {
    try {
      if (next > seen) {
        own.takeOthers(seen, next).forEach(range -> read(range, action));
        seen = next;
      }
      next = Math.max(next, end.getAsLong());
    } catch (RuntimeException failed) {
      LOG.warn("Expected to read what other processes recorded; trying again", failed);
    }
  }

  private void read(OwnPositions.Range range, Consumer<Reminder> action) {
    long position = range.first() - 1;
    while (position < range.last()) {
      int count = (int) Math.min(PAGE, range.last() - position);
      for (RecordedEvent event : log.read(position, count)) {
        Reminders.of(event.envelope().payload())
            .ifPresent(reminder -> action.accept(reminder.later(GRACE)));
      }
      position += count;
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}

package org.counterfoil.command.lane;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.counterfoil.domain.Actor;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.seathold.SeatHoldCommand.ExpireHolds;

/**
 * A bounded queue and one worker. The worker takes what has queued, lets the holds expire whose
 * time is over, and hands all of it to one batch: whoever waits for the disk waits together.
 */
final class Lane implements Runnable {

  /** How often a driven clock is looked at; also bounds how late a hold's end is recorded. */
  private static final Duration LONGEST_WAIT = Duration.ofMillis(200);

  private static final Duration RETRY = Duration.ofSeconds(1);

  private final BlockingQueue<Pending> queue;
  private final int maxBatch;
  private final BatchRunner runner;
  private final Clock clock;
  private final Supplier<UUID> ids;
  private final HoldTimers timers = new HoldTimers();
  private final Thread worker;
  private volatile boolean isStopping;

  Lane(String name, LaneSettings settings, BatchRunner runner, Clock clock, Supplier<UUID> ids) {
    this.queue = new ArrayBlockingQueue<>(settings.capacity());
    this.maxBatch = settings.batch();
    this.runner = runner;
    this.clock = clock;
    this.ids = ids;
    this.worker = Thread.ofPlatform().name(name).unstarted(this);
  }

  /** Sets a timer before the worker starts. */
  void remember(Instant expiresAt, PerformanceId performance) {
    timers.set(expiresAt, performance);
  }

  void start() {
    worker.start();
  }

  int depth() {
    return queue.size();
  }

  /** Queues, or refuses at once. */
  Pending submit(Submission submission) {
    Pending pending = Pending.of(submission);
    if (isStopping || !queue.offer(pending)) {
      throw new LaneFull(queue.size());
    }
    return pending;
  }

  /** Takes nothing new, finishes what is queued, and returns when it is done. */
  void stop() {
    isStopping = true;
    boolean wasInterrupted = false;
    while (worker.isAlive()) {
      try {
        worker.join();
      } catch (InterruptedException interrupted) {
        wasInterrupted = true;
      }
    }
    if (wasInterrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void run() {
    while (!isStopping || !queue.isEmpty()) {
      List<Pending> batch = take();
      if (!batch.isEmpty()) {
        runner.run(batch, timers::follow);
        batch.forEach(this::remindIfFailed);
      }
    }
  }

  /** A hold's end that could not be stored is due again shortly: no hold outlives its time (I7). */
  private void remindIfFailed(Pending pending) {
    if (pending.submission().command() instanceof ExpireHolds expiry
        && pending.outcome().isCompletedExceptionally()) {
      timers.set(clock.instant().plus(RETRY), expiry.performanceId());
    }
  }

  private List<Pending> take() {
    Duration wait = timers.untilNext(clock.instant(), LONGEST_WAIT);
    List<Pending> taken = new ArrayList<>();
    try {
      Pending first = queue.poll(wait.toNanos(), TimeUnit.NANOSECONDS);
      if (first != null) {
        taken.add(first);
        queue.drainTo(taken, maxBatch - 1);
      }
    } catch (InterruptedException interrupted) {
      isStopping = true;
    }
    List<Pending> batch = new ArrayList<>();
    for (PerformanceId performance : timers.due(clock.instant())) {
      batch.add(Pending.of(expiry(performance)));
    }
    batch.addAll(taken);
    return batch;
  }

  private Submission expiry(PerformanceId performance) {
    return new Submission(
        new ExpireHolds(performance), Actor.SYSTEM, ids.get(), events -> new Answer(204, ""), null);
  }
}

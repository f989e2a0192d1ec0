package org.counterfoil.command.lane;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.counterfoil.domain.Actor;
import org.counterfoil.domain.Command;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A bounded queue and one worker. The worker takes what has queued, adds what is due by itself
 * (such as the end of holds whose time is over), and hands all of it to one batch: whoever waits
 * for the disk waits together.
 */
final class Lane implements Runnable {

  /** How often a driven clock is looked at; also bounds how late a hold's end is recorded. */
  private static final Duration LONGEST_WAIT = Duration.ofMillis(200);

  private static final Logger LOG = LoggerFactory.getLogger(Lane.class);

  private final BlockingQueue<Queued> queue;
  private final int maxBatch;
  private final Pipeline pipeline;
  private final Clock clock;
  private final Supplier<UUID> ids;
  private final LaneTimers timers;
  private final Queue<Reminder> remembered = new ConcurrentLinkedQueue<>();
  private final Thread worker;
  private volatile boolean isStopping;

  /** The other lanes of the process. */
  interface Neighbours {

    /** Whether the commands of this key are this lane's. */
    boolean isOurs(UUID laneKey);

    /** Sets a timer in the lane whose the command is; from any thread. */
    void remember(Reminder reminder);
  }

  Lane(
      String name,
      LaneSettings settings,
      BatchRunner runner,
      GroupCommit commits,
      LaneTimers timers,
      Neighbours neighbours,
      Clock clock,
      Supplier<UUID> ids) {
    this.queue = new ArrayBlockingQueue<>(settings.capacity());
    this.maxBatch = settings.batch();
    this.timers = timers;
    this.pipeline =
        new Pipeline(
            runner,
            commits,
            events -> timers.follow(events, neighbours::isOurs, neighbours::remember),
            () -> queue.offer(Queued.Wake.NOW));
    this.clock = clock;
    this.ids = ids;
    this.worker = Thread.ofPlatform().name(name).unstarted(this);
  }

  /** Sets a timer, from any thread; the worker heeds it a moment later. */
  void remember(Reminder reminder) {
    remembered.add(reminder);
  }

  void start() {
    worker.start();
  }

  int depth() {
    return queue.size();
  }

  /** Queues, or refuses at once. */
  Pending submit(Submission submission) {
    if (isStopping) {
      throw LaneFull.stopping();
    }
    Pending pending = Pending.of(submission);
    if (!queue.offer(pending)) {
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
      List<Pending> taken = take();
      List<Pending> reminded = remind();
      List<Pending> batch = new ArrayList<>(reminded);
      batch.addAll(taken);
      if (batch.isEmpty()) {
        pipeline.look();
      } else {
        pipeline.run(batch);
      }
    }
    pipeline.close();
  }

  /** Waits for commands, but no longer than until the next timer. */
  private List<Pending> take() {
    Duration wait = timers.untilNext(clock.instant(), LONGEST_WAIT);
    List<Pending> taken = new ArrayList<>();
    try {
      Queued first = queue.poll(wait.toNanos(), TimeUnit.NANOSECONDS);
      if (first != null) {
        List<Queued> queued = new ArrayList<>();
        queued.add(first);
        queue.drainTo(queued, maxBatch - 1);
        for (Queued one : queued) {
          switch (one) {
            case Pending pending -> taken.add(pending);
            case Queued.Wake wake -> {}
          }
        }
      }
    } catch (InterruptedException interrupted) {
      isStopping = true;
    }
    return taken;
  }

  private List<Pending> remind() {
    for (Reminder one = remembered.poll(); one != null; one = remembered.poll()) {
      timers.set(one);
    }
    List<Pending> due = new ArrayList<>();
    Instant now = clock.instant();
    for (Command command : timers.due(now)) {
      due.add(repeatedIfFailed(command, now));
    }
    return due;
  }

  /** Nobody waits for these outcomes: a defect is told here; a failing store was told already. */
  private Pending repeatedIfFailed(Command command, Instant now) {
    Pending pending =
        Pending.of(
            new Submission(command, Actor.SYSTEM, ids.get(), events -> new Answer(204, ""), null));
    var unused =
        pending.outcome().whenComplete((done, failure) -> repeatIfFailed(command, now, failure));
    return pending;
  }

  private void repeatIfFailed(Command command, Instant now, @Nullable Throwable failure) {
    if (failure != null) {
      if (!(failure instanceof StoreUnavailable)) {
        LOG.error("Expected {} to be done, but it failed; trying again", command, failure);
      }
      remember(timers.again(command, now));
    }
  }
}

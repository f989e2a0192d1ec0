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

  /** How long other lanes may take to finish what was queued before a meeting. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final Logger LOG = LoggerFactory.getLogger(Lane.class);

  private final BlockingQueue<Queued> queue;
  private final int maxBatch;
  private final Pipeline pipeline;
  private final Clock clock;
  private final Supplier<UUID> ids;
  private final LaneTimers timers;
  private final Neighbours neighbours;
  private final Queue<Reminder> remembered = new ConcurrentLinkedQueue<>();
  private final Thread worker;
  private volatile boolean isStopping;

  /** The other lanes of the process. */
  interface Neighbours {

    /** Whether the commands of this key are this lane's. */
    boolean isOurs(UUID laneKey);

    /** Brings a command to all lanes that it concerns; never waits. */
    void meet(Pending pending);

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
    this.neighbours = neighbours;
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
  void enqueue(Queued queued) {
    if (isStopping) {
      throw LaneFull.stopping();
    }
    if (!queue.offer(queued)) {
      throw new LaneFull(queue.size());
    }
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
      List<Queued> taken = take();
      List<Pending> batch = new ArrayList<>(remind());
      for (Queued one : taken) {
        switch (one) {
          case Pending pending -> batch.add(pending);
          case Queued.Guest guest -> {
            finish(batch);
            guest.meeting().attend();
          }
          case Queued.Host host -> {
            finish(batch);
            decide(host);
          }
          case Queued.Wake wake -> {}
        }
      }
      if (batch.isEmpty()) {
        pipeline.look();
      } else {
        pipeline.run(batch);
      }
    }
    pipeline.close();
  }

  /** Before a meeting all that was queued before it is decided and stored. */
  private void finish(List<Pending> batch) {
    if (!batch.isEmpty()) {
      pipeline.run(List.copyOf(batch));
      batch.clear();
    }
    pipeline.close();
  }

  private void decide(Queued.Host host) {
    try {
      if (host.meeting().begin(PATIENCE)) {
        pipeline.run(List.of(host.pending()));
        pipeline.close();
      } else {
        host.pending().outcome().completeExceptionally(new LaneFull(queue.size()));
      }
    } finally {
      host.meeting().end();
    }
  }

  /** Waits for commands, but no longer than until the next timer. */
  private List<Queued> take() {
    Duration wait = timers.untilNext(clock.instant(), LONGEST_WAIT);
    List<Queued> taken = new ArrayList<>();
    try {
      Queued first = queue.poll(wait.toNanos(), TimeUnit.NANOSECONDS);
      if (first != null) {
        taken.add(first);
        queue.drainTo(taken, maxBatch - 1);
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
      Pending pending = repeatedIfFailed(command, now);
      if (command.otherLaneKeys().isEmpty()) {
        due.add(pending);
      } else {
        neighbours.meet(pending);
      }
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
      if (!(failure instanceof StoreUnavailable || failure instanceof LaneFull)) {
        LOG.error("Expected {} to be done, but it failed; trying again", command, failure);
      }
      remember(timers.again(command, now));
    }
  }
}

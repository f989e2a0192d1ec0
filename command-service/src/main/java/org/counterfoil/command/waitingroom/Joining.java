package org.counterfoil.command.waitingroom;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.counterfoil.command.waitingroom.Doors.Joined;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.waitingroom.VisitorId;
import org.counterfoil.http.problem.Problem;
import org.counterfoil.http.problem.ProblemCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Takes visitors in, many in one transaction: who comes while the disk works waits together for the
 * next turn. Bounded; a full queue refuses at once. Nobody is told to have joined before it is
 * durable.
 */
final class Joining implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(Joining.class);
  private static final int CAPACITY = 50_000;
  private static final int BATCH = 1_000;
  private static final long LONGEST_WAIT_SECONDS = 20;

  private record Pending(
      PerformanceId room, VisitorId visitor, CompletableFuture<Joined> outcome) {}

  private final Doors doors;
  private final Clock clock;
  private final BlockingQueue<Pending> queue = new ArrayBlockingQueue<>(CAPACITY);
  private final Thread worker =
      Thread.ofPlatform().name("waiting-room-joining").unstarted(this::run);
  private volatile boolean isRunning;

  Joining(Doors doors, Clock clock) {
    this.doors = doors;
    this.clock = clock;
  }

  /** Takes a visitor in; who is in already keeps the place. */
  Joined join(PerformanceId room, VisitorId visitor) {
    Pending pending = new Pending(room, visitor, new CompletableFuture<>());
    if (!isRunning || !queue.offer(pending)) {
      throw Problem.of(ProblemCode.OVERLOADED, "Expected room in the queue, but it is full")
          .exception();
    }
    try {
      return pending.outcome().get(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException failed) {
      throw unavailable();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw unavailable();
    }
  }

  private static RuntimeException unavailable() {
    return Problem.of(
            ProblemCode.STORE_UNAVAILABLE,
            "Expected the visitors' table to answer, but it did not; join again with the same nonce")
        .exception();
  }

  private void run() {
    List<Pending> batch = new ArrayList<>();
    while (isRunning || !queue.isEmpty()) {
      batch.clear();
      try {
        Pending first = queue.poll(200, TimeUnit.MILLISECONDS);
        if (first != null) {
          batch.add(first);
          queue.drainTo(batch, BATCH - 1);
          store(batch);
        }
      } catch (InterruptedException interrupted) {
        isRunning = false;
      }
    }
  }

  private void store(List<Pending> batch) {
    Map<PerformanceId, List<Pending>> byRoom =
        batch.stream()
            .collect(Collectors.groupingBy(Pending::room, LinkedHashMap::new, Collectors.toList()));
    byRoom.forEach(this::store);
  }

  private void store(PerformanceId room, List<Pending> batch) {
    try {
      List<VisitorId> visitors = batch.stream().map(Pending::visitor).distinct().toList();
      Map<VisitorId, Joined> joined = doors.join(room, visitors, clock.instant());
      batch.forEach(one -> one.outcome().complete(joined.get(one.visitor())));
    } catch (RuntimeException failed) {
      LOG.warn("{} visitors could not be taken in", batch.size(), failed);
      batch.forEach(one -> one.outcome().completeExceptionally(failed));
    }
  }

  @Override
  public void start() {
    isRunning = true;
    worker.start();
  }

  /** Finishes what has queued. */
  @Override
  public void stop() {
    isRunning = false;
    try {
      worker.join(5_000);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return isRunning;
  }

  /** Opens before, and closes after, the web server. */
  @Override
  public int getPhase() {
    return SmartLifecycle.DEFAULT_PHASE - 4_095;
  }
}

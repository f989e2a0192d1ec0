package org.counterfoil.command.lane;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.counterfoil.domain.Event;
import org.jspecify.annotations.Nullable;

/**
 * Decides a batch while the one before it is on its way to the disk. What the next one rests on is
 * then in memory only; therefore one is stored at a time, in order, and where that fails, what was
 * decided on it is dropped and decided anew. Answers go out only after the commit. Used by the
 * lane's worker only.
 */
final class Pipeline implements AutoCloseable {

  private final BatchRunner runner;
  private final Consumer<List<Event>> follow;
  private final Runnable wake;
  private final ExecutorService storing;
  private @Nullable InFlight inFlight;

  private record InFlight(DecidedBatch batch, Future<Optional<RuntimeException>> failure) {}

  /**
   * @param follow hears of all events, on the lane's worker, maybe before they are durable and
   *     maybe although they never will be
   * @param wake called from another thread where a batch could not be stored
   */
  Pipeline(String name, BatchRunner runner, Consumer<List<Event>> follow, Runnable wake) {
    this.runner = runner;
    this.follow = follow;
    this.wake = wake;
    this.storing =
        Executors.newSingleThreadExecutor(Thread.ofPlatform().name(name + "-store").factory());
  }

  /** Decides the commands and begins to store them, as soon as those before are stored. */
  void run(List<Pending> commands) {
    Optional<DecidedBatch> next = runner.decide(commands);
    boolean isSound = settle(next);
    if (!isSound && next.isPresent()) {
      next = runner.decide(commands);
    }
    next.ifPresent(this::begin);
  }

  /** Ends what could not be stored, if it is known by now. */
  void look() {
    if (inFlight != null && inFlight.failure().isDone()) {
      settle(Optional.empty());
    }
  }

  private void begin(DecidedBatch batch) {
    follow.accept(batch.events());
    Runnable afterwards = runner.snapshotsOf(batch);
    inFlight = new InFlight(batch, storing.submit(() -> store(batch, afterwards)));
  }

  private Optional<RuntimeException> store(DecidedBatch batch, Runnable afterwards) {
    Optional<RuntimeException> failure = runner.store(batch, afterwards);
    if (failure.isPresent()) {
      wake.run();
    }
    return failure;
  }

  /**
   * Waits for what is on its way. Where it could not be stored, that and {@code next}, which rests
   * on it, are dropped from memory, and its commands brought to their end.
   *
   * @return whether it was stored
   */
  private boolean settle(Optional<DecidedBatch> next) {
    InFlight before = inFlight;
    if (before == null) {
      return true;
    }
    Optional<RuntimeException> failure = failureOf(before);
    inFlight = null;
    if (failure.isPresent()) {
      runner.forget(before.batch());
      next.ifPresent(runner::forget);
      runner.recover(before.batch().commands(), failure.get(), follow);
    }
    return failure.isEmpty();
  }

  private static Optional<RuntimeException> failureOf(InFlight batch) {
    boolean wasInterrupted = false;
    try {
      while (true) {
        try {
          return batch.failure().get();
        } catch (InterruptedException interrupted) {
          wasInterrupted = true; // what is on its way to the disk cannot be called back
        } catch (ExecutionException defect) {
          return Optional.of(
              new IllegalStateException("Expected a batch to be stored", defect.getCause()));
        }
      }
    } finally {
      if (wasInterrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Waits until everything is stored or told that it is not. */
  @Override
  public void close() {
    settle(Optional.empty());
    storing.close();
  }
}

package org.counterfoil.command.lane;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
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
  private final GroupCommit commits;
  private final Consumer<List<Event>> follow;
  private final Runnable wake;
  private @Nullable InFlight inFlight;

  private record InFlight(
      DecidedBatch batch, CompletableFuture<Optional<RuntimeException>> failure) {}

  /**
   * @param follow hears of all events, on the lane's worker, maybe before they are durable and
   *     maybe although they never will be
   * @param wake called from another thread where a batch could not be stored
   */
  Pipeline(BatchRunner runner, GroupCommit commits, Consumer<List<Event>> follow, Runnable wake) {
    this.runner = runner;
    this.commits = commits;
    this.follow = follow;
    this.wake = wake;
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
    CompletableFuture<Optional<RuntimeException>> failure = commits.store(batch, afterwards);
    inFlight = new InFlight(batch, failure);
    var unused = failure.thenAccept(why -> why.ifPresent(failed -> wake.run()));
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
    Optional<RuntimeException> failure = before.failure().join();
    inFlight = null;
    if (failure.isPresent()) {
      runner.forget(before.batch());
      next.ifPresent(runner::forget);
      runner.recover(before.batch().commands(), failure.get(), follow);
    }
    return failure.isEmpty();
  }

  /** Waits until everything is stored or told that it is not. */
  @Override
  public void close() {
    settle(Optional.empty());
  }
}

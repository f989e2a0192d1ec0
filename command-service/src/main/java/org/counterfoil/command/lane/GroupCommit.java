package org.counterfoil.command.lane;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * One thread that brings the decided batches of all lanes to the disk. Appends wait for each other
 * anyway, so what several lanes have ready at the same moment shares one commit. In the order in
 * which it is handed over, and so in the order of each lane.
 */
final class GroupCommit implements AutoCloseable {

  /** A batch on its way; {@code failure} says why it was not stored, where that is so. */
  record Waiting(
      DecidedBatch batch,
      Runnable afterwards,
      CompletableFuture<Optional<RuntimeException>> failure) {}

  private final BatchRunner runner;
  private final BlockingQueue<Optional<Waiting>> queue = new LinkedBlockingQueue<>();
  private final ExecutorService answering =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("answers").factory());
  private final Thread worker;

  GroupCommit(BatchRunner runner) {
    this.runner = runner;
    this.worker = Thread.ofPlatform().name("store").unstarted(this::run);
  }

  void start() {
    worker.start();
  }

  /**
   * Hands a batch over.
   *
   * @param afterwards runs once it is stored
   */
  CompletableFuture<Optional<RuntimeException>> store(DecidedBatch batch, Runnable afterwards) {
    Waiting waiting = new Waiting(batch, afterwards, new CompletableFuture<>());
    queue.add(Optional.of(waiting));
    return waiting.failure();
  }

  private void run() {
    boolean isOver = false;
    while (!isOver) {
      List<Optional<Waiting>> taken = new ArrayList<>();
      try {
        taken.add(queue.take());
      } catch (InterruptedException nobodyElseEndsIt) {
        continue;
      }
      queue.drainTo(taken);
      isOver = taken.removeIf(Optional::isEmpty);
      if (!taken.isEmpty()) {
        runner.store(taken.stream().flatMap(Optional::stream).toList(), answering);
      }
    }
  }

  /** Stores what was handed over, answers, and returns. Nothing may be handed over afterwards. */
  @Override
  public void close() {
    queue.add(Optional.empty());
    boolean wasInterrupted = false;
    while (worker.isAlive()) {
      try {
        worker.join();
      } catch (InterruptedException interrupted) {
        wasInterrupted = true; // what is on its way to the disk cannot be called back
      }
    }
    answering.close();
    if (wasInterrupted) {
      Thread.currentThread().interrupt();
    }
  }
}

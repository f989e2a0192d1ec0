package org.counterfoil.feed.projection;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;

/** What other threads ask of the live one: it does it between two batches. */
final class LiveCommands {

  private final BlockingQueue<FutureTask<?>> queue = new LinkedBlockingQueue<>();
  private boolean isEnded;

  /** Lets the live thread go on. */
  interface Pause extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * Has the live thread do something, and waits for it.
   *
   * @throws IllegalStateException where the live thread has ended
   */
  <T> T call(Callable<T> work) throws InterruptedException {
    FutureTask<T> task = new FutureTask<>(work);
    add(task);
    try {
      return task.get();
    } catch (CancellationException e) {
      throw ended();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException("Expected the live thread to do its work, but failed", e);
    }
  }

  /** Holds the live thread between two batches until the pause is closed. */
  Pause pause() throws InterruptedException {
    CountDownLatch over = new CountDownLatch(1);
    CountDownLatch arrived = new CountDownLatch(1);
    FutureTask<Void> task =
        new FutureTask<>(
            () -> {
              arrived.countDown();
              over.await();
              return null;
            }) {
          @Override
          protected void done() {
            arrived.countDown(); // also when cancelled
          }
        };
    add(task);
    arrived.await();
    if (task.isCancelled()) {
      throw ended();
    }
    return over::countDown;
  }

  /** Does what was asked for; on the live thread. */
  void run() {
    for (FutureTask<?> task = queue.poll(); task != null; task = queue.poll()) {
      task.run();
    }
  }

  /** Refuses what is waiting and what comes. */
  synchronized void end() {
    isEnded = true;
    queue.forEach(task -> task.cancel(false));
    queue.clear();
  }

  private synchronized void add(FutureTask<?> task) {
    if (isEnded) {
      throw ended();
    }
    queue.add(task);
  }

  private static IllegalStateException ended() {
    return new IllegalStateException("Expected a running projection, but it is stopped");
  }
}

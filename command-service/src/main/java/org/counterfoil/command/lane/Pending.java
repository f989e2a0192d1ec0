package org.counterfoil.command.lane;

import java.util.concurrent.CompletableFuture;

/** A command in the queue, and where its outcome is awaited. */
record Pending(Submission submission, CompletableFuture<Outcome> outcome, long queuedAtNanos)
    implements Queued {

  static Pending of(Submission submission) {
    return new Pending(submission, new CompletableFuture<>(), System.nanoTime());
  }
}

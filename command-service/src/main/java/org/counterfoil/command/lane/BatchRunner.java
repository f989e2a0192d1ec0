package org.counterfoil.command.lane;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.axonframework.modelling.command.ConcurrencyException;
import org.counterfoil.domain.Event;
import org.counterfoil.eventstore.idempotency.IdempotencyKeyTaken;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs batches to their end. Where another writer was faster, the state is read again and the batch
 * decided again, at most three times, then command by command; where the store fails, every command
 * of the batch is told so, refused ones included, because they may rest on what never happened.
 */
final class BatchRunner {

  private static final Logger LOG = LoggerFactory.getLogger(BatchRunner.class);
  private static final int ATTEMPTS = 3;

  private final Batch batch;
  private final LaneMetrics metrics;
  private final SnapshotTaker snapshots;

  BatchRunner(Batch batch, LaneMetrics metrics, SnapshotTaker snapshots) {
    this.batch = batch;
    this.metrics = metrics;
    this.snapshots = snapshots;
  }

  /** Decides, stores and answers; {@code committed} hears of all events once they are durable. */
  void run(List<Pending> commands, Consumer<List<Event>> committed) {
    metrics.taken(commands);
    if (!attempt(commands, committed)) {
      for (Pending command : commands) {
        if (!attempt(List.of(command), committed)) {
          fail(
              List.of(command),
              new IllegalStateException("Expected no faster writer, but one won"));
        }
      }
    }
  }

  private boolean attempt(List<Pending> commands, Consumer<List<Event>> committed) {
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      try {
        List<Decided> decided = batch.run(commands);
        decided.forEach(one -> committed.accept(one.events()));
        metrics.decided(decided);
        snapshots.consider(streamsOf(decided));
        decided.forEach(Decided::answer);
        return true;
      } catch (ConcurrencyException | IdempotencyKeyTaken faster) {
        LOG.debug("Another writer was faster, attempt {} of {}", attempt, ATTEMPTS, faster);
      } catch (RuntimeException failed) {
        LOG.warn("A batch of {} commands could not be stored", commands.size(), failed);
        fail(commands, failed);
        return true;
      }
    }
    return false;
  }

  private static Set<UUID> streamsOf(List<Decided> decided) {
    Set<UUID> streams = new HashSet<>();
    decided.forEach(one -> streams.addAll(NamedStreams.of(one.submission().command())));
    return streams;
  }

  private void fail(List<Pending> commands, RuntimeException cause) {
    metrics.failed(commands);
    for (Pending command : commands) {
      command
          .outcome()
          .completeExceptionally(new StoreUnavailable("The commands could not be stored", cause));
    }
  }
}

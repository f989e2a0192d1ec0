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
 * decided again, now with other writers kept waiting, so that nobody loses twice. Where another
 * process has kept an answer under the same idempotency key, the batch is decided command by
 * command, and the one that came too late is told so. Where the store fails, every command of the
 * batch is told so, refused ones included, because they may rest on what never happened.
 */
final class BatchRunner {

  private static final Logger LOG = LoggerFactory.getLogger(BatchRunner.class);

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
    try {
      finish(decide(commands), committed);
    } catch (IdempotencyKeyTaken taken) {
      if (commands.size() > 1) {
        commands.forEach(command -> run(List.of(command), committed));
      } else {
        metrics.failed(commands);
        commands.getFirst().outcome().completeExceptionally(taken);
      }
    } catch (RuntimeException failed) {
      LOG.warn("A batch of {} commands could not be stored", commands.size(), failed);
      fail(commands, failed);
    }
  }

  private List<Decided> decide(List<Pending> commands) {
    try {
      return batch.run(commands, false);
    } catch (ConcurrencyException faster) {
      LOG.debug("Another writer was faster; deciding again while others wait", faster);
      metrics.overtaken();
      return batch.run(commands, true);
    }
  }

  private void finish(List<Decided> decided, Consumer<List<Event>> committed) {
    decided.forEach(one -> committed.accept(one.events()));
    metrics.decided(decided);
    snapshots.consider(streamsOf(decided));
    decided.forEach(Decided::answer);
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

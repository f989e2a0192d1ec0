package org.counterfoil.command.lane;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.axonframework.modelling.command.ConcurrencyException;
import org.counterfoil.command.lane.GroupCommit.Waiting;
import org.counterfoil.domain.Event;
import org.counterfoil.eventstore.idempotency.IdempotencyKeyTaken;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings batches to their end: decided, stored, answered. Where another writer was faster, the
 * state is read again and the batch decided again, now with other writers kept waiting, so that
 * nobody loses twice. Whose idempotency key has an answer already is told so, and the rest of the
 * batch is decided again. Where the store fails, every command of the batch is told so, refused
 * ones included, because they may rest on what never happened.
 *
 * <p>All but {@link #store} runs on the lane's worker: it changes what is in memory.
 */
final class BatchRunner {

  private static final Logger LOG = LoggerFactory.getLogger(BatchRunner.class);

  private final Batch batch;
  private final BatchStore store;
  private final Consumer<UUID> forgetStream;
  private final LaneMetrics metrics;
  private final Function<Collection<UUID>, Runnable> snapshots;

  /**
   * @param forgetStream drops a stream from memory; it will be read again
   * @param snapshots copies the streams that are due, as {@link SnapshotTaker#consider}
   */
  BatchRunner(
      Batch batch,
      BatchStore store,
      Consumer<UUID> forgetStream,
      LaneMetrics metrics,
      Function<Collection<UUID>, Runnable> snapshots) {
    this.batch = batch;
    this.store = store;
    this.forgetStream = forgetStream;
    this.metrics = metrics;
    this.snapshots = snapshots;
  }

  /** Decides in memory; nothing where that failed and everybody was told so. */
  Optional<DecidedBatch> decide(List<Pending> commands) {
    metrics.taken(commands);
    try {
      return Optional.of(batch.decide(commands));
    } catch (RuntimeException failed) {
      fail(commands, failed);
      return Optional.empty();
    }
  }

  /** What is to be done once the batch is stored: copies of what it led to are kept. */
  Runnable snapshotsOf(DecidedBatch decided) {
    return snapshots.apply(decided.streams());
  }

  /**
   * Stores the batches together; the only part that runs on other threads than the lane's. Where
   * another writer was faster than one of them, the others do not suffer from it: nothing was
   * stored then, and each is tried by itself. Any other failure is everybody's.
   *
   * @param answering where those who wait are told, in order, while the next are stored
   */
  void store(List<Waiting> batches, Executor answering) {
    Optional<RuntimeException> failure =
        store(() -> DecidedBatch.joined(batches.stream().map(Waiting::batch).toList()));
    if (batches.size() > 1 && failure.filter(BatchRunner::isRefusal).isPresent()) {
      batches.forEach(batch -> store(List.of(batch), answering));
      return;
    }
    for (Waiting batch : batches) {
      batch.failure().complete(failure);
      if (failure.isEmpty()) {
        answering.execute(
            () -> {
              answer(batch.batch());
              batch.afterwards().run();
            });
      }
    }
  }

  private Optional<RuntimeException> store(Supplier<DecidedBatch> joined) {
    long begin = System.nanoTime();
    try {
      store.store(joined.get());
      return Optional.empty();
    } catch (RuntimeException failed) {
      return Optional.of(failed);
    } catch (Error defect) {
      return Optional.of(new IllegalStateException("Expected a batch to be stored", defect));
    } finally {
      metrics.stored(System.nanoTime() - begin);
    }
  }

  /** Whether it is certain that nothing was stored, and clear why. */
  private static boolean isRefusal(RuntimeException failure) {
    return failure instanceof ConcurrencyException || failure instanceof IdempotencyKeyTaken;
  }

  /** Drops from memory what was decided on what was not stored. */
  void forget(@Nullable DecidedBatch decided) {
    if (decided != null) {
      decided.streams().forEach(forgetStream);
    }
  }

  /** Decides anew and ends what could not be stored, for whatever reason that was. */
  void recover(List<Pending> commands, RuntimeException why, Consumer<List<Event>> committed) {
    switch (why) {
      case ConcurrencyException faster -> {
        LOG.debug("Another writer was faster; deciding again while others wait", faster);
        metrics.overtaken();
        alone(commands, committed);
      }
      case IdempotencyKeyTaken taken -> unlessAnswered(commands, taken, committed);
      default -> fail(commands, why);
    }
  }

  /** Whose keys have answers are told so; they must not make the others wait for each other. */
  private void unlessAnswered(
      List<Pending> commands, IdempotencyKeyTaken taken, Consumer<List<Event>> committed) {
    Set<Pending> answered;
    try {
      answered = store.answered(commands);
    } catch (RuntimeException failed) {
      fail(commands, failed);
      return;
    }
    metrics.failed(answered);
    answered.forEach(command -> command.outcome().completeExceptionally(taken));
    List<Pending> rest = commands.stream().filter(command -> !answered.contains(command)).toList();
    if (!rest.isEmpty()) {
      alone(rest, committed);
    }
  }

  private void alone(List<Pending> commands, Consumer<List<Event>> committed) {
    AtomicReference<@Nullable DecidedBatch> decided = new AtomicReference<>();
    try {
      DecidedBatch stored =
          store.storeAlone(
              () -> {
                DecidedBatch afresh = batch.decideAfresh(commands);
                decided.set(afresh);
                return afresh;
              });
      committed.accept(stored.events());
      answer(stored);
      snapshotsOf(stored).run();
    } catch (IdempotencyKeyTaken taken) {
      forget(decided.get());
      if (commands.size() > 1) {
        commands.forEach(command -> alone(List.of(command), committed));
      } else {
        metrics.failed(commands);
        commands.getFirst().outcome().completeExceptionally(taken);
      }
    } catch (RuntimeException failed) {
      forget(decided.get());
      fail(commands, failed);
    }
  }

  private void answer(DecidedBatch stored) {
    metrics.decided(stored.decided());
    stored.decided().forEach(Decided::answer);
  }

  private void fail(List<Pending> commands, RuntimeException cause) {
    LOG.warn("A batch of {} commands could not be stored", commands.size(), cause);
    metrics.failed(commands);
    for (Pending command : commands) {
      command
          .outcome()
          .completeExceptionally(new StoreUnavailable("The commands could not be stored", cause));
    }
  }
}

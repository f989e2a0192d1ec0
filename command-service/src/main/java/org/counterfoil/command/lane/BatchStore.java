package org.counterfoil.command.lane;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.modelling.command.ConcurrencyException;
import org.counterfoil.eventstore.engine.AppendedPositions;
import org.counterfoil.eventstore.engine.PostgresEventStorageEngine;
import org.counterfoil.eventstore.log.EventLog;
import org.jspecify.annotations.Nullable;

/**
 * Stores what was decided, all of it or nothing: events, the answers kept with them, and what was
 * told of people. Checks on the way that nothing was decided, or refused, on what another writer
 * has changed.
 */
final class BatchStore {

  private final TransactionManager transactions;
  private final PostgresEventStorageEngine engine;
  private final Runnable keepOthersWaiting;
  private final StreamHeads heads;
  private final EventLog log;
  private final KeptAnswers answers;
  private final PersonalRows people;
  private final OwnPositions own;

  BatchStore(
      TransactionManager transactions,
      PostgresEventStorageEngine engine,
      Runnable keepOthersWaiting,
      StreamHeads heads,
      EventLog log,
      KeptAnswers answers,
      PersonalRows people,
      OwnPositions own) {
    this.transactions = transactions;
    this.engine = engine;
    this.keepOthersWaiting = keepOthersWaiting;
    this.heads = heads;
    this.log = log;
    this.answers = answers;
    this.people = people;
    this.own = own;
  }

  /**
   * Stores the batch; when it returns, that is durable.
   *
   * @throws ConcurrencyException where another writer was faster
   * @throws org.counterfoil.eventstore.idempotency.IdempotencyKeyTaken where another process has
   *     kept an answer under a key of the batch
   * @throws RuntimeException where nothing was stored, or nobody knows
   */
  void store(DecidedBatch batch) {
    AtomicReference<@Nullable AppendedPositions> appended = new AtomicReference<>();
    transactions.executeInTransaction(
        () -> {
          appended.set(engine.append(batch.staged()));
          refuseStale(batch.readOnly());
          stand(batch.decided(), appended.get());
        });
    note(appended.get());
  }

  /**
   * Decides and stores while other writers wait, so that none can be faster.
   *
   * @throws RuntimeException as {@link #store}
   */
  DecidedBatch storeAlone(Supplier<DecidedBatch> deciding) {
    AtomicReference<@Nullable AppendedPositions> appended = new AtomicReference<>();
    DecidedBatch stored =
        transactions.fetchInTransaction(
            () -> {
              keepOthersWaiting.run();
              DecidedBatch batch = deciding.get();
              appended.set(engine.append(batch.staged()));
              stand(batch.decided(), appended.get());
              return batch;
            });
    note(appended.get());
    return stored;
  }

  /** Those whose idempotency keys have answers already. */
  Set<Pending> answered(List<Pending> commands) {
    return answers.answered(commands);
  }

  /** By now whoever appended to these streams is seen, and nobody appends any more. */
  private void refuseStale(Map<UUID, Long> seen) {
    if (seen.isEmpty()) {
      return;
    }
    heads
        .lastSequences(seen.keySet())
        .forEach(
            (stream, last) -> {
              if (!last.equals(seen.get(stream))) {
                throw new ConcurrencyException(
                    "Expected stream %s to end at %d, but somebody has added up to %d"
                        .formatted(stream, seen.get(stream), last));
              }
            });
  }

  private void note(@Nullable AppendedPositions appended) {
    if (appended != null) {
      own.add(appended.first(), appended.last());
    }
  }

  /** Gives each command its position, and keeps the answers in the transaction of the events. */
  private void stand(List<Decided> decided, @Nullable AppendedPositions appended) {
    long next = appended == null ? 0 : appended.first();
    for (Decided one : decided) {
      if (one.isAccepted()) {
        next += one.events().size();
        long position =
            one.events().isEmpty()
                ? log.lastPositionOf(NamedStreams.of(one.submission().command()).getLast())
                : next - 1;
        one.standsAt(position);
      }
    }
    answers.keep(decided);
    people.keep(decided);
  }
}

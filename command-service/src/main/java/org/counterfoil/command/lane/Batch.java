package org.counterfoil.command.lane;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.counterfoil.command.aggregate.BatchStreams;
import org.counterfoil.command.aggregate.StreamCache;
import org.counterfoil.domain.Decision;
import org.counterfoil.eventstore.engine.AppendedPositions;
import org.counterfoil.eventstore.engine.EventMetaData;
import org.counterfoil.eventstore.log.EventLog;
import org.jspecify.annotations.Nullable;

/**
 * Many commands in one unit of work and one commit. The transaction belongs to the root; each
 * command runs in a unit of work nested in it, through a command bus without transactions. A
 * refusal is the handler's result and rolls nothing back; so it leaves no trace and costs no state.
 */
final class Batch {

  private final CommandBus bus;
  private final TransactionManager transactions;
  private final Runnable keepOthersWaiting;
  private final StreamHeads heads;
  private final StreamCache cache;
  private final EventLog log;
  private final KeptAnswers answers;
  private final OwnPositions own;
  private final OtherWriters others;
  private final Clock clock;

  Batch(
      CommandBus bus,
      TransactionManager transactions,
      Runnable keepOthersWaiting,
      StreamHeads heads,
      StreamCache cache,
      EventLog log,
      KeptAnswers answers,
      OwnPositions own,
      OtherWriters others,
      Clock clock) {
    this.bus = bus;
    this.transactions = transactions;
    this.keepOthersWaiting = keepOthersWaiting;
    this.heads = heads;
    this.cache = cache;
    this.log = log;
    this.answers = answers;
    this.own = own;
    this.others = others;
    this.clock = clock;
  }

  /**
   * Decides all commands in order and stores what follows from them.
   *
   * @param isAlone whether other writers wait meanwhile; then none can be faster
   * @throws RuntimeException where nothing was stored (or nobody knows); no command is answered
   *     then
   */
  List<Decided> run(List<Pending> commands, boolean isAlone) {
    UnitOfWork<CommandMessage<?>> root = DefaultUnitOfWork.startAndGet(null);
    try {
      root.attachTransaction(transactions);
      if (isAlone) {
        keepOthersWaiting.run();
      }
      forgetStale(root, commands);
      Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
      List<Decided> decided = new ArrayList<>(commands.size());
      for (Pending command : commands) {
        decided.add(decide(command, now));
      }
      root.onPrepareCommit(unit -> stand(decided, unit));
      root.afterCommit(this::note);
      root.commit();
      return decided;
    } catch (RuntimeException | Error failed) {
      if (root.isActive()) {
        root.rollback(failed);
      }
      throw failed;
    }
  }

  /** Nobody is refused from stale state: what another writer has added to is read again. */
  private void forgetStale(UnitOfWork<?> root, List<Pending> commands) {
    Set<UUID> streams = new LinkedHashSet<>();
    commands.forEach(command -> streams.addAll(NamedStreams.of(command.submission().command())));
    Map<UUID, Long> lastSequences = heads.lastSequences(streams);
    lastSequences.forEach(
        (stream, last) -> {
          if (!cache.forgetUnlessAt(stream, last) && last >= 0) {
            others.noticed();
          }
        });
    BatchStreams.put(root, lastSequences);
  }

  private Decided decide(Pending pending, Instant now) {
    Submission submission = pending.submission();
    CommandMessage<?> message =
        new GenericCommandMessage<>(
            submission.command(),
            MetaData.with(EventMetaData.ACTOR, submission.actor())
                .and(EventMetaData.CAUSE, submission.cause())
                .and(EventMetaData.TIME, now));
    AtomicReference<@Nullable Decided> decided = new AtomicReference<>();
    bus.dispatch(message, (sent, result) -> decided.set(read(pending, result)));
    Decided outcome = decided.get();
    return outcome == null
        ? new Decided(pending, null, new IllegalStateException("Expected a result, but got none"))
        : outcome;
  }

  private static Decided read(Pending pending, CommandResultMessage<?> result) {
    return result.isExceptional()
        ? new Decided(pending, null, result.exceptionResult())
        : new Decided(pending, (Decision<?>) result.getPayload(), null);
  }

  private void note(UnitOfWork<?> committed) {
    AppendedPositions appended = AppendedPositions.of(committed);
    if (appended != null) {
      own.add(appended.first(), appended.last());
    }
  }

  /** Gives each command its position, and keeps the answers in the transaction of the events. */
  private void stand(List<Decided> decided, UnitOfWork<?> root) {
    AppendedPositions appended = root.getResource(AppendedPositions.KEY);
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
  }
}

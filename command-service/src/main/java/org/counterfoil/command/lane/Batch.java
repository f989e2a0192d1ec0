package org.counterfoil.command.lane;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
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
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.counterfoil.command.aggregate.BatchStreams;
import org.counterfoil.command.aggregate.StreamCache;
import org.counterfoil.command.aggregate.StreamCache.Kept;
import org.counterfoil.domain.Decision;
import org.counterfoil.eventstore.engine.EventMetaData;
import org.counterfoil.eventstore.engine.StagedEvents;
import org.jspecify.annotations.Nullable;

/**
 * Decides many commands in one unit of work, in memory: its commit stores nothing, what follows is
 * staged. Each command runs in a unit of work nested in the root, through a command bus without
 * transactions. A refusal is the handler's result and rolls nothing back; so it leaves no trace and
 * costs no state.
 */
final class Batch {

  private final CommandBus bus;
  private final StreamHeads heads;
  private final StreamCache cache;
  private final Clock clock;

  Batch(CommandBus bus, StreamHeads heads, StreamCache cache, Clock clock) {
    this.bus = bus;
    this.heads = heads;
    this.cache = cache;
    this.clock = clock;
  }

  /**
   * Decides all commands in order, on what is in memory; what is not is read. Whether memory was up
   * to date is checked when it is stored.
   *
   * @throws RuntimeException where a stream could not be read; nothing was decided then
   */
  DecidedBatch decide(List<Pending> commands) {
    Set<UUID> streams = named(commands);
    Map<UUID, Long> known = HashMap.newHashMap(streams.size());
    Set<UUID> unknown = new LinkedHashSet<>();
    for (UUID stream : streams) {
      Kept kept = cache.find(stream);
      if (kept == null) {
        unknown.add(stream);
      } else {
        known.put(stream, kept.sequence());
      }
    }
    if (!unknown.isEmpty()) {
      known.putAll(inStore(unknown));
    }
    return decide(commands, known);
  }

  /** The same, after whatever another writer has added to was dropped from memory. */
  DecidedBatch decideAfresh(List<Pending> commands) {
    return decide(commands, inStore(named(commands)));
  }

  private static Set<UUID> named(List<Pending> commands) {
    Set<UUID> streams = new LinkedHashSet<>();
    commands.forEach(command -> streams.addAll(NamedStreams.of(command.submission().command())));
    return streams;
  }

  /** Nobody is refused from stale state: what another writer has added to is read again. */
  private Map<UUID, Long> inStore(Set<UUID> streams) {
    Map<UUID, Long> lastSequences = heads.lastSequences(streams);
    lastSequences.forEach(cache::forgetUnlessAt);
    return lastSequences;
  }

  private DecidedBatch decide(List<Pending> commands, Map<UUID, Long> known) {
    UnitOfWork<CommandMessage<?>> root = DefaultUnitOfWork.startAndGet(null);
    try {
      StagedEvents staged = StagedEvents.in(root);
      BatchStreams.put(root, known);
      Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
      List<Decided> decided = new ArrayList<>(commands.size());
      for (Pending command : commands) {
        decided.add(decide(command, now));
      }
      root.commit();
      return new DecidedBatch(decided, staged, readOnly(known, staged));
    } catch (RuntimeException | Error failed) {
      if (root.isActive()) {
        root.rollback(failed);
      }
      known.keySet().forEach(cache::forget);
      throw failed;
    }
  }

  private Map<UUID, Long> readOnly(Map<UUID, Long> known, StagedEvents staged) {
    Map<UUID, Long> readOnly = new HashMap<>(known);
    staged.streams().forEach(readOnly::remove);
    readOnly.replaceAll(
        (stream, before) -> {
          Kept kept = cache.find(stream);
          return kept == null ? before : Long.valueOf(kept.sequence());
        });
    return readOnly;
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
}

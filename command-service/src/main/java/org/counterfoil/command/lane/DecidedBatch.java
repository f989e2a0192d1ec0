package org.counterfoil.command.lane;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.axonframework.modelling.command.ConcurrencyException;
import org.counterfoil.domain.Event;
import org.counterfoil.eventstore.engine.StagedEvents;

/**
 * What was decided about some commands, in memory only. Nobody hears of it before it is stored.
 *
 * @param decided in the order of the commands
 * @param staged the events, to be appended
 * @param readOnly streams that it rests on and adds nothing to, with the last sequence that each
 *     was seen at; -1 for one that was not there. For those it adds to, the store itself sees to it
 *     that nobody was faster
 */
record DecidedBatch(List<Decided> decided, StagedEvents staged, Map<UUID, Long> readOnly) {

  /**
   * All of them as one, in their order.
   *
   * @throws ConcurrencyException where two have seen a stream that none adds to at different ends
   */
  static DecidedBatch joined(List<DecidedBatch> batches) {
    if (batches.size() == 1) {
      return batches.getFirst();
    }
    Map<UUID, Long> readOnly = new HashMap<>();
    for (DecidedBatch batch : batches) {
      batch.readOnly().forEach((stream, seen) -> readOnly.merge(stream, seen, DecidedBatch::same));
    }
    return new DecidedBatch(
        batches.stream().flatMap(batch -> batch.decided().stream()).toList(),
        StagedEvents.joined(batches.stream().map(DecidedBatch::staged).toList()),
        readOnly);
  }

  private static Long same(Long one, Long other) {
    if (!one.equals(other)) {
      throw new ConcurrencyException(
          "Expected a stream to have been seen at one end, but it was at %d and at %d"
              .formatted(one, other));
    }
    return one;
  }

  List<Pending> commands() {
    return decided.stream().map(Decided::pending).toList();
  }

  List<Event> events() {
    return decided.stream().flatMap(one -> one.events().stream()).toList();
  }

  /** All streams that it read or adds to. */
  Set<UUID> streams() {
    Set<UUID> streams = staged.streams().collect(Collectors.toCollection(HashSet::new));
    streams.addAll(readOnly.keySet());
    return streams;
  }
}

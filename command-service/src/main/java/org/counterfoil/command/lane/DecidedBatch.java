package org.counterfoil.command.lane;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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

package org.counterfoil.command.desk;

import java.util.UUID;
import java.util.function.Function;
import org.counterfoil.command.aggregate.Aggregates;
import org.counterfoil.command.aggregate.Loaded;
import org.counterfoil.command.aggregate.Shell;
import org.counterfoil.domain.Command;
import org.counterfoil.domain.Decider;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.Event;

/** The desk of commands that touch one stream only. */
final class StreamDesk<C extends Command, S, E extends Event, T extends Shell<S>>
    implements Desk<C> {

  private final Aggregates<T> aggregates;
  private final Function<C, UUID> streamOf;
  private final Decider<C, S, E> decider;

  StreamDesk(Aggregates<T> aggregates, Function<C, UUID> streamOf, Decider<C, S, E> decider) {
    this.aggregates = aggregates;
    this.streamOf = streamOf;
    this.decider = decider;
  }

  @Override
  public Decision<E> handle(C command, Taken taken) {
    Loaded<T> stream = aggregates.find(streamOf.apply(command));
    Taken at = taken.notBefore(stream.shell());
    Decision<E> decision = decider.decide(command, stream.shell().state(), at.now());
    if (decision instanceof Decision.Accepted<E> accepted) {
      stream.record(accepted.events(), at.metaData());
    }
    return decision;
  }
}

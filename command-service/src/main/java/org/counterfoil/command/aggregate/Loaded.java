package org.counterfoil.command.aggregate;

import java.util.List;
import java.util.function.Supplier;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.Aggregate;
import org.counterfoil.domain.Event;

/**
 * A shell found in the current unit of work.
 *
 * @param shell to decide on
 * @param aggregate Axon's handle, asked for only to record
 */
public record Loaded<T extends Shell<?>>(T shell, Supplier<Aggregate<T>> aggregate) {

  /** Records the events in the stream; none leaves no trace. */
  public void record(List<? extends Event> events, MetaData metaData) {
    if (!events.isEmpty()) {
      aggregate.get().execute(recording -> recording.record(events, metaData));
    }
  }
}

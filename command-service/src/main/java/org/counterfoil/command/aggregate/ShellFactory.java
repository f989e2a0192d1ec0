package org.counterfoil.command.aggregate;

import java.util.UUID;
import java.util.function.Function;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.AbstractAggregateFactory;

/** Makes the empty shell that a stream's events are applied to. */
final class ShellFactory<T extends Shell<?>> extends AbstractAggregateFactory<T> {

  private final Function<UUID, T> fresh;

  ShellFactory(Class<T> type, Function<UUID, T> fresh) {
    super(type);
    this.fresh = fresh;
  }

  @Override
  @SuppressWarnings("rawtypes") // as Axon declares it
  protected T doCreateAggregate(String aggregateIdentifier, DomainEventMessage firstEvent) {
    return fresh.apply(UUID.fromString(aggregateIdentifier));
  }
}

package org.counterfoil.eventstore.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * What a unit of work has decided and somebody else is to append later, by {@link
 * PostgresEventStorageEngine#append}. Until then it is nowhere but in memory: nobody may be told of
 * it.
 */
public final class StagedEvents {

  private static final String KEY = StagedEvents.class.getName();

  private final List<EventMessage<?>> events = new ArrayList<>();

  private StagedEvents() {}

  /** From now on the unit of work's events are staged, and its commit stores nothing. */
  public static StagedEvents in(UnitOfWork<?> root) {
    StagedEvents staged = new StagedEvents();
    root.resources().put(KEY, staged);
    return staged;
  }

  static @Nullable StagedEvents ofCurrentRoot() {
    return CurrentUnitOfWork.isStarted() ? CurrentUnitOfWork.get().root().getResource(KEY) : null;
  }

  void add(List<? extends EventMessage<?>> more) {
    events.addAll(more);
  }

  List<EventMessage<?>> events() {
    return events;
  }

  /** The streams that they belong to. */
  public Stream<UUID> streams() {
    return events.stream()
        .filter(DomainEventMessage.class::isInstance)
        .map(event -> ((DomainEventMessage<?>) event).getAggregateIdentifier())
        .distinct()
        .map(UUID::fromString);
  }
}

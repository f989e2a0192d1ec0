package org.counterfoil.eventstore.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
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

  private final List<EncodedEvent> events = new ArrayList<>();

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

  void add(List<EncodedEvent> more) {
    events.addAll(more);
  }

  List<EncodedEvent> events() {
    return events;
  }

  /** All of them as one, in their order. */
  public static StagedEvents joined(List<StagedEvents> parts) {
    StagedEvents all = new StagedEvents();
    parts.forEach(part -> all.events.addAll(part.events));
    return all;
  }

  /** The streams that they belong to. */
  public Stream<UUID> streams() {
    return events.stream().map(event -> event.envelope().streamId()).distinct();
  }
}

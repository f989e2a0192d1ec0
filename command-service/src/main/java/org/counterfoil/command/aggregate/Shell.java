package org.counterfoil.command.aggregate;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.eventstore.engine.EventMetaData;
import org.jspecify.annotations.Nullable;

/**
 * What Axon keeps of one stream: its id, its state and the time of its last event. Live handling
 * and replay both come through {@link #on}.
 *
 * @param <S> the domain's state, changed in place
 */
public abstract class Shell<S> {

  @AggregateIdentifier
  @SuppressWarnings("UnusedVariable") // Axon reads it
  private final String id;

  private final S state;
  private Instant lastRecordedAt = Instant.EPOCH;

  Shell(UUID id, S state) {
    this.id = id.toString();
    this.state = state;
  }

  public S state() {
    return state;
  }

  /** When its last event was recorded; no later one is stamped earlier. */
  public Instant lastRecordedAt() {
    return lastRecordedAt;
  }

  /** Records the events in order. To be called inside {@code Aggregate.execute}. */
  public void record(List<? extends Event> events, MetaData metaData) {
    for (Event event : events) {
      OrganisationId organisation = organisationOf(event);
      AggregateLifecycle.apply(
          event,
          organisation == null ? metaData : metaData.and(EventMetaData.ORGANISATION, organisation));
    }
  }

  /**
   * Applies an event.
   *
   * @param stamp the lane's stamp, which is what is stored; a message read back has it as its
   *     timestamp instead
   */
  @EventSourcingHandler
  final void on(
      Event event,
      @MetaDataValue(EventMetaData.TIME) @Nullable Instant stamp,
      @Timestamp Instant at) {
    evolve(event);
    lastRecordedAt = stamp == null ? at : stamp;
  }

  /** Restores what a snapshot told. */
  final void restore(Instant recordedAt) {
    lastRecordedAt = recordedAt;
  }

  abstract void evolve(Event event);

  /** Whose event it is; none for what belongs to the platform. */
  abstract @Nullable OrganisationId organisationOf(Event event);
}

package org.counterfoil.eventstore.engine;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.counterfoil.domain.Actor;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.eventstore.codec.Envelope;
import org.counterfoil.eventstore.codec.EventCatalogue;
import org.jspecify.annotations.Nullable;

/** Axon's messages as our envelopes, and back. */
final class AxonEvents {

  private final EventCatalogue catalogue;

  AxonEvents(EventCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * The envelope of a message.
   *
   * @throws EventStoreException where it is no event of a stream, or has no actor or cause
   */
  Envelope envelope(EventMessage<?> message) {
    if (!(message instanceof DomainEventMessage<?> domain)
        || !(message.getPayload() instanceof Event payload)) {
      throw new EventStoreException(
          "Expected an event of the domain in a stream, but got a "
              + message.getPayloadType().getName());
    }
    EventCatalogue.Entry stored = catalogue.entryOf(payload);
    return new Envelope(
        UUID.fromString(message.getIdentifier()),
        UUID.fromString(domain.getAggregateIdentifier()),
        domain.getType(),
        domain.getSequenceNumber(),
        stored.name(),
        stored.revision(),
        recordedAt(message),
        optional(message, EventMetaData.ORGANISATION, OrganisationId.class),
        required(message, EventMetaData.ACTOR, Actor.class),
        required(message, EventMetaData.CAUSE, UUID.class),
        payload);
  }

  /** The message of a stored event. */
  static DomainEventMessage<Event> message(Envelope envelope) {
    Map<String, Object> metaData = HashMap.newHashMap(4);
    metaData.put(EventMetaData.ACTOR, envelope.actor());
    metaData.put(EventMetaData.CAUSE, envelope.cause());
    metaData.put(EventMetaData.TIME, envelope.recordedAt());
    OrganisationId organisation = envelope.organisation();
    if (organisation != null) {
      metaData.put(EventMetaData.ORGANISATION, organisation);
    }
    return new GenericDomainEventMessage<>(
        envelope.streamType(),
        envelope.streamId().toString(),
        envelope.sequence(),
        envelope.payload(),
        metaData,
        envelope.eventId().toString(),
        envelope.recordedAt());
  }

  /** Whole microseconds, which is what PostgreSQL's copy can hold. */
  private static Instant recordedAt(EventMessage<?> message) {
    Instant time = optional(message, EventMetaData.TIME, Instant.class);
    return (time == null ? message.getTimestamp() : time).truncatedTo(ChronoUnit.MICROS);
  }

  private static <T> T required(EventMessage<?> message, String key, Class<T> type) {
    T value = optional(message, key, type);
    if (value == null) {
      throw new EventStoreException(
          "Expected every event to say its \"%s\", but a %s does not"
              .formatted(key, message.getPayloadType().getSimpleName()));
    }
    return value;
  }

  private static <T> @Nullable T optional(EventMessage<?> message, String key, Class<T> type) {
    Object value = message.getMetaData().get(key);
    if (value == null || type.isInstance(value)) {
      return type.cast(value);
    }
    throw new EventStoreException(
        "Expected \"%s\" to be a %s, but a %s says it as a %s"
            .formatted(
                key,
                type.getSimpleName(),
                message.getPayloadType().getSimpleName(),
                value.getClass().getSimpleName()));
  }
}

package org.counterfoil.eventstore;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.counterfoil.domain.Actor;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.seathold.HoldId;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldExtended;
import org.counterfoil.eventstore.engine.EventMetaData;
import org.counterfoil.eventstore.id.TimeOrderedIds;

/** Messages as the command side makes them. */
public final class TestEvents {

  public static final Instant NOW = Instant.parse("2026-11-20T09:30:00.123456Z");
  public static final Actor ACTOR = new Actor(Actor.Kind.API_TOKEN, new UUID(1, 1));
  public static final UUID CAUSE = new UUID(2, 2);
  public static final OrganisationId ORGANISATION = new OrganisationId(new UUID(3, 3));

  private static final TimeOrderedIds IDS = new TimeOrderedIds(Clock.systemUTC());

  private TestEvents() {}

  public static UUID id() {
    return IDS.next();
  }

  /** A small event of a performance's stream. */
  public static DomainEventMessage<Event> extended(UUID performance, long sequence) {
    return message(performance, sequence, hold(performance));
  }

  /** Consecutive small events of one stream. */
  public static List<DomainEventMessage<Event>> extended(
      UUID performance, long firstSequence, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> extended(performance, firstSequence + i))
        .toList();
  }

  public static Event hold(UUID performance) {
    return new HoldExtended(new PerformanceId(performance), new HoldId(id()), NOW);
  }

  public static DomainEventMessage<Event> message(UUID stream, long sequence, Event payload) {
    return message(stream, sequence, payload, metaData());
  }

  public static DomainEventMessage<Event> message(
      UUID stream, long sequence, Event payload, Map<String, ?> metaData) {
    return new GenericDomainEventMessage<>(
        "performance", stream.toString(), sequence, payload, metaData);
  }

  public static Map<String, Object> metaData() {
    return Map.of(
        EventMetaData.ACTOR,
        ACTOR,
        EventMetaData.CAUSE,
        CAUSE,
        EventMetaData.ORGANISATION,
        ORGANISATION,
        EventMetaData.TIME,
        NOW);
  }
}

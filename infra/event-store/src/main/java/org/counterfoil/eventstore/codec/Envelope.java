package org.counterfoil.eventstore.codec;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.counterfoil.domain.Actor;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.organisation.OrganisationId;
import org.jspecify.annotations.Nullable;

/**
 * An event and what is known about it: the whole of what is stored. Its position is not part of it;
 * that is its place in the log.
 *
 * @param eventId UUID of version 7
 * @param streamId the aggregate
 * @param streamType what sort of aggregate, lower case with hyphens, such as {@code performance}
 * @param sequence the event's place in its stream; from 0, without gaps
 * @param name stored name, see {@link org.counterfoil.domain.EventType}
 * @param revision the revision it was stored in; the payload is of the newest
 * @param recordedAt when the command that led to it was taken; whole microseconds
 * @param organisation whose books it belongs to; missing where it belongs to nobody's
 * @param actor who caused it
 * @param cause the request, notification or timer that led to it
 * @param payload the fact itself
 */
public record Envelope(
    UUID eventId,
    UUID streamId,
    String streamType,
    long sequence,
    String name,
    int revision,
    Instant recordedAt,
    @Nullable OrganisationId organisation,
    Actor actor,
    UUID cause,
    Event payload) {

  public Envelope {
    if (streamType.isEmpty() || streamType.indexOf('/') >= 0) {
      throw new IllegalArgumentException(
          "Expected a stream type without a slash, but got \"" + streamType + "\"");
    }
    if (sequence < 0) {
      throw new IllegalArgumentException("Expected a sequence from 0 on, but got " + sequence);
    }
    if (!recordedAt.equals(recordedAt.truncatedTo(ChronoUnit.MICROS))) {
      throw new IllegalArgumentException(
          "Expected a time of recording in whole microseconds, but got " + recordedAt);
    }
  }
}

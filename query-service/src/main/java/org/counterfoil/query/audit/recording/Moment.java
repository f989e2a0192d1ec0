package org.counterfoil.query.audit.recording;

import java.time.Instant;
import org.counterfoil.eventstore.log.RecordedEvent;

/**
 * Where an event stands, when it was recorded, and who acted.
 *
 * @param actor as {@link org.counterfoil.domain.Actor} is written
 */
record Moment(long position, Instant at, String actor) {

  static Moment of(RecordedEvent event) {
    return new Moment(
        event.position(), event.envelope().recordedAt(), event.envelope().actor().toString());
  }
}

package org.counterfoil.command.desk;

import java.time.Instant;
import java.util.Objects;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.MetaData;
import org.counterfoil.command.aggregate.Shell;
import org.counterfoil.eventstore.engine.EventMetaData;

/**
 * When and on whose behalf a command was taken.
 *
 * @param now the lane's stamp
 * @param metaData what is recorded with every event that follows: actor and cause
 */
record Taken(Instant now, MetaData metaData) {

  static Taken from(CommandMessage<?> message) {
    MetaData metaData = message.getMetaData();
    Instant now = (Instant) metaData.get(EventMetaData.TIME);
    return new Taken(Objects.requireNonNull(now, "Expected a stamp, but got none"), metaData);
  }

  /** The same, but not before anything that the streams recorded. */
  Taken notBefore(Shell<?>... shells) {
    Instant latest = now;
    for (Shell<?> shell : shells) {
      latest = shell.lastRecordedAt().isAfter(latest) ? shell.lastRecordedAt() : latest;
    }
    return latest.equals(now) ? this : new Taken(latest, metaData.and(EventMetaData.TIME, latest));
  }
}

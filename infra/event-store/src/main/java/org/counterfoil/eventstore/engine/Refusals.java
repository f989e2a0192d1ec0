package org.counterfoil.eventstore.engine;

import java.sql.SQLException;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;
import org.postgresql.util.ServerErrorMessage;

/** What PostgreSQL refused, in Axon's terms. */
final class Refusals {

  private static final String ONE_WRITER_PER_STREAM = "event_stream_sequence";

  private Refusals() {}

  static RuntimeException of(SQLException e) {
    ServerErrorMessage message = messageOf(e);
    if (message != null && ONE_WRITER_PER_STREAM.equals(message.getConstraint())) {
      // The detail is "Key (stream_id, sequence)=(…, …) already exists."
      return new ConcurrencyException(
          "Expected to be the only writer of a stream, but somebody else was first: "
              + message.getDetail(),
          e);
    }
    return new EventStoreException("Expected the events to be stored, but they were refused", e);
  }

  private static @Nullable ServerErrorMessage messageOf(SQLException e) {
    return PSQLState.UNIQUE_VIOLATION.getState().equals(e.getSQLState())
            && e instanceof PSQLException refused
        ? refused.getServerErrorMessage()
        : null;
  }
}

package org.counterfoil.eventstore.engine;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.eventstore.codec.Envelope;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.util.ByteStreamWriter;

/** Inserts events at consecutive positions, all in one {@code COPY}. */
final class EventInsert {

  private static final String SQL =
      """
      copy log.event (position, stream_id, stream_type, sequence, event_id, name, revision,
        organisation_id, hold_id, recorded_at, entry) from stdin with (format binary)
      """;

  private static final int FIELDS = 11;

  /** Of a row, beside its entry: numbers, ids, names, and the lengths of all of them. */
  private static final int BESIDE_THE_ENTRY = 256;

  private EventInsert() {}

  static void insert(Connection connection, long firstPosition, List<EncodedEvent> events)
      throws SQLException {
    ByteBuffer rows = rows(firstPosition, events);
    CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(SQL);
    try {
      copy.writeToCopy(ByteStreamWriter.of(rows));
      copy.endCopy();
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }

  private static ByteBuffer rows(long firstPosition, List<EncodedEvent> events) {
    int bytes = events.stream().mapToInt(event -> event.entry().length + BESIDE_THE_ENTRY).sum();
    CopyRows rows = new CopyRows(FIELDS, bytes);
    long position = firstPosition;
    for (EncodedEvent event : events) {
      Envelope envelope = event.envelope();
      rows.row()
          .int8(position++)
          .uuid(envelope.streamId())
          .text(envelope.streamType())
          .int8(envelope.sequence())
          .uuid(envelope.eventId())
          .text(envelope.name())
          .int4(envelope.revision())
          .uuid(id(envelope.organisation()))
          .uuid(event.holdId())
          .timestamptz(envelope.recordedAt())
          .bytea(event.entry());
    }
    return rows.finished();
  }

  private static @Nullable UUID id(@Nullable OrganisationId organisation) {
    return organisation == null ? null : organisation.value();
  }
}

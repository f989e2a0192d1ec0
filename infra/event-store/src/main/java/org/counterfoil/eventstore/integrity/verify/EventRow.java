package org.counterfoil.eventstore.integrity.verify;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code log.event}, every column of it. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record EventRow(
    long position,
    UUID streamId,
    String streamType,
    long sequence,
    UUID eventId,
    String name,
    int revision,
    @Nullable UUID organisationId,
    @Nullable UUID holdId,
    Instant recordedAt,
    byte[] entry) {

  static final String SELECT =
      """
      select position, stream_id, stream_type, sequence, event_id, name, revision,
        organisation_id, hold_id, recorded_at, entry
      from log.event order by position
      """;

  static EventRow of(ResultSet row) throws SQLException {
    return new EventRow(
        row.getLong(1),
        row.getObject(2, UUID.class),
        row.getString(3),
        row.getLong(4),
        row.getObject(5, UUID.class),
        row.getString(6),
        row.getInt(7),
        row.getObject(8, UUID.class),
        row.getObject(9, UUID.class),
        row.getObject(10, OffsetDateTime.class).toInstant(),
        row.getBytes(11));
  }
}

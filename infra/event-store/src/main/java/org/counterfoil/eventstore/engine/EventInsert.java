package org.counterfoil.eventstore.engine;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.eventstore.codec.Envelope;
import org.counterfoil.eventstore.log.EventTail;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Inserts events at consecutive positions, all in one statement, and announces the last one. */
final class EventInsert {

  private static final String SQL =
      """
      insert into log.event (position, stream_id, stream_type, sequence, event_id, name, revision,
        organisation_id, hold_id, recorded_at, entry)
      select * from unnest(?::bigint[], ?::uuid[], ?::text[], ?::bigint[], ?::uuid[], ?::text[],
        ?::int[], ?::uuid[], ?::uuid[], ?::timestamptz[], ?::bytea[]);
      select pg_notify('%s', ?)
      """
          .formatted(EventTail.CHANNEL);

  private EventInsert() {}

  static void insert(Connection connection, long firstPosition, List<EncodedEvent> events)
      throws SQLException {
    int count = events.size();
    long[] positions = new long[count];
    String[] streams = new String[count];
    String[] types = new String[count];
    long[] sequences = new long[count];
    String[] ids = new String[count];
    String[] names = new String[count];
    int[] revisions = new int[count];
    @Nullable String[] organisations = new @Nullable String[count];
    @Nullable String[] holds = new @Nullable String[count];
    String[] times = new String[count];
    byte[][] entries = new byte[count][];
    for (int i = 0; i < count; i++) {
      EncodedEvent event = events.get(i);
      Envelope envelope = event.envelope();
      positions[i] = firstPosition + i;
      streams[i] = envelope.streamId().toString();
      types[i] = envelope.streamType();
      sequences[i] = envelope.sequence();
      ids[i] = envelope.eventId().toString();
      names[i] = envelope.name();
      revisions[i] = envelope.revision();
      organisations[i] = text(envelope.organisation());
      holds[i] = text(event.holdId());
      times[i] = envelope.recordedAt().toString();
      entries[i] = event.entry();
    }
    PGConnection arrays = connection.unwrap(PGConnection.class); // takes arrays of primitives too
    try (PreparedStatement statement = connection.prepareStatement(SQL)) {
      statement.setArray(1, arrays.createArrayOf("int8", positions));
      statement.setArray(2, arrays.createArrayOf("text", streams));
      statement.setArray(3, arrays.createArrayOf("text", types));
      statement.setArray(4, arrays.createArrayOf("int8", sequences));
      statement.setArray(5, arrays.createArrayOf("text", ids));
      statement.setArray(6, arrays.createArrayOf("text", names));
      statement.setArray(7, arrays.createArrayOf("int4", revisions));
      statement.setArray(8, arrays.createArrayOf("text", organisations));
      statement.setArray(9, arrays.createArrayOf("text", holds));
      statement.setArray(10, arrays.createArrayOf("text", times));
      statement.setArray(11, arrays.createArrayOf("bytea", entries));
      statement.setString(12, Long.toString(firstPosition + count - 1));
      statement.execute();
    }
  }

  private static @Nullable String text(@Nullable OrganisationId organisation) {
    return organisation == null ? null : organisation.value().toString();
  }

  private static @Nullable String text(@Nullable UUID id) {
    return id == null ? null : id.toString();
  }
}

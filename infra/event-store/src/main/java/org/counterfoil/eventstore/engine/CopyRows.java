package org.counterfoil.eventstore.engine;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Rows as {@code COPY … WITH (FORMAT binary)} takes them: each begins with the number of its
 * fields, each field with its length; numbers are big-endian. Source: PostgreSQL's manual, COPY,
 * "Binary Format".
 */
final class CopyRows {

  private static final byte[] SIGNATURE = {
    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0
  };
  private static final int NO_FLAGS = 0;
  private static final int NO_EXTENSION = 0;
  private static final short TRAILER = -1;
  private static final int NULL_LENGTH = -1;

  /** PostgreSQL counts microseconds from here. */
  private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");

  private final short fields;
  private ByteBuffer rows;

  /**
   * @param fields of each row
   * @param expectedBytes of all rows; more are taken, at the cost of a copy
   */
  CopyRows(int fields, int expectedBytes) {
    this.fields = (short) fields;
    this.rows = ByteBuffer.allocate(expectedBytes + SIGNATURE.length + 2 * Integer.BYTES);
    rows.put(SIGNATURE).putInt(NO_FLAGS).putInt(NO_EXTENSION);
  }

  CopyRows row() {
    room(Short.BYTES).putShort(fields);
    return this;
  }

  CopyRows int4(int value) {
    room(2 * Integer.BYTES).putInt(Integer.BYTES).putInt(value);
    return this;
  }

  CopyRows int8(long value) {
    room(Integer.BYTES + Long.BYTES).putInt(Long.BYTES).putLong(value);
    return this;
  }

  CopyRows uuid(@Nullable UUID value) {
    if (value == null) {
      room(Integer.BYTES).putInt(NULL_LENGTH);
    } else {
      room(Integer.BYTES + 2 * Long.BYTES)
          .putInt(2 * Long.BYTES)
          .putLong(value.getMostSignificantBits())
          .putLong(value.getLeastSignificantBits());
    }
    return this;
  }

  CopyRows text(String value) {
    return bytea(value.getBytes(StandardCharsets.UTF_8));
  }

  CopyRows bytea(byte[] value) {
    room(Integer.BYTES + value.length).putInt(value.length).put(value);
    return this;
  }

  CopyRows timestamptz(Instant value) {
    return int8(EPOCH.until(value, ChronoUnit.MICROS));
  }

  /** Everything, with its end; nothing may be added afterwards. */
  ByteBuffer finished() {
    room(Short.BYTES).putShort(TRAILER);
    return rows.flip();
  }

  private ByteBuffer room(int bytes) {
    if (rows.remaining() < bytes) {
      int position = rows.position();
      int capacity = Math.max(rows.capacity() * 2, position + bytes);
      rows = ByteBuffer.wrap(Arrays.copyOf(rows.array(), capacity)).position(position);
    }
    return rows;
  }
}

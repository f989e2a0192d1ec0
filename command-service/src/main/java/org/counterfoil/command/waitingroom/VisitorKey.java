package org.counterfoil.command.waitingroom;

import java.nio.ByteBuffer;
import org.counterfoil.domain.waitingroom.VisitorId;

/** A visitor's id as it is kept in memory a million times. */
record VisitorKey(long first, long second, long third, long fourth) {

  static VisitorKey of(VisitorId visitor) {
    ByteBuffer bytes = ByteBuffer.wrap(visitor.bytes());
    return new VisitorKey(bytes.getLong(), bytes.getLong(), bytes.getLong(), bytes.getLong());
  }

  VisitorId visitor() {
    return VisitorId.of(
        ByteBuffer.allocate(4 * Long.BYTES)
            .putLong(first)
            .putLong(second)
            .putLong(third)
            .putLong(fourth)
            .array());
  }
}

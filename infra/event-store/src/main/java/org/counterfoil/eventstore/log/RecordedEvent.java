package org.counterfoil.eventstore.log;

import java.util.Arrays;
import org.counterfoil.eventstore.codec.Envelope;

/**
 * An event in the log.
 *
 * @param position its place in the log: from 0, without gaps, in the order of commits
 * @param envelope the entry, decoded
 * @param entry the exact bytes that are stored; MUST NOT be changed
 */
@SuppressWarnings("ArrayRecordComponent") // equals looks into it; a copy per reader would be dear
public record RecordedEvent(long position, Envelope envelope, byte[] entry) {

  @Override
  public boolean equals(Object other) {
    return other instanceof RecordedEvent that
        && position == that.position
        && Arrays.equals(entry, that.entry);
  }

  @Override
  public int hashCode() {
    return Long.hashCode(position);
  }

  /** Without the payload, which is long. */
  @Override
  public String toString() {
    return position
        + " "
        + envelope.name()
        + " ("
        + envelope.streamType()
        + "/"
        + envelope.streamId()
        + " "
        + envelope.sequence()
        + ")";
  }
}

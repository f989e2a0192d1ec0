package org.counterfoil.eventstore.engine;

import java.util.UUID;
import org.counterfoil.eventstore.codec.Envelope;
import org.counterfoil.eventstore.codec.EventCodec;
import org.jspecify.annotations.Nullable;

/**
 * An event ready to be stored: all that may fail of itself has been done before the append lock.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record EncodedEvent(Envelope envelope, @Nullable UUID holdId, byte[] entry) {

  /** 256 KiB; the table checks the same. */
  static final int MAX_BYTES = 262_144;

  static EncodedEvent of(Envelope envelope, EventCodec codec) {
    byte[] entry = codec.encode(envelope);
    if (entry.length > MAX_BYTES) {
      throw new IllegalArgumentException(
          "Expected an event of at most %d bytes, but %s of stream %s has %d"
              .formatted(MAX_BYTES, envelope.name(), envelope.streamId(), entry.length));
    }
    return new EncodedEvent(envelope, HoldIds.of(envelope.payload()), entry);
  }
}

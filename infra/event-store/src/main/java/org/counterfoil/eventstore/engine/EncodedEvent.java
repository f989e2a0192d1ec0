package org.counterfoil.eventstore.engine;

import java.util.UUID;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.admission.AdmissionEvent;
import org.counterfoil.domain.seathold.SeatHoldEvent;
import org.counterfoil.domain.waitinglist.WaitingListEvent;
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
    return new EncodedEvent(envelope, holdId(envelope.payload()), entry);
  }

  /**
   * A waiting list's entry is told about with the hold by which it is offered places; a scan is
   * found by its own id.
   */
  private static @Nullable UUID holdId(Event event) {
    return switch (event) {
      case SeatHoldEvent step -> step.holdId().value();
      case WaitingListEvent step -> step.entryId().value();
      case AdmissionEvent step -> step.scan().scanId().value();
      default -> null;
    };
  }
}

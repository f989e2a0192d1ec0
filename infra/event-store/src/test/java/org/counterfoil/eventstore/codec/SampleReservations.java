package org.counterfoil.eventstore.codec;

import static org.counterfoil.eventstore.codec.SampleEvents.CURTAIN;
import static org.counterfoil.eventstore.codec.SampleEvents.PERFORMANCE;
import static org.counterfoil.eventstore.codec.SampleEvents.THEATRE;
import static org.counterfoil.eventstore.codec.SampleEvents.id;

import java.util.List;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.reservation.ReservationEvent.ReservationChanged;
import org.counterfoil.domain.reservation.ReservationEvent.ReservationPlaced;
import org.counterfoil.domain.reservation.ReservationId;
import org.counterfoil.domain.reservation.ReservationReference;
import org.counterfoil.domain.seathold.HoldId;

/** One of each event about reservations. A sample MUST NOT be changed once approved. */
final class SampleReservations {

  private static final ReservationId PARTY = new ReservationId(id(70));

  private SampleReservations() {}

  static List<Event> all() {
    return List.of(
        new ReservationPlaced(
            PARTY,
            THEATRE,
            PERFORMANCE,
            new HoldId(id(71)),
            CURTAIN,
            new ReservationReference("SCHOOL-2026-14")),
        new ReservationChanged(PARTY, THEATRE, PERFORMANCE, new HoldId(id(72)), CURTAIN));
  }
}

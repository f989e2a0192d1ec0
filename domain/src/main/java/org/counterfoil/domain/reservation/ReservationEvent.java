package org.counterfoil.domain.reservation;

import java.time.Instant;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.EventType;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.seathold.HoldId;
import org.jspecify.annotations.Nullable;

/**
 * What was agreed with a party. Its places are kept by the hold that is named, whose end is the
 * option's; that it ended, and how, is told by that hold and not a second time here.
 */
public sealed interface ReservationEvent extends Event {

  ReservationId reservationId();

  OrganisationId organisationId();

  PerformanceId performanceId();

  HoldId holdId();

  Instant optionUntil();

  /**
   * Places are kept for a party.
   *
   * @param optionUntil until when (exclusive) it may confirm
   */
  @EventType(name = "reservation.placed", revision = 1)
  record ReservationPlaced(
      ReservationId reservationId,
      OrganisationId organisationId,
      PerformanceId performanceId,
      HoldId holdId,
      Instant optionUntil,
      @Nullable ReservationReference reference)
      implements ReservationEvent {}

  /**
   * It has other places, or another end.
   *
   * @param holdId what keeps its places from now on; the one before where only the end has moved
   */
  @EventType(name = "reservation.changed", revision = 1)
  record ReservationChanged(
      ReservationId reservationId,
      OrganisationId organisationId,
      PerformanceId performanceId,
      HoldId holdId,
      Instant optionUntil)
      implements ReservationEvent {}
}

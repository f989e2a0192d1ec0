package org.counterfoil.domain.reservation;

import java.time.Instant;
import java.util.UUID;
import org.counterfoil.domain.Command;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.seathold.HoldClaim;
import org.counterfoil.domain.seathold.HoldId;
import org.counterfoil.domain.seathold.PlacesWish;
import org.jspecify.annotations.Nullable;

/** Commands about reservations; decided where the performance's places are. */
public sealed interface ReservationCommand extends Command {

  PerformanceId performanceId();

  ReservationId reservationId();

  @Override
  default UUID laneKey() {
    return performanceId().value();
  }

  /**
   * Keeps places for a party: all that are wished for or none.
   *
   * @param holdId of the hold that will keep them
   */
  record PlaceReservation(
      PerformanceId performanceId,
      ReservationId reservationId,
      HoldId holdId,
      PlacesWish places,
      HoldClaim claim,
      Instant optionUntil,
      @Nullable ReservationReference reference)
      implements ReservationCommand {}

  /**
   * Takes more places, gives some back, moves the end: all of it or nothing.
   *
   * @param holdId of the hold that will keep the places, where they change
   * @param more places to be taken as well; missing for none
   * @param fewer named seats, and places of areas, that are not needed any more
   * @param optionUntil the new end; missing where it stays
   */
  record ChangeReservation(
      PerformanceId performanceId,
      ReservationId reservationId,
      HoldId holdId,
      @Nullable PlacesWish more,
      PlacesWish fewer,
      HoldClaim claim,
      @Nullable Instant optionUntil)
      implements ReservationCommand {

    boolean isAboutPlaces() {
      return more != null || !fewer.seats().isEmpty() || !fewer.areas().isEmpty();
    }
  }

  /** Gives all its places back. Repeating it changes nothing. */
  record ReleaseReservation(PerformanceId performanceId, ReservationId reservationId)
      implements ReservationCommand {}
}

package org.counterfoil.domain.reservation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.counterfoil.domain.Decider;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.performance.Performance;
import org.counterfoil.domain.reservation.ReservationCommand.ChangeReservation;
import org.counterfoil.domain.reservation.ReservationCommand.PlaceReservation;
import org.counterfoil.domain.reservation.ReservationCommand.ReleaseReservation;
import org.counterfoil.domain.reservation.ReservationEvent.ReservationChanged;
import org.counterfoil.domain.reservation.ReservationEvent.ReservationPlaced;
import org.counterfoil.domain.seathold.SeatHoldCommand.PlaceHold;
import org.counterfoil.domain.seathold.SeatHoldCommand.ReleaseHold;
import org.counterfoil.domain.seathold.SeatHoldDecider;
import org.counterfoil.domain.seathold.SeatHoldEvent;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldExtended;
import org.jspecify.annotations.Nullable;

/**
 * Decides about reservations. A reservation keeps its places by one seat hold that lasts as long as
 * the option: it ends by time as every hold does, is ordered and sold as every hold is, and so
 * gives its places back exactly once.
 */
public final class ReservationDecider implements Decider<ReservationCommand, Booking, Event> {

  private static final SeatHoldDecider HOLDS = new SeatHoldDecider();

  @Override
  public Decision<Event> decide(ReservationCommand command, Booking state, Instant now) {
    return switch (command) {
      case PlaceReservation place -> place(place, state, now);
      case ChangeReservation change ->
          state.reservation().exists()
              ? new ReservationChange(change, state, now).decide()
              : unknown(command);
      case ReleaseReservation release ->
          state.reservation().exists() ? release(release, state, now) : unknown(command);
    };
  }

  private static Decision<Event> place(PlaceReservation place, Booking state, Instant now) {
    if (state.reservation().exists()) {
      return Decision.reject(
          ReservationRejection.RESERVATION_EXISTS,
          "Expected a new reservation, but " + place.reservationId() + " exists");
    }
    if (!place.claim().caller().isStaff()) {
      return byStaffOnly();
    }
    Decision<SeatHoldEvent> held =
        HOLDS.decide(
            new PlaceHold(place.performanceId(), place.holdId(), place.places(), place.claim()),
            state.seats(),
            now);
    return switch (held) {
      case Decision.Rejected<SeatHoldEvent> refused -> refused.as();
      case Decision.Accepted<SeatHoldEvent> accepted -> {
        Performance performance = state.seats().performance();
        Decision<Event> refusal = refuseEnd(place.optionUntil(), performance, now);
        if (refusal != null) {
          yield refusal;
        }
        List<Event> events = new ArrayList<>(accepted.events());
        events.add(new HoldExtended(performance.id(), place.holdId(), place.optionUntil()));
        events.add(
            new ReservationPlaced(
                place.reservationId(),
                performance.organisation(),
                performance.id(),
                place.holdId(),
                place.optionUntil(),
                place.reference()));
        yield Decision.accept(events);
      }
    };
  }

  /** An option lasts at most until the performance starts: nobody keeps places of a running one. */
  static @Nullable Decision<Event> refuseEnd(Instant end, Performance performance, Instant now) {
    return end.isAfter(now) && !end.isAfter(performance.startsAt())
        ? null
        : Decision.reject(
            ReservationRejection.OPTION_OUT_OF_RANGE,
            "Expected an option that ends after %s and by the start at %s, but it ends at %s"
                .formatted(now, performance.startsAt(), end));
  }

  private static Decision<Event> release(ReleaseReservation release, Booking state, Instant now) {
    ReleaseHold given = new ReleaseHold(release.performanceId(), state.reservation().holdId());
    return switch (HOLDS.decide(given, state.seats(), now)) {
      case Decision.Rejected<SeatHoldEvent> refused -> refused.as();
      case Decision.Accepted<SeatHoldEvent> accepted ->
          Decision.accept(List.copyOf(accepted.events()));
    };
  }

  static Decision<Event> byStaffOnly() {
    return Decision.reject(
        ReservationRejection.RESERVATION_BY_STAFF_ONLY,
        "Expected a reservation to be made and changed by staff, but it is by somebody else");
  }

  private static Decision<Event> unknown(ReservationCommand command) {
    return Decision.reject(
        ReservationRejection.UNKNOWN_RESERVATION,
        "Expected a reservation, but there is none with id " + command.reservationId());
  }

  /** Applies what is the reservation's own; its holds are applied where places are. */
  @Override
  public void evolve(Booking state, Event event) {
    if (event instanceof ReservationEvent own) {
      evolve(state.reservation(), own);
    } else if (event instanceof SeatHoldEvent hold) {
      HOLDS.evolve(state.seats(), hold);
    } else {
      throw new IllegalArgumentException(
          "Expected an event of a reservation or a hold, but it is " + event);
    }
  }

  /** Applies an event of the reservation's own stream. */
  public static void evolve(Reservation reservation, ReservationEvent event) {
    reservation.latest = event;
    switch (event) {
      case ReservationPlaced placed -> reservation.reference = placed.reference();
      case ReservationChanged changed -> {}
    }
  }
}

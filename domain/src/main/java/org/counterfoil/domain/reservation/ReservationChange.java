package org.counterfoil.domain.reservation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.performance.Performance;
import org.counterfoil.domain.reservation.ReservationCommand.ChangeReservation;
import org.counterfoil.domain.reservation.ReservationEvent.ReservationChanged;
import org.counterfoil.domain.seathold.HoldId;
import org.counterfoil.domain.seathold.HoldRefusals;
import org.counterfoil.domain.seathold.PlacesWish;
import org.counterfoil.domain.seathold.SeatHold;
import org.counterfoil.domain.seathold.SeatHoldCommand.PlaceHold;
import org.counterfoil.domain.seathold.SeatHoldDecider;
import org.counterfoil.domain.seathold.SeatHoldEvent;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldExtended;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldPlaced;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldReleased;
import org.jspecify.annotations.Nullable;

/**
 * Decides one change of a reservation. Where its places change, the hold that kept them is given
 * back and another keeps what stays and what is new, in one breath: nobody can come in between.
 * Prices stay those of the list that was offered first.
 */
final class ReservationChange {

  /** All places are sold by one event, which has room for so many. */
  static final int MOST_PLACES = 300;

  private static final SeatHoldDecider HOLDS = new SeatHoldDecider();

  private final ChangeReservation change;
  private final Booking state;
  private final Performance performance;
  private final Instant now;
  private final Instant end;
  private final List<Event> events = new ArrayList<>();

  ReservationChange(ChangeReservation change, Booking state, Instant now) {
    this.change = change;
    this.state = state;
    this.performance = state.seats().performance();
    this.now = now;
    this.end =
        change.optionUntil() == null
            ? state.reservation().latest().optionUntil()
            : change.optionUntil();
  }

  Decision<Event> decide() {
    if (!change.claim().caller().isStaff()) {
      return ReservationDecider.byStaffOnly();
    }
    if (!change.isAboutPlaces() && change.optionUntil() == null) {
      return Decision.reject(
          ReservationRejection.NOTHING_CHANGED, "Expected a change, but nothing is to change");
    }
    SeatHold hold = state.seats().inventory().hold(state.reservation().holdId());
    if (hold == null) {
      return HoldRefusals.notPlaced(state.seats().inventory(), state.reservation().holdId());
    }
    Decision<Event> refusal = HoldRefusals.unlessUnordered(hold, now);
    if (refusal == null && change.optionUntil() != null) {
      refusal = ReservationDecider.refuseEnd(end, performance, now);
    }
    if (refusal == null && change.isAboutPlaces()) {
      refusal = changePlaces(hold);
    }
    if (refusal != null) {
      return refusal;
    }
    events.add(new HoldExtended(performance.id(), keeper(hold), end));
    events.add(
        new ReservationChanged(
            change.reservationId(),
            performance.organisation(),
            performance.id(),
            keeper(hold),
            end));
    return Decision.accept(events);
  }

  private HoldId keeper(SeatHold before) {
    return change.isAboutPlaces() ? change.holdId() : before.id();
  }

  private @Nullable Decision<Event> changePlaces(SeatHold hold) {
    ReservedPlaces places = new ReservedPlaces(hold, state.seats().inventory().heldBack());
    String strange = places.giveBack(change.fewer());
    if (strange != null) {
      return Decision.reject(ReservationRejection.PLACE_NOT_RESERVED, strange);
    }
    Decision<Event> refusal = change.more() == null ? null : takeMore(change.more(), places);
    if (refusal != null) {
      return refusal;
    }
    if (places.count() == 0) {
      return Decision.reject(
          ReservationRejection.NO_PLACE_LEFT,
          "Expected at least one place to stay, but all are given back");
    }
    if (places.count() > MOST_PLACES) {
      return Decision.reject(
          ReservationRejection.RESERVATION_TOO_LARGE,
          "Expected at most " + MOST_PLACES + " places, but there would be " + places.count());
    }
    events.add(new HoldReleased(performance.id(), hold.id(), null));
    events.add(replacing(hold, places));
    return null;
  }

  /** Decides on the free places alone: what the reservation has is not free, also not to itself. */
  private @Nullable Decision<Event> takeMore(PlacesWish more, ReservedPlaces places) {
    PlaceHold wish = new PlaceHold(performance.id(), change.holdId(), more, change.claim());
    return switch (HOLDS.decide(wish, state.seats(), now)) {
      case Decision.Rejected<SeatHoldEvent> refused -> refused.as();
      case Decision.Accepted<SeatHoldEvent> accepted -> {
        for (SeatHoldEvent event : accepted.events()) {
          if (event instanceof HoldPlaced placed) {
            places.take(placed);
          } else {
            events.add(event); // the recorded end of a hold whose time was over
          }
        }
        yield null;
      }
    };
  }

  private HoldPlaced replacing(SeatHold hold, ReservedPlaces places) {
    return new HoldPlaced(
        performance.id(),
        change.holdId(),
        places.seats(),
        places.areas(),
        now.plusSeconds(performance.rules().holdSeconds()),
        hold.priceListVersion(),
        hold.channel(),
        places.count() > performance.rules().maxSeatsPerHold(),
        hold.buyer(),
        null,
        null);
  }
}

package org.counterfoil.domain.venue;

import java.time.Instant;
import org.counterfoil.domain.Decider;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.venue.Venue.Booking;
import org.counterfoil.domain.venue.VenueCommand.AddSeatingPlan;
import org.counterfoil.domain.venue.VenueCommand.BookVenue;
import org.counterfoil.domain.venue.VenueCommand.EndBooking;
import org.counterfoil.domain.venue.VenueCommand.OpenVenue;
import org.counterfoil.domain.venue.VenueEvent.BookingEnded;
import org.counterfoil.domain.venue.VenueEvent.SeatingPlanAdded;
import org.counterfoil.domain.venue.VenueEvent.VenueBooked;
import org.counterfoil.domain.venue.VenueEvent.VenueOpened;

/** Decides about venues, their plans and the times they are taken. */
public final class VenueDecider implements Decider<VenueCommand, Venue, VenueEvent> {

  @Override
  public Decision<VenueEvent> decide(VenueCommand command, Venue state, Instant now) {
    return switch (command) {
      case OpenVenue open -> open(open, state);
      case AddSeatingPlan add -> add(add, state);
      case BookVenue book -> book(book, state);
      case EndBooking end -> end(end, state);
    };
  }

  private static Decision<VenueEvent> open(OpenVenue open, Venue state) {
    if (state.exists()) {
      return Decision.reject(
          VenueRejection.VENUE_EXISTS, "Expected a new venue, but " + open.venueId() + " exists");
    }
    return Decision.accept(
        new VenueOpened(
            open.venueId(),
            open.organisationId(),
            open.name(),
            open.address(),
            open.timeZone(),
            open.isShared()));
  }

  private static Decision<VenueEvent> add(AddSeatingPlan add, Venue state) {
    if (state.organisation == null) {
      return unknown(add);
    }
    int version =
        1 + (int) state.plans.values().stream().filter(p -> p.name().equals(add.name())).count();
    return Decision.accept(
        new SeatingPlanAdded(
            add.venueId(),
            state.organisation,
            add.seatingPlanId(),
            add.name(),
            version,
            add.planHash(),
            add.seatCount(),
            add.zones(),
            add.areas()));
  }

  private static Decision<VenueEvent> book(BookVenue book, Venue state) {
    if (state.organisation == null) {
      return unknown(book);
    }
    Booking wanted = new Booking(book.performanceId(), book.startsAt(), book.endsAt());
    if (state.bookings.contains(wanted)) {
      return Decision.accept();
    }
    boolean isTaken =
        state.bookings.stream()
            .filter(other -> !other.performance().equals(book.performanceId()))
            .anyMatch(other -> other.overlaps(book.startsAt(), book.endsAt()));
    if (isTaken && !book.confirmOverlap()) {
      return Decision.reject(
          VenueRejection.VENUE_OCCUPIED,
          "Expected a free venue from "
              + book.startsAt()
              + " to "
              + book.endsAt()
              + ", but another performance takes place then; confirmOverlap schedules it all the"
              + " same");
    }
    return Decision.accept(
        new VenueBooked(
            book.venueId(),
            book.organisationId(),
            book.performanceId(),
            book.startsAt(),
            book.endsAt(),
            isTaken));
  }

  private static Decision<VenueEvent> end(EndBooking end, Venue state) {
    if (state.organisation == null) {
      return unknown(end);
    }
    boolean isBooked =
        state.bookings.stream().anyMatch(one -> one.performance().equals(end.performanceId()));
    return isBooked
        ? Decision.accept(
            new BookingEnded(end.venueId(), end.organisationId(), end.performanceId()))
        : Decision.accept();
  }

  private static Decision<VenueEvent> unknown(VenueCommand command) {
    return Decision.reject(
        VenueRejection.UNKNOWN_VENUE,
        "Expected a venue, but there is none with id " + command.venueId());
  }

  @Override
  public void evolve(Venue state, VenueEvent event) {
    switch (event) {
      case VenueOpened opened -> {
        state.organisation = opened.organisationId();
        state.name = opened.name();
        state.timeZone = opened.timeZone();
        state.isShared = opened.isShared();
      }
      case SeatingPlanAdded added ->
          state.plans.put(
              added.seatingPlanId(),
              new Venue.Plan(
                  added.seatingPlanId(), added.name(), added.version(), added.planHash()));
      case VenueBooked booked -> {
        state.end(booked.performanceId());
        state.bookings.add(new Booking(booked.performanceId(), booked.startsAt(), booked.endsAt()));
      }
      case BookingEnded ended -> state.end(ended.performanceId());
    }
  }
}

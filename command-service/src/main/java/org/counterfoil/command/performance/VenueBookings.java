package org.counterfoil.command.performance;

import java.time.Instant;
import java.util.UUID;
import org.counterfoil.command.lane.Answer;
import org.counterfoil.command.lane.Lanes;
import org.counterfoil.command.lane.Outcome;
import org.counterfoil.command.lane.Submission;
import org.counterfoil.domain.Actor;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceScheduled;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.venue.Venue;
import org.counterfoil.domain.venue.VenueCommand;
import org.counterfoil.domain.venue.VenueCommand.BookVenue;
import org.counterfoil.domain.venue.VenueCommand.EndBooking;
import org.counterfoil.domain.venue.VenueDecider;
import org.counterfoil.domain.venue.VenueEvent;
import org.counterfoil.eventstore.log.EventLog;
import org.counterfoil.eventstore.log.RecordedEvent;
import org.counterfoil.http.problem.Problem;

/**
 * Lets the bookings of venues follow their performances. A venue is decided on in a lane of its
 * own, so that a performance is moved first and its booking afterwards; following twice changes
 * nothing. Between the two a process may end: {@link BookingProcess} does the rest.
 */
final class VenueBookings {

  private final EventLog log;
  private final Lanes lanes;
  private final Terms terms;

  VenueBookings(EventLog log, Lanes lanes, Terms terms) {
    this.log = log;
    this.lanes = lanes;
    this.terms = terms;
  }

  /** Ends the request where another performance takes the venue then. */
  void requireFree(
      PerformanceScheduled performance, Instant startsAt, Instant endsAt, Instant now) {
    VenueDecider decider = new VenueDecider();
    Venue venue = new Venue();
    for (RecordedEvent recorded : log.readStream(performance.venueId().value())) {
      decider.evolve(venue, (VenueEvent) recorded.envelope().payload());
    }
    if (decider.decide(booking(performance, startsAt, endsAt, false), venue, now)
        instanceof Decision.Rejected<VenueEvent> refused) {
      throw Problem.refused(refused.code(), refused.detail()).exception();
    }
  }

  /**
   * The performance takes the venue at the times that are in force now, not as somebody asked: a
   * request that is repeated moves nothing. One that is cancelled meanwhile leaves the venue.
   */
  void follow(PerformanceId id, Actor actor, UUID cause) {
    Terms.InForce followed;
    Terms.InForce now = terms.now(id);
    do {
      followed = now;
      PerformanceScheduled performance = followed.scheduled();
      if (performance.isTraining()) {
        return;
      }
      switch (followed.stage()) {
        case SCHEDULED ->
            submit(
                booking(performance, followed.startsAt(), followed.endsAt(), true), actor, cause);
        case CANCELLED ->
            submit(
                new EndBooking(performance.venueId(), performance.organisationId(), id),
                actor,
                cause);
        case COMPLETED -> {} // it took place when it was booked
      }
      now = terms.now(id);
    } while (now.position() != followed.position());
  }

  private void submit(VenueCommand command, Actor actor, UUID cause) {
    Outcome outcome =
        lanes.submit(new Submission(command, actor, cause, events -> new Answer(204, ""), null));
    if (outcome instanceof Outcome.Refused refused) {
      throw Problem.refused(refused.code(), refused.detail()).exception();
    }
  }

  private static BookVenue booking(
      PerformanceScheduled performance, Instant startsAt, Instant endsAt, boolean confirmOverlap) {
    return new BookVenue(
        performance.venueId(),
        performance.organisationId(),
        performance.performanceId(),
        startsAt,
        endsAt,
        confirmOverlap);
  }
}

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
import org.counterfoil.domain.venue.Venue;
import org.counterfoil.domain.venue.VenueCommand.BookVenue;
import org.counterfoil.domain.venue.VenueDecider;
import org.counterfoil.domain.venue.VenueEvent;
import org.counterfoil.eventstore.log.EventLog;
import org.counterfoil.eventstore.log.RecordedEvent;
import org.counterfoil.http.problem.Problem;

/**
 * Lets the bookings of venues follow their performances. A venue is decided on in a lane of its
 * own, so that a performance is moved first and its booking afterwards; following twice changes
 * nothing.
 */
final class VenueBookings {

  private final EventLog log;
  private final Lanes lanes;

  VenueBookings(EventLog log, Lanes lanes) {
    this.log = log;
    this.lanes = lanes;
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

  /** The performance takes the venue at these times, and at no others. */
  void move(
      PerformanceScheduled performance, Instant startsAt, Instant endsAt, Actor actor, UUID cause) {
    Outcome outcome =
        lanes.submit(
            new Submission(
                booking(performance, startsAt, endsAt, true),
                actor,
                cause,
                events -> new Answer(204, ""),
                null));
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

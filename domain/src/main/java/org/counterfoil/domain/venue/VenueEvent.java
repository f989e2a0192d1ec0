package org.counterfoil.domain.venue;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.EventType;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.seating.Area;
import org.counterfoil.domain.seating.PlanHash;
import org.counterfoil.domain.seating.SeatingPlanId;
import org.counterfoil.domain.seating.ZoneCapacity;

/** What happened to a venue. */
public sealed interface VenueEvent extends Event {

  VenueId venueId();

  /** Whose event it is: of a booking, the organisation that books. */
  OrganisationId organisationId();

  /**
   * A venue was opened.
   *
   * @param isShared whether the members of its organisation's networks may use it
   */
  @EventType(name = "venue.opened", revision = 1)
  record VenueOpened(
      VenueId venueId,
      OrganisationId organisationId,
      PublicLabel name,
      PublicLabel address,
      ZoneId timeZone,
      boolean isShared)
      implements VenueEvent {}

  /**
   * A seating plan was added. Its document is stored once, under its hash.
   *
   * @param version counts the venue's plans of this name, from 1
   */
  @EventType(name = "venue.seating-plan-added", revision = 1)
  record SeatingPlanAdded(
      VenueId venueId,
      OrganisationId organisationId,
      SeatingPlanId seatingPlanId,
      PublicLabel name,
      int version,
      PlanHash planHash,
      int seatCount,
      List<ZoneCapacity> zones,
      List<Area> areas)
      implements VenueEvent {
    public SeatingPlanAdded {
      zones = List.copyOf(zones);
      areas = List.copyOf(areas);
    }
  }

  /**
   * A performance takes the venue from start to end, in place of the time it had before.
   *
   * @param isOverlapConfirmed whether it was scheduled knowing that another one overlaps
   */
  @EventType(name = "venue.booked", revision = 1)
  record VenueBooked(
      VenueId venueId,
      OrganisationId organisationId,
      PerformanceId performanceId,
      Instant startsAt,
      Instant endsAt,
      boolean isOverlapConfirmed)
      implements VenueEvent {}

  /** A performance takes the venue no more. */
  @EventType(name = "venue.booking-ended", revision = 1)
  record BookingEnded(VenueId venueId, OrganisationId organisationId, PerformanceId performanceId)
      implements VenueEvent {}
}

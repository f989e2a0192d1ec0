package org.counterfoil.domain.venue;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.counterfoil.domain.Command;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.seating.Area;
import org.counterfoil.domain.seating.PlanHash;
import org.counterfoil.domain.seating.SeatingPlanId;
import org.counterfoil.domain.seating.ZoneCapacity;

/** Commands about one venue. */
public sealed interface VenueCommand extends Command {

  VenueId venueId();

  @Override
  default UUID laneKey() {
    return venueId().value();
  }

  record OpenVenue(
      VenueId venueId,
      OrganisationId organisationId,
      PublicLabel name,
      PublicLabel address,
      ZoneId timeZone,
      boolean isShared)
      implements VenueCommand {}

  /** Adds a checked plan whose document is stored already. */
  record AddSeatingPlan(
      VenueId venueId,
      SeatingPlanId seatingPlanId,
      PublicLabel name,
      PlanHash planHash,
      int seatCount,
      List<ZoneCapacity> zones,
      List<Area> areas)
      implements VenueCommand {
    public AddSeatingPlan {
      zones = List.copyOf(zones);
      areas = List.copyOf(areas);
    }
  }

  /**
   * Takes the venue for a performance, in place of the time it had before; {@code confirmOverlap}
   * where it is taken already.
   */
  record BookVenue(
      VenueId venueId,
      OrganisationId organisationId,
      PerformanceId performanceId,
      Instant startsAt,
      Instant endsAt,
      boolean confirmOverlap)
      implements VenueCommand {}

  /** The performance takes the venue no more; repeating it changes nothing. */
  record EndBooking(VenueId venueId, OrganisationId organisationId, PerformanceId performanceId)
      implements VenueCommand {}
}

package org.counterfoil.domain.performance;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.counterfoil.domain.Command;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.catalogue.ProductionId;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.seating.PlanHash;
import org.counterfoil.domain.seating.SeatingPlanId;
import org.counterfoil.domain.venue.VenueCommand.BookVenue;
import org.counterfoil.domain.venue.VenueId;
import org.counterfoil.domain.waitingroom.WaitingRoomWish;
import org.jspecify.annotations.Nullable;

/** Commands about a performance as a whole. */
public sealed interface PerformanceCommand extends Command {

  PerformanceId performanceId();

  @Override
  default UUID laneKey() {
    return performanceId().value();
  }

  /**
   * Schedules one showing; the venue is booked in the same unit of work, unless it is for training.
   *
   * @param confirmOverlap whether it is scheduled even where another performance takes the venue
   *     then
   * @param isTraining whether it only exists to rehearse with
   */
  record SchedulePerformance(
      PerformanceId performanceId,
      OrganisationId organisationId,
      ProductionId productionId,
      PublicLabel title,
      VenueId venueId,
      PublicLabel venueName,
      SeatingPlanId seatingPlanId,
      PlanHash planHash,
      Instant startsAt,
      @Nullable Instant endsAt,
      ZoneId timeZone,
      PriceList priceList,
      SaleRules rules,
      boolean confirmOverlap,
      boolean isTraining)
      implements PerformanceCommand {

    /** The venue's: it books the venue, and nobody else knows the new performance yet. */
    @Override
    public UUID laneKey() {
      return venueId.value();
    }

    /** Shows run three hours where nobody said otherwise. */
    private static final long USUAL_LENGTH_SECONDS = 3 * 3600L;

    /** When it ends: as given, or three hours after its start. */
    public Instant effectiveEnd() {
      return endsAt == null ? startsAt.plusSeconds(USUAL_LENGTH_SECONDS) : endsAt;
    }

    /** What is asked of the venue. */
    public BookVenue booking() {
      return new BookVenue(
          venueId, organisationId, performanceId, startsAt, effectiveEnd(), confirmOverlap);
    }
  }

  record ChangePriceList(PerformanceId performanceId, PriceList priceList)
      implements PerformanceCommand {}

  /**
   * Opens the sale; without {@code opensAt} it is open at once.
   *
   * @param waitingRoom the waiting room that buyers are to come through; missing for none
   */
  record SetOnsale(
      PerformanceId performanceId,
      OnsaleWindow window,
      List<ChannelWindow> channels,
      @Nullable WaitingRoomWish waitingRoom)
      implements PerformanceCommand {
    public SetOnsale {
      channels = List.copyOf(channels);
    }
  }
}

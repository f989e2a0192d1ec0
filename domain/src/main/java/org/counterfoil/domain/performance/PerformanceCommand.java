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
      List<PriceQuota> quotas,
      SaleRules rules,
      boolean confirmOverlap,
      boolean isTraining)
      implements PerformanceCommand {

    public SchedulePerformance {
      quotas = List.copyOf(quotas);
    }

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

  /** Changes prices and quotas of later sales; all quotas that are not given again end. */
  record ChangePriceList(PerformanceId performanceId, PriceList priceList, List<PriceQuota> quotas)
      implements PerformanceCommand {
    public ChangePriceList {
      quotas = List.copyOf(quotas);
    }

    /** Without quotas. */
    public ChangePriceList(PerformanceId performanceId, PriceList priceList) {
      this(performanceId, priceList, List.of());
    }
  }

  /**
   * Opens the sale; without {@code opensAt} it is open at once. Replaces what was set before.
   *
   * @param waitingRoom the waiting room that buyers are to come through; missing for none
   * @param presale who may buy before that; nobody where missing
   */
  record SetOnsale(
      PerformanceId performanceId,
      OnsaleWindow window,
      List<ChannelWindow> channels,
      @Nullable WaitingRoomWish waitingRoom,
      @Nullable Presale presale)
      implements PerformanceCommand {
    public SetOnsale {
      channels = List.copyOf(channels);
    }

    /** Without a presale. */
    public SetOnsale(
        PerformanceId performanceId,
        OnsaleWindow window,
        List<ChannelWindow> channels,
        @Nullable WaitingRoomWish waitingRoom) {
      this(performanceId, window, channels, waitingRoom, null);
    }

    /** With neither waiting room nor presale. */
    public SetOnsale(
        PerformanceId performanceId, OnsaleWindow window, List<ChannelWindow> channels) {
      this(performanceId, window, channels, null, null);
    }
  }

  /** Names who sells on the organiser's account; replaces what was set before. */
  record SetAgents(PerformanceId performanceId, List<SalesAgent> agents)
      implements PerformanceCommand {
    public SetAgents {
      agents = List.copyOf(agents);
    }
  }

  /**
   * Sells wheelchair and companion places like any other from now on; repeating changes nothing.
   */
  record ReleaseAccessiblePlaces(PerformanceId performanceId) implements PerformanceCommand {}

  /**
   * The performance took place; repeating it changes nothing.
   *
   * @param isAutomatic whether the time has come for it by itself: then it does nothing where that
   *     is not so, because the performance was rescheduled or has ended otherwise
   */
  record CompletePerformance(PerformanceId performanceId, boolean isAutomatic)
      implements PerformanceCommand {}

  /**
   * The performance will not take place; repeating it changes nothing.
   *
   * @param claimUntil until when buyers who are not known may ask for their money; missing for as
   *     long as the law says
   */
  record CancelPerformance(
      PerformanceId performanceId,
      CancellationReason reason,
      boolean refundFees,
      @Nullable Instant claimUntil)
      implements PerformanceCommand {}

  /** Every ticket of a cancelled performance was decided on; repeating it changes nothing. */
  record SettleCancellation(PerformanceId performanceId) implements PerformanceCommand {}

  /**
   * Moves a performance to other times.
   *
   * @param endsAt as long after its start as before where missing
   */
  record ReschedulePerformance(
      PerformanceId performanceId, Instant startsAt, @Nullable Instant endsAt)
      implements PerformanceCommand {}
}

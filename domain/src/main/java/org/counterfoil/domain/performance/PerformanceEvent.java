package org.counterfoil.domain.performance;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.EventType;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.catalogue.ProductionId;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.seating.Area;
import org.counterfoil.domain.seating.PlanHash;
import org.counterfoil.domain.seating.SeatingPlanId;
import org.counterfoil.domain.seating.ZoneCapacity;
import org.counterfoil.domain.venue.VenueId;
import org.counterfoil.domain.waitingroom.WaitingRoomTerms;
import org.jspecify.annotations.Nullable;

/** What happened to a performance as a whole; what happens to its seats is a seat-hold event. */
public sealed interface PerformanceEvent extends Event {

  PerformanceId performanceId();

  /**
   * A performance was scheduled.
   *
   * @param endsAt when it ends; decided even where it was not given
   * @param timeZone the venue's
   * @param isTraining whether it only exists to rehearse with: nobody will come, no venue is
   *     booked, and its sales are in no total
   */
  @EventType(name = "performance.scheduled", revision = 5)
  record PerformanceScheduled(
      PerformanceId performanceId,
      OrganisationId organisationId,
      ProductionId productionId,
      PublicLabel title,
      VenueId venueId,
      PublicLabel venueName,
      SeatingPlanId seatingPlanId,
      PlanHash planHash,
      int seatCount,
      List<ZoneCapacity> zones,
      List<Area> areas,
      Instant startsAt,
      Instant endsAt,
      ZoneId timeZone,
      PriceList priceList,
      SaleRules rules,
      boolean isTraining)
      implements PerformanceEvent {
    public PerformanceScheduled {
      zones = List.copyOf(zones);
      areas = List.copyOf(areas);
    }
  }

  /** Prices of later holds; a placed hold keeps what it was offered. Versions count from 1. */
  @EventType(name = "performance.price-list-changed", revision = 4)
  record PriceListChanged(PerformanceId performanceId, int version, PriceList priceList)
      implements PerformanceEvent {}

  /** When the sale is open, in general and per channel. Replaces what was set before. */
  @EventType(name = "performance.onsale-set", revision = 1)
  record OnsaleSet(PerformanceId performanceId, OnsaleWindow window, List<ChannelWindow> channels)
      implements PerformanceEvent {
    public OnsaleSet {
      channels = List.copyOf(channels);
    }

    /** A channel's own window where it has one, else the general one. */
    OnsaleWindow windowOf(SalesChannel channel) {
      return channels.stream()
          .filter(own -> own.channel().equals(channel))
          .findFirst()
          .map(ChannelWindow::window)
          .orElse(window);
    }
  }

  /**
   * Whether buyers come through a waiting room, and on what terms. Replaces what was set before.
   *
   * @param terms missing where there is none any more
   */
  @EventType(name = "waiting-room.set", revision = 1)
  record WaitingRoomSet(PerformanceId performanceId, @Nullable WaitingRoomTerms terms)
      implements PerformanceEvent {}

  /** Who may buy before the sale opens. Replaces what was set before; without codes, nobody. */
  @EventType(name = "performance.presale-set", revision = 1)
  record PresaleSet(PerformanceId performanceId, Presale presale) implements PerformanceEvent {}

  /** How many tickets of a price type there are. Replaces what was set before. */
  @EventType(name = "performance.quotas-set", revision = 1)
  record QuotasSet(PerformanceId performanceId, List<PriceQuota> quotas)
      implements PerformanceEvent {
    public QuotasSet {
      quotas = List.copyOf(quotas);
    }
  }

  /** Who sells later orders on the organiser's account. Replaces what was set before. */
  @EventType(name = "performance.agents-set", revision = 1)
  record AgentsSet(PerformanceId performanceId, List<SalesAgent> agents)
      implements PerformanceEvent {
    public AgentsSet {
      agents = List.copyOf(agents);
    }
  }

  /** From now on wheelchair and companion places are sold like any other. */
  @EventType(name = "performance.accessible-places-released", revision = 1)
  record AccessiblePlacesReleased(PerformanceId performanceId) implements PerformanceEvent {}

  /** It took place: what was taken for it is earned. */
  @EventType(name = "performance.completed", revision = 1)
  record PerformanceCompleted(PerformanceId performanceId) implements PerformanceEvent {}

  /**
   * It will not take place: what was taken for it is owed back, and nothing more is sold.
   *
   * @param refundFees whether fees go back as well
   * @param claimUntil until when buyers who are not known may ask for their money
   */
  @EventType(name = "performance.cancelled", revision = 1)
  record PerformanceCancelled(
      PerformanceId performanceId,
      CancellationReason reason,
      boolean refundFees,
      @Nullable Instant claimUntil)
      implements PerformanceEvent {}

  /** Every ticket of the cancelled performance was decided on: it is owed back, or was free. */
  @EventType(name = "performance.cancellation-settled", revision = 1)
  record CancellationSettled(PerformanceId performanceId) implements PerformanceEvent {}

  /** It takes place at other times; its tickets stay good. */
  @EventType(name = "performance.rescheduled", revision = 1)
  record PerformanceRescheduled(PerformanceId performanceId, Instant startsAt, Instant endsAt)
      implements PerformanceEvent {}
}

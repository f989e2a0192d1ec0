package org.counterfoil.command.performance;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.counterfoil.command.exchange.Callers;
import org.counterfoil.command.exchange.Offers;
import org.counterfoil.command.exchange.Offers.Offer;
import org.counterfoil.command.exchange.Offers.OfferedFee;
import org.counterfoil.command.performance.PresaleCodes.PresaleTerms;
import org.counterfoil.command.performance.TermsEndpoint.ChannelWish;
import org.counterfoil.command.performance.TermsEndpoint.OnsaleTerms;
import org.counterfoil.command.performance.TermsEndpoint.RoomWish;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.catalogue.ProductionId;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceScheduled;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.performance.PerformanceStage;
import org.counterfoil.domain.performance.SaleRules;
import org.counterfoil.domain.seating.Area;
import org.counterfoil.domain.seating.PlanHash;
import org.counterfoil.domain.seating.SeatingPlanId;
import org.counterfoil.domain.seating.ZoneCapacity;
import org.counterfoil.domain.seating.ZoneName;
import org.counterfoil.domain.venue.VenueId;
import org.counterfoil.http.access.Access;
import org.counterfoil.http.position.Positions;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What a performance is, and what somebody is offered of it now. */
@RestController
@Tag(name = "Selling")
final class OffersEndpoint {

  private final Terms terms;
  private final Callers callers;
  private final Clock clock;

  OffersEndpoint(Terms terms, Callers callers, Clock clock) {
    this.terms = terms;
    this.callers = callers;
    this.clock = clock;
  }

  /**
   * A performance as everybody may see it.
   *
   * @param state whether it is yet to come, took place or was cancelled
   * @param isTraining whether it only exists to rehearse with: its tickets admit nobody
   * @param offers price types by zone, as they are offered to the caller now; none of a performance
   *     that has ended
   * @param fees what is asked for beside tickets
   */
  record PublicPerformance(
      PerformanceId performanceId,
      OrganisationId organisationId,
      ProductionId productionId,
      PublicLabel title,
      VenueId venueId,
      PublicLabel venueName,
      SeatingPlanId seatingPlanId,
      PlanHash seatOrder,
      Instant startsAt,
      Instant endsAt,
      ZoneId timeZone,
      PerformanceStage state,
      Currency currency,
      int seatCount,
      List<ZoneCapacity> zones,
      List<Area> areas,
      SaleRules rules,
      boolean isTraining,
      @Nullable OnsaleTerms onsale,
      Map<ZoneName, List<Offer>> offers,
      List<OfferedFee> fees) {}

  @GetMapping("/api/v1/performances/{performanceId}/offers")
  @Operation(summary = "A performance, and what is offered to the caller now")
  ResponseEntity<PublicPerformance> get(@PathVariable PerformanceId performanceId, Access access) {
    Terms.InForce now = terms.now(performanceId);
    PerformanceScheduled scheduled = now.scheduled();
    var caller = callers.of(access.caller(), scheduled.organisationId(), null);
    List<ZoneName> zones = scheduled.zones().stream().map(ZoneCapacity::zone).toList();
    return ResponseEntity.ok()
        .header(Positions.POSITION, Long.toString(now.position()))
        .body(
            new PublicPerformance(
                performanceId,
                scheduled.organisationId(),
                scheduled.productionId(),
                scheduled.title(),
                scheduled.venueId(),
                scheduled.venueName(),
                scheduled.seatingPlanId(),
                scheduled.planHash(),
                now.startsAt(),
                now.endsAt(),
                scheduled.timeZone(),
                now.stage(),
                scheduled.priceList().currency(),
                scheduled.seatCount(),
                scheduled.zones(),
                scheduled.areas(),
                scheduled.rules(),
                scheduled.isTraining(),
                onsale(now),
                now.stage() == PerformanceStage.SCHEDULED
                    ? Offers.of(now.priceList(), zones, caller, clock.instant())
                    : Map.of(),
                now.stage() == PerformanceStage.SCHEDULED
                    ? Offers.fees(now.priceList(), caller.channel(), caller)
                    : List.of()));
  }

  private static @Nullable OnsaleTerms onsale(Terms.InForce now) {
    var set = now.onsale();
    return set == null
        ? null
        : new OnsaleTerms(
            set.performanceId(),
            set.window().opensAt(),
            set.window().closesAt(),
            set.channels().stream()
                .map(
                    own ->
                        new ChannelWish(
                            own.channel(), own.window().opensAt(), own.window().closesAt()))
                .toList(),
            PresaleTerms.of(now.presale()),
            now.waitingRoom() == null ? null : RoomWish.of(now.waitingRoom()));
  }
}

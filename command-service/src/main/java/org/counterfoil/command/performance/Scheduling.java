package org.counterfoil.command.performance;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.counterfoil.command.exchange.Directory;
import org.counterfoil.command.exchange.EventSize;
import org.counterfoil.command.exchange.RequestRejection;
import org.counterfoil.command.performance.PerformanceEndpoint.PerformanceWish;
import org.counterfoil.command.seating.VenuePlans;
import org.counterfoil.domain.catalogue.CatalogueEvent.ProductionAdded;
import org.counterfoil.domain.performance.PerformanceCommand.SchedulePerformance;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceScheduled;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.performance.SaleRules;
import org.counterfoil.domain.venue.VenueEvent.SeatingPlanAdded;
import org.counterfoil.domain.venue.VenueEvent.VenueOpened;
import org.jspecify.annotations.Nullable;

/** Turns the wish for a performance into its command: finds what it names. */
final class Scheduling {

  private final Directory directory;
  private final VenuePlans plans;

  Scheduling(Directory directory, VenuePlans plans) {
    this.directory = directory;
    this.plans = plans;
  }

  SchedulePerformance command(PerformanceId id, ProductionAdded production, PerformanceWish wish) {
    VenueOpened venue = directory.venue(wish.venueId());
    if (!directory.mayUse(production.organisationId(), venue)) {
      throw RequestRejection.VENUE_NOT_SHARED.because(
          "venueId",
          "Expected a venue of the organisation or one shared in a network of both, but it is"
              + " another's");
    }
    SeatingPlanAdded plan = plans.find(wish.venueId(), wish.seatingPlanId());
    var prices =
        PriceListWish.of(
            wish.priceList(),
            wish.fees() == null ? List.of() : FeeWish.list(wish.fees()),
            wish.currency(),
            directory.organisation(production.organisationId()).currency());
    EventSize.check("priceList", prices, plan.zones(), plan.areas());
    return new SchedulePerformance(
        id,
        production.organisationId(),
        production.productionId(),
        production.title(),
        wish.venueId(),
        venue.name(),
        wish.seatingPlanId(),
        plan.planHash(),
        wish.startsAt(),
        wish.endsAt(),
        venue.timeZone(),
        prices,
        PriceListWish.quotas(wish.priceList()),
        rules(wish.rules()),
        Boolean.TRUE.equals(wish.confirmOverlap()),
        false);
  }

  /** The same performance at another time, which takes as long. */
  static SchedulePerformance copy(
      PerformanceId id, Terms.InForce terms, Instant startsAt, boolean confirmOverlap) {
    PerformanceScheduled first = terms.scheduled();
    return new SchedulePerformance(
        id,
        first.organisationId(),
        first.productionId(),
        first.title(),
        first.venueId(),
        first.venueName(),
        first.seatingPlanId(),
        first.planHash(),
        startsAt,
        startsAt.plus(Duration.between(terms.startsAt(), terms.endsAt())),
        first.timeZone(),
        terms.priceList(),
        terms.quotas(),
        first.rules(),
        confirmOverlap,
        false);
  }

  /**
   * The same performance at the same time, to rehearse its sale with. Nobody rehearses fees: a
   * crowd need not know which are required.
   *
   * @param holdSeconds how long its holds last; as those of the first where missing
   */
  static SchedulePerformance training(
      PerformanceId id, Terms.InForce terms, @Nullable Integer holdSeconds) {
    PerformanceScheduled first = terms.scheduled();
    SaleRules rules = first.rules();
    return new SchedulePerformance(
        id,
        first.organisationId(),
        first.productionId(),
        first.title(),
        first.venueId(),
        first.venueName(),
        first.seatingPlanId(),
        first.planHash(),
        terms.startsAt(),
        terms.endsAt(),
        first.timeZone(),
        terms.priceList().withoutFees(),
        terms.quotas(),
        new SaleRules(
            Objects.requireNonNullElse(holdSeconds, rules.holdSeconds()),
            rules.maxSeatsPerHold(),
            rules.maxSeatsPerBuyer(),
            rules.seatChoice(),
            rules.refuseOrphanSeats()),
        false,
        true);
  }

  private static SaleRules rules(PerformanceEndpoint.@Nullable RulesWish wish) {
    SaleRules usual = SaleRules.DEFAULT;
    return wish == null
        ? usual
        : new SaleRules(
            Objects.requireNonNullElse(wish.holdSeconds(), usual.holdSeconds()),
            Objects.requireNonNullElse(wish.maxSeatsPerHold(), usual.maxSeatsPerHold()),
            Objects.requireNonNullElse(wish.maxSeatsPerBuyer(), usual.maxSeatsPerBuyer()),
            Objects.requireNonNullElse(wish.seatChoice(), usual.seatChoice()),
            Objects.requireNonNullElse(wish.refuseOrphanSeats(), usual.refuseOrphanSeats()));
  }
}

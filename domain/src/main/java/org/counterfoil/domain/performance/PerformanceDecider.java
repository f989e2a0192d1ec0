package org.counterfoil.domain.performance;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.counterfoil.domain.Decider;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.performance.PerformanceCommand.ChangePriceList;
import org.counterfoil.domain.performance.PerformanceCommand.SchedulePerformance;
import org.counterfoil.domain.performance.PerformanceCommand.SetOnsale;
import org.counterfoil.domain.performance.PerformanceEvent.OnsaleSet;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceScheduled;
import org.counterfoil.domain.performance.PerformanceEvent.PriceListChanged;
import org.counterfoil.domain.seating.SeatingPlan;
import org.counterfoil.domain.seating.ZoneCapacity;
import org.counterfoil.domain.seating.ZoneName;
import org.jspecify.annotations.Nullable;

/** Decides about performances as a whole. */
public final class PerformanceDecider
    implements Decider<PerformanceCommand, Performance, PerformanceEvent> {

  private static final int MAX_HOLD_SECONDS = 86_400;
  private static final int MAX_SEATS = 1_000;

  @Override
  public Decision<PerformanceEvent> decide(
      PerformanceCommand command, Performance state, Instant now) {
    return switch (command) {
      case SchedulePerformance schedule -> schedule(schedule, state, now);
      case ChangePriceList change -> changePrices(change, state);
      case SetOnsale set -> setOnsale(set, state);
    };
  }

  private static Decision<PerformanceEvent> schedule(
      SchedulePerformance schedule, Performance state, Instant now) {
    if (state.exists()) {
      return Decision.reject(
          PerformanceRejection.PERFORMANCE_EXISTS,
          "Expected a new performance, but " + schedule.performanceId() + " exists");
    }
    if (!schedule.startsAt().isBefore(schedule.effectiveEnd())) {
      return Decision.reject(
          PerformanceRejection.ENDS_BEFORE_START,
          "Expected an end after " + schedule.startsAt() + ", but it is " + schedule.endsAt());
    }
    if (!schedule.startsAt().isAfter(now)) {
      return Decision.reject(
          PerformanceRejection.STARTS_IN_THE_PAST,
          "Expected a start in the future, but it is " + schedule.startsAt());
    }
    SeatingPlan plan = state.plans.byHash(schedule.planHash());
    Decision<PerformanceEvent> refusal = refusePrices(schedule.priceList(), plan);
    if (refusal == null) {
      refusal = refuseRules(schedule.rules());
    }
    if (refusal != null) {
      return refusal;
    }
    return Decision.accept(
        new PerformanceScheduled(
            schedule.performanceId(),
            schedule.organisationId(),
            schedule.productionId(),
            schedule.title(),
            schedule.venueId(),
            schedule.venueName(),
            schedule.seatingPlanId(),
            schedule.planHash(),
            plan.seatCount(),
            plan.zoneCapacities(),
            plan.areas(),
            schedule.startsAt(),
            schedule.effectiveEnd(),
            schedule.timeZone(),
            schedule.priceList(),
            schedule.rules()));
  }

  private static Decision<PerformanceEvent> changePrices(
      ChangePriceList change, Performance state) {
    if (!state.exists()) {
      return unknown(change.performanceId());
    }
    if (!change.priceList().currency().equals(state.priceList(1).currency())) {
      return Decision.reject(
          PerformanceRejection.WRONG_CURRENCY,
          "Expected prices in "
              + state.priceList(1).currency()
              + ", but they are in "
              + change.priceList().currency());
    }
    Decision<PerformanceEvent> refusal = refusePrices(change.priceList(), state.plan());
    if (refusal != null) {
      return refusal;
    }
    return Decision.accept(
        new PriceListChanged(
            change.performanceId(), state.priceListVersion() + 1, change.priceList()));
  }

  private static Decision<PerformanceEvent> setOnsale(SetOnsale set, Performance state) {
    if (!state.exists()) {
      return unknown(set.performanceId());
    }
    boolean isSound =
        isSound(set.window()) && set.channels().stream().allMatch(c -> isSound(c.window()));
    if (!isSound) {
      return Decision.reject(
          PerformanceRejection.CLOSES_BEFORE_OPENING,
          "Expected every sale to close after it opens, but one does not");
    }
    return Decision.accept(new OnsaleSet(set.performanceId(), set.window(), set.channels()));
  }

  private static boolean isSound(OnsaleWindow window) {
    Instant opens = window.opensAt();
    Instant closes = window.closesAt();
    return opens == null || closes == null || opens.isBefore(closes);
  }

  private static @Nullable Decision<PerformanceEvent> refusePrices(
      PriceList list, SeatingPlan plan) {
    Set<ZoneName> priced = new HashSet<>();
    for (ZonePrices zone : list.zones()) {
      if (plan.zoneCapacities().stream().noneMatch(known -> known.zone().equals(zone.zone()))) {
        return Decision.reject(
            PerformanceRejection.UNKNOWN_ZONE,
            "Expected zones of the seating plan, but \"" + zone.zone() + "\" is none");
      }
      Set<PriceTypeCode> codes = new HashSet<>();
      for (PriceType type : zone.priceTypes()) {
        if (!codes.add(type.priceType())) {
          return Decision.reject(
              PerformanceRejection.PRICE_TYPE_REPEATED,
              "Expected each price type once in a zone, but "
                  + type.priceType()
                  + " repeats in \""
                  + zone.zone()
                  + "\"");
        }
      }
      if (!codes.isEmpty()) {
        priced.add(zone.zone());
      }
    }
    for (ZoneCapacity zone : plan.zoneCapacities()) {
      if (zone.capacity() > 0 && !priced.contains(zone.zone())) {
        return Decision.reject(
            PerformanceRejection.ZONE_WITHOUT_PRICE,
            "Expected a price for every zone that has places, but \""
                + zone.zone()
                + "\" has none");
      }
    }
    return null;
  }

  private static @Nullable Decision<PerformanceEvent> refuseRules(SaleRules rules) {
    boolean isSane =
        rules.holdSeconds() >= 1
            && rules.holdSeconds() <= MAX_HOLD_SECONDS
            && rules.maxSeatsPerHold() >= 1
            && rules.maxSeatsPerHold() <= MAX_SEATS
            && rules.maxSeatsPerBuyer() >= 1
            && rules.maxSeatsPerBuyer() <= MAX_SEATS;
    return isSane
        ? null
        : Decision.reject(
            PerformanceRejection.INVALID_RULES,
            "Expected holdSeconds from 1 to "
                + MAX_HOLD_SECONDS
                + " and limits of seats from 1 to "
                + MAX_SEATS
                + ", but they are "
                + rules);
  }

  private static Decision<PerformanceEvent> unknown(PerformanceId performance) {
    return Decision.reject(
        PerformanceRejection.UNKNOWN_PERFORMANCE,
        "Expected a performance, but there is none with id " + performance);
  }

  @Override
  public void evolve(Performance state, PerformanceEvent event) {
    switch (event) {
      case PerformanceScheduled scheduled -> {
        state.scheduled = scheduled;
        state.plan = state.plans.byHash(scheduled.planHash());
        state.priceLists.add(scheduled.priceList());
      }
      case PriceListChanged changed -> state.priceLists.add(changed.priceList());
      case OnsaleSet set -> state.onsale = set;
    }
  }
}

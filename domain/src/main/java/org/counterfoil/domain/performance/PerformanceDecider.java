package org.counterfoil.domain.performance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.counterfoil.domain.Decider;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.Horizon;
import org.counterfoil.domain.performance.PerformanceCommand.CancelPerformance;
import org.counterfoil.domain.performance.PerformanceCommand.ChangePriceList;
import org.counterfoil.domain.performance.PerformanceCommand.CompletePerformance;
import org.counterfoil.domain.performance.PerformanceCommand.ReleaseAccessiblePlaces;
import org.counterfoil.domain.performance.PerformanceCommand.ReschedulePerformance;
import org.counterfoil.domain.performance.PerformanceCommand.SchedulePerformance;
import org.counterfoil.domain.performance.PerformanceCommand.SetAgents;
import org.counterfoil.domain.performance.PerformanceCommand.SetOnsale;
import org.counterfoil.domain.performance.PerformanceCommand.SettleCancellation;
import org.counterfoil.domain.performance.PerformanceEvent.AccessiblePlacesReleased;
import org.counterfoil.domain.performance.PerformanceEvent.AgentsSet;
import org.counterfoil.domain.performance.PerformanceEvent.CancellationSettled;
import org.counterfoil.domain.performance.PerformanceEvent.OnsaleSet;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceCancelled;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceCompleted;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceRescheduled;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceScheduled;
import org.counterfoil.domain.performance.PerformanceEvent.PresaleSet;
import org.counterfoil.domain.performance.PerformanceEvent.PriceListChanged;
import org.counterfoil.domain.performance.PerformanceEvent.QuotasSet;
import org.counterfoil.domain.performance.PerformanceEvent.WaitingRoomSet;
import org.counterfoil.domain.seating.SeatingPlan;
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
      case ChangePriceList change -> changePrices(change, state, now);
      case SetOnsale set -> OnsaleSetting.decide(set, state, now);
      case SetAgents set -> setAgents(set, state);
      case ReleaseAccessiblePlaces release -> release(release, state);
      case CompletePerformance complete -> PerformanceEnding.complete(complete, state, now);
      case CancelPerformance cancel -> PerformanceEnding.cancel(cancel, state, now);
      case SettleCancellation settle -> PerformanceEnding.settle(settle, state);
      case ReschedulePerformance move -> PerformanceEnding.reschedule(move, state, now);
    };
  }

  private static Decision<PerformanceEvent> schedule(
      SchedulePerformance schedule, Performance state, Instant now) {
    if (state.exists()) {
      return Decision.reject(
          PerformanceRejection.PERFORMANCE_EXISTS,
          "Expected a new performance, but " + schedule.performanceId() + " exists");
    }
    if (!Horizon.includes(schedule.startsAt(), now) || !Horizon.includes(schedule.endsAt(), now)) {
      return outOfRange();
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
    Decision<PerformanceEvent> refusal =
        new PriceListCheck(schedule.priceList(), plan, now).refuse();
    refusal =
        refusal == null
            ? PriceListCheck.refuseQuotas(schedule.priceList(), schedule.quotas())
            : refusal;
    refusal = refusal == null ? refuseRules(schedule.rules()) : refusal;
    if (refusal != null) {
      return refusal;
    }
    List<PerformanceEvent> events = new ArrayList<>();
    events.add(
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
            schedule.rules(),
            schedule.isTraining()));
    if (!schedule.quotas().isEmpty()) {
      events.add(new QuotasSet(schedule.performanceId(), schedule.quotas()));
    }
    return Decision.accept(events);
  }

  private static Decision<PerformanceEvent> changePrices(
      ChangePriceList change, Performance state, Instant now) {
    if (!state.exists()) {
      return unknown(change.performanceId());
    }
    Decision<PerformanceEvent> ended = PerformanceEnding.refuseEnded(state);
    if (ended != null) {
      return ended;
    }
    if (!change.priceList().currency().equals(state.priceList(1).currency())) {
      return Decision.reject(
          PerformanceRejection.WRONG_CURRENCY,
          "Expected prices in "
              + state.priceList(1).currency()
              + ", but they are in "
              + change.priceList().currency());
    }
    Decision<PerformanceEvent> refusal =
        new PriceListCheck(change.priceList(), state.plan(), now).refuse();
    refusal =
        refusal == null
            ? PriceListCheck.refuseQuotas(change.priceList(), change.quotas())
            : refusal;
    if (refusal != null) {
      return refusal;
    }
    List<PerformanceEvent> events = new ArrayList<>();
    events.add(
        new PriceListChanged(
            change.performanceId(), state.priceListVersion() + 1, change.priceList()));
    if (!change.quotas().equals(state.quotas)) {
      events.add(new QuotasSet(change.performanceId(), change.quotas()));
    }
    return Decision.accept(events);
  }

  private static Decision<PerformanceEvent> setAgents(SetAgents set, Performance state) {
    if (!state.exists()) {
      return unknown(set.performanceId());
    }
    Decision<PerformanceEvent> ended = PerformanceEnding.refuseEnded(state);
    if (ended != null) {
      return ended;
    }
    if (set.agents().stream().map(SalesAgent::channel).distinct().count() < set.agents().size()) {
      return Decision.reject(
          PerformanceRejection.CHANNEL_REPEATED, "Expected each channel once, but one repeats");
    }
    if (set.agents().stream()
        .anyMatch(agent -> agent.organisationId().equals(state.organisation()))) {
      return Decision.reject(
          PerformanceRejection.AGENT_IS_ORGANISER,
          "Expected other organisations, but one is the organiser");
    }
    if (state.scheduled().isTraining() && !set.agents().isEmpty()) {
      return Decision.reject(
          PerformanceRejection.PERFORMANCE_IS_TRAINING,
          "Expected a performance that takes place, but it is for training");
    }
    return set.agents().equals(state.agents)
        ? Decision.accept()
        : Decision.accept(new AgentsSet(set.performanceId(), set.agents()));
  }

  private static Decision<PerformanceEvent> release(
      ReleaseAccessiblePlaces release, Performance state) {
    if (!state.exists()) {
      return unknown(release.performanceId());
    }
    return state.areAccessiblePlacesReleased
        ? Decision.accept()
        : Decision.accept(new AccessiblePlacesReleased(release.performanceId()));
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

  static Decision<PerformanceEvent> outOfRange() {
    return Decision.reject(
        PerformanceRejection.TIME_OUT_OF_RANGE,
        "Expected times within a century from now, but one is not");
  }

  static Decision<PerformanceEvent> unknown(PerformanceId performance) {
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
      case WaitingRoomSet set -> state.waitingRoom().set(set.terms());
      case PresaleSet set -> {
        state.presale = set.presale().codes().isEmpty() ? null : set.presale();
        state.presaleCodes = Set.copyOf(set.presale().codes());
      }
      case QuotasSet set -> state.quotas = set.quotas();
      case AgentsSet set -> state.agents = set.agents();
      case AccessiblePlacesReleased released -> state.areAccessiblePlacesReleased = true;
      case PerformanceRescheduled rescheduled -> state.rescheduled = rescheduled;
      case PerformanceCompleted completed -> state.completed = completed;
      case PerformanceCancelled cancelled -> state.cancelled = cancelled;
      case CancellationSettled settled -> state.settled = settled;
    }
  }
}

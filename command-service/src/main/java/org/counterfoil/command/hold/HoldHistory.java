package org.counterfoil.command.hold;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.counterfoil.command.hold.HoldAnswers.HoldState;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceScheduled;
import org.counterfoil.domain.seathold.HoldId;
import org.counterfoil.domain.seathold.HoldStatus;
import org.counterfoil.domain.seathold.SeatHoldEvent;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldExpired;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldExtended;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldOrdered;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldPlaced;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldReleased;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldSold;
import org.counterfoil.domain.seating.SeatingPlans;
import org.counterfoil.eventstore.log.EventLog;
import org.counterfoil.eventstore.log.RecordedEvent;
import org.springframework.stereotype.Component;

/** Reads holds from the log, as they stand at this moment, also after their end. */
@Component
final class HoldHistory {

  private final EventLog log;
  private final SeatingPlans plans;
  private final Clock clock;

  HoldHistory(EventLog log, SeatingPlans plans, Clock clock) {
    this.log = log;
    this.plans = plans;
    this.clock = clock;
  }

  /**
   * A hold as it stands.
   *
   * @param placed how it began
   * @param position of its last event
   */
  record Standing(HoldState state, HoldPlaced placed, long position) {}

  /** The hold, which MUST be one of the performance. */
  Standing of(HoldId holdId, PerformanceScheduled performance) {
    List<RecordedEvent> life =
        log.readHold(holdId.value()).stream()
            .filter(step -> step.envelope().payload() instanceof SeatHoldEvent)
            .toList();
    return new Standing(
        state(life, performance),
        (HoldPlaced) life.getFirst().envelope().payload(),
        life.getLast().position());
  }

  private HoldState state(List<RecordedEvent> life, PerformanceScheduled performance) {
    HoldPlaced placed = (HoldPlaced) life.getFirst().envelope().payload();
    HoldStatus status = HoldStatus.PLACED;
    Instant expiresAt = placed.expiresAt();
    OrderId order = null;
    for (RecordedEvent step : life) {
      switch ((SeatHoldEvent) step.envelope().payload()) {
        case HoldPlaced first -> expiresAt = first.expiresAt();
        case HoldExtended extended -> expiresAt = extended.expiresAt();
        case HoldOrdered ordered -> {
          expiresAt = ordered.expiresAt();
          order = ordered.orderId();
        }
        case HoldSold sold -> {
          status = HoldStatus.SOLD;
          order = sold.orderId();
        }
        case HoldReleased released -> status = HoldStatus.RELEASED;
        case HoldExpired expired -> status = HoldStatus.EXPIRED;
      }
    }
    if (status == HoldStatus.PLACED && !clock.instant().isBefore(expiresAt)) {
      status = HoldStatus.EXPIRED; // over, if not yet recorded so: it keeps nothing any more
    }
    return new HoldState(
        placed.holdId(),
        placed.performanceId(),
        status,
        HoldAnswers.seats(plans.byHash(performance.planHash()), placed.seats()),
        HoldAnswers.areas(placed.areas()),
        expiresAt,
        order);
  }
}

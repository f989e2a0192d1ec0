package org.counterfoil.command.hold;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.counterfoil.command.exchange.Directory;
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
import org.counterfoil.http.access.Access;
import org.counterfoil.http.position.Positions;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Tells how a hold stands, also after its end. */
@RestController
@Tag(name = "Selling")
final class HoldStateEndpoint {

  private final EventLog log;
  private final Directory directory;
  private final SeatingPlans plans;
  private final Clock clock;

  HoldStateEndpoint(EventLog log, Directory directory, SeatingPlans plans, Clock clock) {
    this.log = log;
    this.directory = directory;
    this.plans = plans;
    this.clock = clock;
  }

  @GetMapping("/api/v1/holds/{holdId}")
  @Operation(summary = "A hold as it stands, also after its end")
  ResponseEntity<HoldState> get(@PathVariable HoldId holdId, Access access) {
    access.permitHold(
        holdId,
        () -> directory.performance(directory.hold(holdId).performanceId()).organisationId());
    PerformanceScheduled performance =
        directory.performance(directory.hold(holdId).performanceId());
    List<RecordedEvent> life =
        log.readHold(holdId.value()).stream()
            .filter(step -> step.envelope().payload() instanceof SeatHoldEvent)
            .toList();
    return ResponseEntity.ok()
        .header(Positions.POSITION, Long.toString(life.getLast().position()))
        .body(state(life, performance));
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

package org.counterfoil.bench.axon;

import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.performance.Performance;
import org.counterfoil.domain.performance.PerformanceCommand;
import org.counterfoil.domain.performance.PerformanceDecider;
import org.counterfoil.domain.performance.PerformanceEvent;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceScheduled;
import org.counterfoil.domain.seathold.PerformanceSeats;
import org.counterfoil.domain.seathold.SeatHoldDecider;
import org.counterfoil.domain.seathold.SeatHoldEvent;
import org.counterfoil.domain.seathold.SeatInventory;
import org.counterfoil.domain.seating.SeatingPlans;
import org.jspecify.annotations.Nullable;

/** A performance as an aggregate of Axon's, written as its reference guide does. */
public class SeatedPerformance {

  private static final PerformanceDecider PERFORMANCE = new PerformanceDecider();
  private static final SeatHoldDecider SEATS = new SeatHoldDecider();

  @AggregateIdentifier private @Nullable String id;

  private @Nullable PerformanceSeats state;

  /** For Axon. */
  protected SeatedPerformance() {}

  @CommandHandler
  SeatedPerformance(OpenPerformance open, SeatingPlans plans) {
    Performance performance = new Performance(plans);
    for (PerformanceCommand command : open.commands()) {
      Decision<PerformanceEvent> decision = PERFORMANCE.decide(command, performance, Instant.now());
      if (decision instanceof Decision.Accepted<PerformanceEvent> accepted) {
        accepted.events().forEach(event -> PERFORMANCE.evolve(performance, event));
        accepted.events().forEach(AggregateLifecycle::apply);
      }
    }
  }

  /** Whether the seats were given. */
  @CommandHandler
  boolean handle(AskForHold asked) {
    return switch (SEATS.decide(asked.wish(), seats(), Instant.now())) {
      case Decision.Accepted<SeatHoldEvent> accepted -> {
        accepted.events().forEach(AggregateLifecycle::apply);
        yield true;
      }
      case Decision.Rejected<SeatHoldEvent> refused -> false;
    };
  }

  @EventSourcingHandler
  void on(Event event, SeatingPlans plans) {
    if (event instanceof PerformanceScheduled scheduled) {
      id = scheduled.performanceId().toString();
      state = new PerformanceSeats(new Performance(plans), new SeatInventory());
    }
    if (event instanceof PerformanceEvent terms) {
      PERFORMANCE.evolve(seats().performance(), terms);
    } else if (event instanceof SeatHoldEvent step) {
      SEATS.evolve(seats(), step);
    }
  }

  private PerformanceSeats seats() {
    if (state == null) {
      throw new IllegalStateException("Expected performance " + id + " to be open, but it is not");
    }
    return state;
  }
}

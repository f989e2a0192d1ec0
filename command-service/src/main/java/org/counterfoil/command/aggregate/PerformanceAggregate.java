package org.counterfoil.command.aggregate;

import java.time.Instant;
import java.util.UUID;
import org.axonframework.modelling.command.AggregateRoot;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.heldback.HeldBackDecider;
import org.counterfoil.domain.heldback.HeldBackEvent;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.performance.Performance;
import org.counterfoil.domain.performance.PerformanceDecider;
import org.counterfoil.domain.performance.PerformanceEvent;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceScheduled;
import org.counterfoil.domain.seathold.PerformanceSeats;
import org.counterfoil.domain.seathold.SeatHoldDecider;
import org.counterfoil.domain.seathold.SeatHoldEvent;
import org.counterfoil.domain.seathold.SeatInventory;
import org.counterfoil.domain.seathold.TicketEvent;
import org.counterfoil.domain.seathold.TicketEvents;
import org.counterfoil.domain.seating.SeatingPlans;
import org.counterfoil.domain.waitinglist.WaitingListDecider;
import org.counterfoil.domain.waitinglist.WaitingListEvent;
import org.counterfoil.domain.waitingroom.WaitingRoomDecider;
import org.counterfoil.domain.waitingroom.WaitingRoomEvent;

/** The shell of a performance and of all that happens to its seats. */
@AggregateRoot(type = PerformanceAggregate.TYPE)
public final class PerformanceAggregate extends Shell<PerformanceSeats> {

  static final String TYPE = "performance";
  private static final PerformanceDecider PERFORMANCE = new PerformanceDecider();
  private static final SeatHoldDecider SEATS = new SeatHoldDecider();
  private static final TicketEvents TICKETS = new TicketEvents();
  private static final WaitingRoomDecider ROOM = new WaitingRoomDecider();
  private static final WaitingListDecider WAITING_LIST = new WaitingListDecider();
  private static final HeldBackDecider HELD_BACK = new HeldBackDecider();

  public PerformanceAggregate(UUID id, SeatingPlans plans) {
    super(id, new PerformanceSeats(new Performance(plans), new SeatInventory()));
  }

  /** As a snapshot told. */
  PerformanceAggregate(UUID id, PerformanceSeats state, Instant lastRecordedAt) {
    super(id, state);
    restore(lastRecordedAt);
  }

  @Override
  void evolve(Event event) {
    apply(state(), event);
  }

  /** Applies any event of a performance's stream. */
  static void apply(PerformanceSeats state, Event event) {
    switch (event) {
      case SeatHoldEvent seats -> SEATS.evolve(state, seats);
      case TicketEvent tickets -> TICKETS.evolve(state, tickets);
      case HeldBackEvent heldBack -> HELD_BACK.evolve(state.house(), heldBack);
      case WaitingListEvent list -> WAITING_LIST.evolve(state.demand(), list);
      case WaitingRoomEvent room -> ROOM.evolve(state.performance().waitingRoom(), room);
      case PerformanceEvent performance -> PERFORMANCE.evolve(state.performance(), performance);
      default ->
          throw new IllegalArgumentException(
              "Expected an event of a performance, but it is " + event.getClass());
    }
  }

  @Override
  OrganisationId organisationOf(Event event) {
    return event instanceof PerformanceScheduled scheduled
        ? scheduled.organisationId()
        : state().performance().organisation();
  }
}

package org.counterfoil.command.desk;

import java.util.ArrayList;
import java.util.List;
import org.counterfoil.command.aggregate.Loaded;
import org.counterfoil.command.aggregate.PerformanceAggregate;
import org.counterfoil.domain.Actor;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.seathold.PerformanceSeats;
import org.counterfoil.domain.seathold.SeatHoldCommand.OfferPlaces;
import org.counterfoil.domain.seathold.SeatHoldDecider;
import org.counterfoil.domain.seathold.SeatHoldEvent;
import org.counterfoil.eventstore.engine.EventMetaData;

/**
 * Offers places to those who wait for them in the same unit of work in which the places came back:
 * nobody can come in between, and no crash can.
 */
final class WaitingListOffers {

  private static final SeatHoldDecider DECIDER = new SeatHoldDecider();

  private WaitingListOffers() {}

  /** Answers all events: those given, and the offers that follow from them. */
  static List<Event> follow(
      List<? extends Event> events,
      PerformanceId performance,
      Loaded<PerformanceAggregate> seats,
      Taken taken) {
    PerformanceSeats state = seats.shell().state();
    if (state.inventory().waitingList().isEmpty()) {
      return List.copyOf(events);
    }
    Decision<SeatHoldEvent> decision =
        DECIDER.decide(new OfferPlaces(performance), state, taken.now());
    List<Event> all = new ArrayList<>(events);
    if (decision instanceof Decision.Accepted<SeatHoldEvent> accepted) {
      seats.record(accepted.events(), taken.metaData().and(EventMetaData.ACTOR, Actor.SYSTEM));
      all.addAll(accepted.events());
    }
    return all;
  }
}

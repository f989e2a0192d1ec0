package org.counterfoil.command.desk;

import java.util.ArrayList;
import java.util.List;
import org.counterfoil.command.aggregate.Aggregates;
import org.counterfoil.command.aggregate.Loaded;
import org.counterfoil.command.aggregate.PerformanceAggregate;
import org.counterfoil.command.aggregate.VenueAggregate;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.performance.Performance;
import org.counterfoil.domain.performance.PerformanceCommand;
import org.counterfoil.domain.performance.PerformanceCommand.CancelPerformance;
import org.counterfoil.domain.performance.PerformanceCommand.ChangePriceList;
import org.counterfoil.domain.performance.PerformanceCommand.CompletePerformance;
import org.counterfoil.domain.performance.PerformanceCommand.ReleaseAccessiblePlaces;
import org.counterfoil.domain.performance.PerformanceCommand.ReschedulePerformance;
import org.counterfoil.domain.performance.PerformanceCommand.SchedulePerformance;
import org.counterfoil.domain.performance.PerformanceCommand.SetAgents;
import org.counterfoil.domain.performance.PerformanceCommand.SetOnsale;
import org.counterfoil.domain.performance.PerformanceCommand.SettleCancellation;
import org.counterfoil.domain.performance.PerformanceDecider;
import org.counterfoil.domain.performance.PerformanceEvent;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.performance.PerformanceStage;
import org.counterfoil.domain.seathold.SeatHoldCommand.ReleaseAllHolds;
import org.counterfoil.domain.seathold.SeatHoldDecider;
import org.counterfoil.domain.seathold.SeatHoldEvent;
import org.counterfoil.domain.venue.VenueDecider;
import org.counterfoil.domain.venue.VenueEvent;

/**
 * Commands about a performance as a whole. Scheduling one books its venue: both or neither. One for
 * training books nothing: nobody will come.
 */
final class PerformanceDesk implements Desk<PerformanceCommand> {

  private static final PerformanceDecider PERFORMANCE = new PerformanceDecider();
  private static final VenueDecider VENUE = new VenueDecider();
  private static final SeatHoldDecider SEATS = new SeatHoldDecider();

  private final Aggregates<PerformanceAggregate> performances;
  private final Aggregates<VenueAggregate> venues;
  private final Lapses lapses;

  PerformanceDesk(
      Aggregates<PerformanceAggregate> performances,
      Aggregates<VenueAggregate> venues,
      Lapses lapses) {
    this.performances = performances;
    this.venues = venues;
    this.lapses = lapses;
  }

  @Override
  public Decision<? extends Event> handle(PerformanceCommand command, Taken taken) {
    Loaded<PerformanceAggregate> stream = performances.find(command.performanceId().value());
    Taken at = taken.notBefore(stream.shell());
    Performance state = stream.shell().state().performance();
    Decision<PerformanceEvent> decision = PERFORMANCE.decide(command, state, at.now());
    return switch (decision) {
      case Decision.Rejected<PerformanceEvent> refused -> refused;
      case Decision.Accepted<PerformanceEvent> accepted ->
          switch (command) {
            case SchedulePerformance schedule when !schedule.isTraining() ->
                book(schedule, stream, accepted.events(), at);
            case CancelPerformance cancel -> end(stream, accepted, at);
            case SchedulePerformance training -> record(stream, accepted, at);
            case ChangePriceList change -> record(stream, accepted, at);
            case SetOnsale set -> record(stream, accepted, at);
            case SetAgents set -> record(stream, accepted, at);
            case ReleaseAccessiblePlaces release -> record(stream, accepted, at);
            case CompletePerformance complete -> end(stream, accepted, at);
            case SettleCancellation settle -> record(stream, accepted, at);
            case ReschedulePerformance move -> record(stream, accepted, at);
          };
    };
  }

  private static Decision<PerformanceEvent> record(
      Loaded<PerformanceAggregate> stream, Decision.Accepted<PerformanceEvent> accepted, Taken at) {
    stream.record(accepted.events(), at.metaData());
    return accepted;
  }

  /** What is held is given back with it: nothing is sold of a performance that has ended. */
  private Decision<? extends Event> end(
      Loaded<PerformanceAggregate> stream, Decision.Accepted<PerformanceEvent> accepted, Taken at) {
    stream.record(accepted.events(), at.metaData());
    List<Event> events = new ArrayList<>(accepted.events());
    if (stream.shell().state().performance().stage() == PerformanceStage.SCHEDULED) {
      return accepted;
    }
    PerformanceId performance = stream.shell().state().performance().id();
    if (SEATS.decide(new ReleaseAllHolds(performance), stream.shell().state(), at.now())
        instanceof Decision.Accepted<SeatHoldEvent> released) {
      stream.record(released.events(), at.metaData());
      events.addAll(lapses.follow(released.events(), performance, at));
    }
    return Decision.accept(events);
  }

  private Decision<? extends Event> book(
      SchedulePerformance schedule,
      Loaded<PerformanceAggregate> stream,
      List<PerformanceEvent> scheduled,
      Taken taken) {
    Loaded<VenueAggregate> venue = venues.find(schedule.venueId().value());
    Taken at = taken.notBefore(venue.shell());
    Decision<VenueEvent> decision =
        VENUE.decide(schedule.booking(), venue.shell().state(), at.now());
    return switch (decision) {
      case Decision.Rejected<VenueEvent> refused -> refused;
      case Decision.Accepted<VenueEvent> booked -> {
        venue.record(booked.events(), at.metaData());
        stream.record(scheduled, at.metaData());
        List<Event> events = new ArrayList<>(booked.events());
        events.addAll(scheduled);
        yield Decision.accept(events);
      }
    };
  }
}

package org.counterfoil.command.desk;

import java.util.ArrayList;
import java.util.List;
import org.counterfoil.command.aggregate.Aggregates;
import org.counterfoil.command.aggregate.Loaded;
import org.counterfoil.command.aggregate.PerformanceAggregate;
import org.counterfoil.command.aggregate.VenueAggregate;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.performance.PerformanceCommand.SchedulePerformance;
import org.counterfoil.domain.performance.PerformanceDecider;
import org.counterfoil.domain.performance.PerformanceEvent;
import org.counterfoil.domain.performance.ScheduleSeries;
import org.counterfoil.domain.venue.VenueDecider;
import org.counterfoil.domain.venue.VenueEvent;
import org.counterfoil.domain.venue.VenueRejection;

/** Schedules a series: every performance and every booking, or nothing. */
final class SeriesDesk implements Desk<ScheduleSeries> {

  private static final PerformanceDecider PERFORMANCE = new PerformanceDecider();
  private static final VenueDecider VENUE = new VenueDecider();

  private final Aggregates<PerformanceAggregate> performances;
  private final Aggregates<VenueAggregate> venues;

  SeriesDesk(Aggregates<PerformanceAggregate> performances, Aggregates<VenueAggregate> venues) {
    this.performances = performances;
    this.venues = venues;
  }

  private record Scheduled(
      Loaded<PerformanceAggregate> stream,
      List<PerformanceEvent> scheduled,
      List<VenueEvent> booked) {}

  @Override
  public Decision<? extends Event> handle(ScheduleSeries command, Taken taken) {
    SchedulePerformance first = command.performances().getFirst();
    if (command.overlapsItself() && !first.confirmOverlap()) {
      return Decision.reject(
          VenueRejection.VENUE_OCCUPIED,
          "Expected performances one after another, but two of the series overlap;"
              + " confirmOverlap schedules them all the same");
    }
    Loaded<VenueAggregate> venue = venues.find(first.venueId().value());
    Taken at = taken.notBefore(venue.shell());
    List<Scheduled> all = new ArrayList<>();
    for (SchedulePerformance one : command.performances()) {
      Loaded<PerformanceAggregate> stream = performances.find(one.performanceId().value());
      switch (PERFORMANCE.decide(one, stream.shell().state().performance(), at.now())) {
        case Decision.Rejected<PerformanceEvent> refused -> {
          return refused;
        }
        case Decision.Accepted<PerformanceEvent> scheduled -> {
          switch (VENUE.decide(one.booking(), venue.shell().state(), at.now())) {
            case Decision.Rejected<VenueEvent> refused -> {
              return refused;
            }
            case Decision.Accepted<VenueEvent> booked ->
                all.add(new Scheduled(stream, scheduled.events(), booked.events()));
          }
        }
      }
    }
    return Decision.accept(record(all, venue, at));
  }

  private static List<Event> record(List<Scheduled> all, Loaded<VenueAggregate> venue, Taken at) {
    List<Event> events = new ArrayList<>();
    for (Scheduled one : all) {
      venue.record(one.booked(), at.metaData());
      one.stream().record(one.scheduled(), at.metaData());
      events.addAll(one.booked());
      events.addAll(one.scheduled());
    }
    return events;
  }
}

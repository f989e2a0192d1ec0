package org.counterfoil.command.desk;

import java.util.List;
import org.counterfoil.command.aggregate.Aggregates;
import org.counterfoil.command.aggregate.Loaded;
import org.counterfoil.command.aggregate.PerformanceAggregate;
import org.counterfoil.command.aggregate.ReservationAggregate;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.reservation.Booking;
import org.counterfoil.domain.reservation.ReservationCommand;
import org.counterfoil.domain.reservation.ReservationDecider;
import org.counterfoil.domain.reservation.ReservationEvent;

/**
 * Commands about reservations: what was agreed and the places that are kept change together or not
 * at all. An order whose hold ends here lapses as well.
 */
final class ReservationDesk implements Desk<ReservationCommand> {

  private static final ReservationDecider DECIDER = new ReservationDecider();

  private final Aggregates<ReservationAggregate> reservations;
  private final Aggregates<PerformanceAggregate> performances;
  private final Lapses lapses;

  ReservationDesk(
      Aggregates<ReservationAggregate> reservations,
      Aggregates<PerformanceAggregate> performances,
      Lapses lapses) {
    this.reservations = reservations;
    this.performances = performances;
    this.lapses = lapses;
  }

  @Override
  public Decision<Event> handle(ReservationCommand command, Taken taken) {
    Loaded<PerformanceAggregate> seats = performances.find(command.performanceId().value());
    Loaded<ReservationAggregate> reservation = reservations.find(command.reservationId().value());
    Taken at = taken.notBefore(seats.shell(), reservation.shell());
    Booking booking = new Booking(reservation.shell().state(), seats.shell().state());
    return switch (DECIDER.decide(command, booking, at.now())) {
      case Decision.Rejected<Event> refused -> refused;
      case Decision.Accepted<Event> accepted -> {
        for (Event event : accepted.events()) {
          if (event instanceof ReservationEvent) {
            reservation.record(List.of(event), at.metaData());
          } else {
            seats.record(List.of(event), at.metaData());
          }
        }
        List<Event> all = lapses.follow(accepted.events(), command.performanceId(), at);
        yield Decision.accept(WaitingListOffers.follow(all, command.performanceId(), seats, at));
      }
    };
  }
}

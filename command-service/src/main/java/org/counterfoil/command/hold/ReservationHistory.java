package org.counterfoil.command.hold;

import java.util.List;
import org.counterfoil.command.exchange.Directory;
import org.counterfoil.command.hold.ReservationAnswers.AnsweredReservation;
import org.counterfoil.domain.reservation.Reservation;
import org.counterfoil.domain.reservation.ReservationDecider;
import org.counterfoil.domain.reservation.ReservationEvent;
import org.counterfoil.domain.reservation.ReservationId;
import org.counterfoil.domain.reservation.ReservationRejection;
import org.counterfoil.eventstore.log.EventLog;
import org.counterfoil.eventstore.log.RecordedEvent;
import org.counterfoil.http.problem.Problem;
import org.springframework.stereotype.Component;

/** Reads reservations from the log, as they stand at this moment, also after their end. */
@Component
final class ReservationHistory {

  private final EventLog log;
  private final Directory directory;
  private final HoldHistory holds;

  ReservationHistory(EventLog log, Directory directory, HoldHistory holds) {
    this.log = log;
    this.directory = directory;
    this.holds = holds;
  }

  /** What was agreed; an unknown one ends the request as a 404. */
  Reservation of(ReservationId id) {
    List<RecordedEvent> recorded = log.readStream(id.value());
    if (recorded.isEmpty()
        || !(recorded.getFirst().envelope().payload() instanceof ReservationEvent)) {
      throw Problem.refused(
              ReservationRejection.UNKNOWN_RESERVATION,
              "Expected a reservation, but there is none with id " + id)
          .exception();
    }
    Reservation reservation = new Reservation();
    recorded.forEach(
        each ->
            ReservationDecider.evolve(reservation, (ReservationEvent) each.envelope().payload()));
    return reservation;
  }

  /** The reservation with its places. */
  AnsweredReservation answer(ReservationId id) {
    Reservation reservation = of(id);
    HoldHistory.Standing hold =
        holds.of(reservation.holdId(), directory.performance(reservation.latest().performanceId()));
    return ReservationAnswers.of(
        id, reservation.reference(), reservation.latest().optionUntil(), hold.state());
  }
}

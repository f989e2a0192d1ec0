package org.counterfoil.command.hold;

import java.time.Instant;
import java.util.List;
import org.counterfoil.command.hold.HoldAnswers.AnsweredArea;
import org.counterfoil.command.hold.HoldAnswers.AnsweredSeat;
import org.counterfoil.command.hold.HoldAnswers.HoldState;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.reservation.ReservationId;
import org.counterfoil.domain.reservation.ReservationReference;
import org.counterfoil.domain.seathold.HoldId;
import org.jspecify.annotations.Nullable;

/** What is answered about reservations. */
final class ReservationAnswers {

  private ReservationAnswers() {}

  /** How a reservation stands. */
  enum State {
    /** Its places are kept until the option ends. */
    OPTION,
    /** An order was placed for it, which is to be paid before the option ends. */
    ORDERED,
    /** Its places became tickets. */
    CONFIRMED,
    /** It was given back. */
    RELEASED,
    /** The option ended. */
    EXPIRED;

    static State of(HoldState hold) {
      return switch (hold.state()) {
        case PLACED -> hold.orderId() == null ? OPTION : ORDERED;
        case SOLD -> CONFIRMED;
        case RELEASED -> RELEASED;
        case EXPIRED -> EXPIRED;
      };
    }
  }

  /**
   * A reservation.
   *
   * @param holdId what keeps its places; an order that confirms it names this hold
   * @param quantity how many places it keeps, or kept last
   */
  record AnsweredReservation(
      ReservationId reservationId,
      PerformanceId performanceId,
      HoldId holdId,
      State state,
      @Nullable ReservationReference reference,
      Instant optionUntil,
      int quantity,
      List<AnsweredSeat> seats,
      List<AnsweredArea> areas,
      @Nullable OrderId orderId) {}

  static AnsweredReservation of(
      ReservationId id,
      @Nullable ReservationReference reference,
      Instant optionUntil,
      HoldState hold) {
    int standing = hold.areas().stream().mapToInt(AnsweredArea::quantity).sum();
    return new AnsweredReservation(
        id,
        hold.performanceId(),
        hold.holdId(),
        State.of(hold),
        reference,
        optionUntil,
        hold.seats().size() + standing,
        hold.seats(),
        hold.areas(),
        hold.orderId());
  }
}

package org.counterfoil.command.hold;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.counterfoil.command.exchange.Answers;
import org.counterfoil.command.exchange.Callers;
import org.counterfoil.command.exchange.CurrentAnswer;
import org.counterfoil.command.exchange.Directory;
import org.counterfoil.command.exchange.Exchange;
import org.counterfoil.command.exchange.Sent;
import org.counterfoil.command.hold.HoldAnswers.HoldState;
import org.counterfoil.command.hold.ReservationAnswers.AnsweredReservation;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.heldback.HoldCode;
import org.counterfoil.domain.performance.Caller;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceScheduled;
import org.counterfoil.domain.performance.SalesChannel;
import org.counterfoil.domain.reservation.Reservation;
import org.counterfoil.domain.reservation.ReservationCommand.ChangeReservation;
import org.counterfoil.domain.reservation.ReservationCommand.PlaceReservation;
import org.counterfoil.domain.reservation.ReservationCommand.ReleaseReservation;
import org.counterfoil.domain.reservation.ReservationId;
import org.counterfoil.domain.seathold.HoldClaim;
import org.counterfoil.domain.seathold.HoldId;
import org.counterfoil.domain.seathold.HoldStatus;
import org.counterfoil.domain.seathold.PlacesWish;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldPlaced;
import org.counterfoil.domain.seating.SeatingPlans;
import org.counterfoil.eventstore.id.TimeOrderedIds;
import org.counterfoil.http.access.Access;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Keeps places for parties, for days or weeks. */
@RestController
@Tag(name = "Selling")
final class ReservationEndpoint {

  private final TimeOrderedIds ids;
  private final Directory directory;
  private final Callers callers;
  private final SeatingPlans plans;
  private final ReservationHistory history;
  private final CurrentAnswer current;

  ReservationEndpoint(
      TimeOrderedIds ids,
      Directory directory,
      Callers callers,
      SeatingPlans plans,
      ReservationHistory history,
      CurrentAnswer current) {
    this.ids = ids;
    this.directory = directory;
    this.callers = callers;
    this.plans = plans;
    this.history = history;
    this.current = current;
  }

  @PostMapping("/api/v1/reservations")
  @Operation(
      summary = "Keep places for a party until its option ends: all of them or none",
      description =
          "Limits of holds are not applied. The option ends by itself at optionUntil, at the latest"
              + " when the performance starts, and its places are free again. An order that names"
              + " holdId confirms it; a deposit is a payment of a part of that order, used up when"
              + " the rest is paid and owed back when the option ends. 400 OPTION_OUT_OF_RANGE; else refused as a hold is.")
  @ApiResponse(
      responseCode = "201",
      description = "Kept until optionUntil",
      content = @Content(schema = @Schema(implementation = AnsweredReservation.class)))
  ResponseEntity<byte[]> place(@RequestBody Sent<ReservationWish> sent, Exchange exchange) {
    ReservationWish wish = sent.value();
    PerformanceScheduled performance = directory.performance(wish.performanceId());
    exchange.access().permit(performance.organisationId());
    HoldWish places = wish.places();
    places.checkSize(performance.zones());
    ReservationId id = new ReservationId(ids.next());
    HoldId holdId = new HoldId(ids.next());
    return exchange
        .in(performance.organisationId())
        .with(sent)
        .at("/api/v1/reservations/")
        .submit(
            new PlaceReservation(
                performance.performanceId(),
                id,
                holdId,
                places.places(),
                claim(exchange, performance, wish.channel(), wish.holdCode()),
                wish.optionUntil(),
                wish.reference()),
            events -> Answers.created(placed(id, wish, holdId, events, performance)));
  }

  private HoldClaim claim(
      Exchange exchange,
      PerformanceScheduled performance,
      @Nullable SalesChannel channel,
      @Nullable HoldCode code) {
    Caller caller = callers.of(exchange.access().caller(), performance.organisationId(), channel);
    return new HoldClaim(caller, null, null, null, code);
  }

  private AnsweredReservation placed(
      ReservationId id,
      ReservationWish wish,
      HoldId holdId,
      List<Event> events,
      PerformanceScheduled performance) {
    HoldPlaced placed = HoldAnswers.own(holdId, events);
    directory.learn(placed);
    HoldState state =
        new HoldState(
            holdId,
            performance.performanceId(),
            HoldStatus.PLACED,
            HoldAnswers.seats(plans.byHash(performance.planHash()), placed.seats()),
            HoldAnswers.areas(placed.areas()),
            wish.optionUntil(),
            null);
    return ReservationAnswers.of(id, wish.reference(), wish.optionUntil(), state);
  }

  @GetMapping("/api/v1/reservations/{reservationId}")
  @Operation(summary = "A reservation as it stands, also after its end")
  ResponseEntity<AnsweredReservation> get(
      @PathVariable ReservationId reservationId, Access access) {
    access.permit(history.of(reservationId).latest().organisationId());
    return current.of(() -> history.answer(reservationId));
  }

  @PatchMapping("/api/v1/reservations/{reservationId}")
  @Operation(
      summary = "Add places, give some back, or move the end: all of it or nothing",
      description =
          "Prices stay those that were offered first. 409 PLACE_NOT_RESERVED, NO_PLACE_LEFT,"
              + " RESERVATION_TOO_LARGE; 409 HOLD_ORDERED once it was ordered; 410 HOLD_EXPIRED,"
              + " HOLD_RELEASED.")
  ResponseEntity<AnsweredReservation> change(
      @PathVariable ReservationId reservationId,
      @RequestBody Sent<ReservationWish.Change> sent,
      Exchange exchange) {
    Reservation reservation = history.of(reservationId);
    exchange.access().permit(reservation.latest().organisationId());
    PerformanceScheduled performance = directory.performance(reservation.latest().performanceId());
    ReservationWish.Change wish = sent.value();
    ReservationWish.More more = wish.add();
    SalesChannel channel = directory.hold(reservation.holdId()).channel();
    HoldWish added = more == null ? null : more.places(channel);
    if (added != null) {
      added.checkSize(performance.zones());
    }
    var unused =
        exchange.submit(
            new ChangeReservation(
                performance.performanceId(),
                reservationId,
                new HoldId(ids.next()),
                added == null ? null : added.places(),
                wish.giveBack() == null
                    ? PlacesWish.ofSeats(List.of())
                    : wish.giveBack().places().places(),
                claim(exchange, performance, channel, more == null ? null : more.holdCode()),
                wish.optionUntil()),
            events -> Answers.noContent());
    return current.of(() -> history.answer(reservationId));
  }

  @DeleteMapping("/api/v1/reservations/{reservationId}")
  @Operation(
      summary = "Give all places of a reservation back",
      description = "Repeating it changes nothing. Its order, if it is not paid, lapses.")
  @ApiResponse(responseCode = "204", description = "It keeps nothing any more")
  ResponseEntity<byte[]> release(@PathVariable ReservationId reservationId, Exchange exchange) {
    Reservation reservation = history.of(reservationId);
    exchange.access().permit(reservation.latest().organisationId());
    return exchange.submit(
        new ReleaseReservation(reservation.latest().performanceId(), reservationId),
        events -> Answers.noContent());
  }
}

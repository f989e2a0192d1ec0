package org.counterfoil.command.hold;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.counterfoil.command.exchange.Answers;
import org.counterfoil.command.exchange.Callers;
import org.counterfoil.command.exchange.Directory;
import org.counterfoil.command.exchange.Exchange;
import org.counterfoil.command.exchange.Offers;
import org.counterfoil.command.exchange.SecretMarks;
import org.counterfoil.command.exchange.Sent;
import org.counterfoil.command.hold.HoldAnswers.ExtendedHold;
import org.counterfoil.command.hold.HoldAnswers.PlacedHold;
import org.counterfoil.command.waitingroom.Admissions;
import org.counterfoil.domain.Actor;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.performance.Caller;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceScheduled;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.performance.PriceList;
import org.counterfoil.domain.seathold.HoldId;
import org.counterfoil.domain.seathold.SeatHoldCommand.ExtendHold;
import org.counterfoil.domain.seathold.SeatHoldCommand.PlaceHold;
import org.counterfoil.domain.seathold.SeatHoldCommand.ReleaseHold;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldExtended;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldPlaced;
import org.counterfoil.domain.seating.SeatingPlan;
import org.counterfoil.domain.seating.SeatingPlans;
import org.counterfoil.domain.seating.ZoneName;
import org.counterfoil.eventstore.id.TimeOrderedIds;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Places, extends and releases seat holds. */
@RestController
@Tag(name = "Selling")
final class HoldEndpoint {

  private final TimeOrderedIds ids;
  private final Directory directory;
  private final Callers callers;
  private final Admissions admissions;
  private final SeatingPlans plans;
  private final Claims claims;
  private final Clock clock;

  HoldEndpoint(
      TimeOrderedIds ids,
      Directory directory,
      Callers callers,
      Admissions admissions,
      SeatingPlans plans,
      Claims claims,
      Clock clock) {
    this.ids = ids;
    this.directory = directory;
    this.callers = callers;
    this.admissions = admissions;
    this.plans = plans;
    this.claims = claims;
    this.clock = clock;
  }

  @PostMapping("/api/v1/performances/{performanceId}/holds")
  @Operation(
      summary = "Hold seats, the best available, or places in an area: all of them or none",
      description =
          "bestAvailable lets the house choose: side by side in one row and leaving no single seat,"
              + " then by rank, then near the middle; else in neighbouring rows, as few as have"
              + " room; else split; from what is allotted to the channel first, then general sale."
              + " With accessible, wheelchair and companion places are found together."
              + " 404 UNKNOWN_SEAT, UNKNOWN_AREA, UNKNOWN_ZONE; where there is a waiting room, 403"
              + " ADMISSION_REQUIRED, ADMISSION_INVALID, 409 ADMISSION_USED, ADMISSION_EXPIRED; 409"
              + " SEAT_ALREADY_HELD, SEAT_ALREADY_SOLD, SEAT_NOT_FOR_SALE,"
              + " NOT_ENOUGH_SEATS, ONSALE_NOT_OPEN, PRESALE_CODE_REQUIRED, PRESALE_CODE_UNKNOWN,"
              + " HOLD_LIMIT_REACHED (places of the hold, of the buyer or of the presale code),"
              + " WOULD_LEAVE_ORPHAN_SEAT; 403 BUYER_KEY_NOT_ALLOWED. Callers with a role in the"
              + " organisation may go over limits; that is recorded.")
  @ApiResponse(
      responseCode = "201",
      description = "Held until expiresAt",
      content = @Content(schema = @Schema(implementation = PlacedHold.class)))
  @Parameter(name = Admissions.VISITOR_TOKEN, in = ParameterIn.HEADER)
  @Parameter(name = Admissions.ADMISSION_TOKEN, in = ParameterIn.HEADER)
  ResponseEntity<byte[]> place(
      @PathVariable PerformanceId performanceId,
      @RequestBody Sent<HoldWish> sent,
      Exchange exchange) {
    PerformanceScheduled performance = directory.performance(performanceId);
    HoldWish wish = sent.value();
    wish.checkSize(performance.zones());
    Caller caller =
        callers.of(exchange.access().caller(), performance.organisationId(), wish.channel());
    Admissions.Shown shown = visitor(performanceId, caller, exchange);
    HoldId id = new HoldId(ids.next());
    return exchange
        .in(performance.organisationId())
        .with(sent)
        .shownBy(shown == null ? "" : "VISITOR:" + shown.visitor())
        .by(exchange.access().caller().actorOr(new Actor(Actor.Kind.BUYER, id.value())))
        .at("/api/v1/holds/")
        .submit(
            new PlaceHold(
                performanceId, id, wish.places(), claims.of(wish, caller, performance, shown)),
            events -> Answers.created(placed(id, events, performance, caller)));
  }

  /** Callers with a role do not come from the waiting room, whatever they show. */
  private Admissions.@Nullable Shown visitor(
      PerformanceId performance, Caller caller, Exchange exchange) {
    return caller.roles().isEmpty()
        ? admissions.read(
            performance,
            exchange.header(Admissions.VISITOR_TOKEN),
            exchange.header(Admissions.ADMISSION_TOKEN))
        : null;
  }

  private PlacedHold placed(
      HoldId id, List<Event> events, PerformanceScheduled performance, Caller caller) {
    HoldPlaced placed = HoldAnswers.own(id, events);
    directory.learn(placed);
    SeatingPlan plan = plans.byHash(performance.planHash());
    PriceList prices = directory.priceList(performance.performanceId(), placed.priceListVersion());
    List<ZoneName> zones = new ArrayList<>();
    placed.seats().forEach(seat -> zones.add(seat.zone()));
    placed.areas().forEach(area -> zones.add(area.zone()));
    return new PlacedHold(
        placed.holdId(),
        SecretMarks.hold(placed.holdId()),
        HoldAnswers.seats(plan, placed.seats()),
        HoldAnswers.areas(placed.areas()),
        placed.expiresAt(),
        prices.currency(),
        Offers.of(prices, zones, caller, clock.instant()),
        Offers.fees(prices, placed.channel(), caller));
  }

  @DeleteMapping("/api/v1/holds/{holdId}")
  @Operation(summary = "Give a hold back", description = "Repeating it changes nothing.")
  @ApiResponse(responseCode = "204", description = "It keeps nothing any more")
  ResponseEntity<byte[]> release(@PathVariable HoldId holdId, Exchange exchange) {
    PerformanceScheduled performance = permitted(holdId, exchange);
    return exchange.submit(
        new ReleaseHold(performance.performanceId(), holdId), events -> Answers.noContent());
  }

  @PostMapping("/api/v1/holds/{holdId}/extension")
  @Operation(summary = "Ask for more time, once, by holdSeconds")
  @ApiResponse(
      responseCode = "200",
      description = "Held until expiresAt",
      content = @Content(schema = @Schema(implementation = ExtendedHold.class)))
  ResponseEntity<byte[]> extend(@PathVariable HoldId holdId, Exchange exchange) {
    PerformanceScheduled performance = permitted(holdId, exchange);
    return exchange
        .in(performance.organisationId())
        .submit(
            new ExtendHold(performance.performanceId(), holdId),
            events ->
                Answers.ok(
                    new ExtendedHold(holdId, ((HoldExtended) events.getFirst()).expiresAt())));
  }

  private PerformanceScheduled permitted(HoldId holdId, Exchange exchange) {
    exchange
        .access()
        .permitHold(
            holdId,
            () -> directory.performance(directory.hold(holdId).performanceId()).organisationId());
    return directory.performance(directory.hold(holdId).performanceId());
  }
}

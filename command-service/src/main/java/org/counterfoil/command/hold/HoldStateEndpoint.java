package org.counterfoil.command.hold;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.counterfoil.command.exchange.Directory;
import org.counterfoil.command.exchange.Offers;
import org.counterfoil.command.hold.HoldAnswers.AnsweredArea;
import org.counterfoil.command.hold.HoldAnswers.AnsweredSeat;
import org.counterfoil.command.hold.HoldAnswers.HoldState;
import org.counterfoil.command.hold.HoldAnswers.ShownHold;
import org.counterfoil.domain.performance.Caller;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceScheduled;
import org.counterfoil.domain.performance.PriceList;
import org.counterfoil.domain.seathold.HoldId;
import org.counterfoil.domain.seathold.HoldStatus;
import org.counterfoil.domain.seating.ZoneName;
import org.counterfoil.http.access.Access;
import org.counterfoil.http.position.Positions;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Tells how a hold stands, also after its end. */
@RestController
@Tag(name = "Selling")
final class HoldStateEndpoint {

  private final HoldHistory history;
  private final Directory directory;
  private final Clock clock;

  HoldStateEndpoint(HoldHistory history, Directory directory, Clock clock) {
    this.history = history;
    this.directory = directory;
    this.clock = clock;
  }

  @GetMapping("/api/v1/holds/{holdId}")
  @Operation(
      summary = "A hold as it stands, also after its end",
      description = "While it may be ordered, with what it was offered.")
  ResponseEntity<ShownHold> get(@PathVariable HoldId holdId, Access access) {
    access.permitHold(
        holdId,
        () -> directory.performance(directory.hold(holdId).performanceId()).organisationId());
    PerformanceScheduled performance =
        directory.performance(directory.hold(holdId).performanceId());
    HoldHistory.Standing standing = history.of(holdId, performance);
    return ResponseEntity.ok()
        .header(Positions.POSITION, Long.toString(standing.position()))
        .body(shown(standing, performance, access));
  }

  private ShownHold shown(
      HoldHistory.Standing standing, PerformanceScheduled performance, Access access) {
    HoldState state = standing.state();
    boolean isToBeOrdered = state.state() == HoldStatus.PLACED && state.orderId() == null;
    PriceList prices =
        directory.priceList(state.performanceId(), standing.placed().priceListVersion());
    Caller caller =
        new Caller(
            standing.placed().channel(), access.caller().rolesIn(performance.organisationId()));
    List<ZoneName> zones =
        Stream.concat(
                state.seats().stream().map(AnsweredSeat::zone),
                state.areas().stream().map(AnsweredArea::zone))
            .toList();
    return new ShownHold(
        state.holdId(),
        state.performanceId(),
        performance.organisationId(),
        state.state(),
        state.seats(),
        state.areas(),
        state.expiresAt(),
        state.orderId(),
        prices.currency(),
        isToBeOrdered ? Offers.of(prices, zones, caller, clock.instant()) : Map.of(),
        isToBeOrdered ? Offers.fees(prices, standing.placed().channel(), caller) : List.of());
  }
}

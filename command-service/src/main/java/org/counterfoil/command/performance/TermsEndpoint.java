package org.counterfoil.command.performance;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.counterfoil.command.exchange.Answers;
import org.counterfoil.command.exchange.Callers;
import org.counterfoil.command.exchange.Directory;
import org.counterfoil.command.exchange.EventSize;
import org.counterfoil.command.exchange.Exchange;
import org.counterfoil.command.exchange.Expect;
import org.counterfoil.command.exchange.Offers;
import org.counterfoil.command.exchange.Offers.Offer;
import org.counterfoil.command.exchange.Sent;
import org.counterfoil.command.performance.PriceListWish.PriceTypeWish;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.catalogue.ProductionId;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.performance.ChannelWindow;
import org.counterfoil.domain.performance.OnsaleWindow;
import org.counterfoil.domain.performance.PerformanceCommand.ChangePriceList;
import org.counterfoil.domain.performance.PerformanceCommand.SetOnsale;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceScheduled;
import org.counterfoil.domain.performance.PerformanceEvent.PriceListChanged;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.performance.SaleRules;
import org.counterfoil.domain.performance.SalesChannel;
import org.counterfoil.domain.seating.Area;
import org.counterfoil.domain.seating.PlanHash;
import org.counterfoil.domain.seating.SeatingPlanId;
import org.counterfoil.domain.seating.ZoneCapacity;
import org.counterfoil.domain.seating.ZoneName;
import org.counterfoil.domain.venue.VenueId;
import org.counterfoil.http.access.Access;
import org.counterfoil.http.position.Positions;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The terms on which a performance is sold: when, at which prices. */
@RestController
@Tag(name = "Setting up")
final class TermsEndpoint {

  private final Directory directory;
  private final Terms terms;
  private final Callers callers;
  private final Clock clock;

  TermsEndpoint(Directory directory, Terms terms, Callers callers, Clock clock) {
    this.directory = directory;
    this.terms = terms;
    this.callers = callers;
    this.clock = clock;
  }

  /**
   * When the sale is to be open.
   *
   * @param opensAt at once where missing
   * @param channels channels with a window of their own, in place of the general one
   */
  record OnsaleWish(
      @Nullable Instant opensAt,
      @Nullable Instant closesAt,
      @Nullable List<ChannelWish> channels,
      @Nullable WaitingRoomWish waitingRoom,
      @Nullable Object presale) {}

  /** A channel's own window. */
  record ChannelWish(
      @Schema(example = "PARTNER") SalesChannel channel,
      @Nullable Instant opensAt,
      @Nullable Instant closesAt) {}

  /** A waiting room, which is not offered yet. */
  record WaitingRoomWish(
      @Nullable Boolean enabled,
      @Nullable Instant lobbyOpensAt,
      @Nullable Integer admissionsPerSecond) {}

  /** What is answered. */
  record OnsaleTerms(
      PerformanceId performanceId,
      @Nullable Instant opensAt,
      @Nullable Instant closesAt,
      List<ChannelWish> channels) {}

  /** Price types by zone. */
  record PriceListChange(Map<ZoneName, List<PriceTypeWish>> priceList) {}

  /** What is answered. */
  record PriceListVersion(PerformanceId performanceId, int version) {}

  /**
   * A performance as everybody may see it.
   *
   * @param offers price types by zone, as they are offered to the caller now
   */
  record PublicPerformance(
      PerformanceId performanceId,
      OrganisationId organisationId,
      ProductionId productionId,
      PublicLabel title,
      VenueId venueId,
      PublicLabel venueName,
      SeatingPlanId seatingPlanId,
      PlanHash seatOrder,
      Instant startsAt,
      Instant endsAt,
      ZoneId timeZone,
      Currency currency,
      int seatCount,
      List<ZoneCapacity> zones,
      List<Area> areas,
      SaleRules rules,
      @Nullable OnsaleTerms onsale,
      Map<ZoneName, List<Offer>> offers) {}

  @PostMapping("/api/v1/performances/{performanceId}/onsale")
  @Operation(summary = "Put a performance on sale; replaces what was set before")
  @ApiResponse(
      responseCode = "202",
      description = "Set",
      content = @Content(schema = @Schema(implementation = OnsaleTerms.class)))
  ResponseEntity<byte[]> putOnsale(
      @PathVariable PerformanceId performanceId,
      @RequestBody Sent<OnsaleWish> sent,
      Exchange exchange) {
    PerformanceScheduled scheduled = directory.performance(performanceId);
    exchange.access().permit(scheduled.organisationId());
    OnsaleWish wish = sent.value();
    WaitingRoomWish room = wish.waitingRoom();
    Expect.notYet(
        "waitingRoom", room == null || Boolean.FALSE.equals(room.enabled()) ? null : room);
    Expect.notYet("presale", wish.presale());
    SetOnsale command = command(performanceId, wish);
    EventSize.check("channels", command.channels());
    OnsaleTerms answer =
        new OnsaleTerms(
            performanceId,
            wish.opensAt(),
            wish.closesAt(),
            wish.channels() == null ? List.of() : wish.channels());
    return exchange
        .in(scheduled.organisationId())
        .with(sent)
        .submit(command, events -> Answers.accepted(answer));
  }

  private static SetOnsale command(PerformanceId performanceId, OnsaleWish wish) {
    List<ChannelWindow> channels = new ArrayList<>();
    for (ChannelWish channel : wish.channels() == null ? List.<ChannelWish>of() : wish.channels()) {
      channels.add(
          new ChannelWindow(
              channel.channel(), new OnsaleWindow(channel.opensAt(), channel.closesAt())));
    }
    return new SetOnsale(
        performanceId, new OnsaleWindow(wish.opensAt(), wish.closesAt()), channels);
  }

  @PostMapping("/api/v1/performances/{performanceId}/price-list")
  @Operation(
      summary = "Change the prices of later sales",
      description = "A placed hold keeps the prices it was offered.")
  @ApiResponse(
      responseCode = "200",
      description = "Changed",
      content = @Content(schema = @Schema(implementation = PriceListVersion.class)))
  ResponseEntity<byte[]> changePrices(
      @PathVariable PerformanceId performanceId,
      @RequestBody Sent<PriceListChange> sent,
      Exchange exchange) {
    PerformanceScheduled scheduled = directory.performance(performanceId);
    exchange.access().permit(scheduled.organisationId());
    var prices = PriceListWish.of(sent.value().priceList(), scheduled.priceList().currency());
    return exchange
        .in(scheduled.organisationId())
        .with(sent)
        .submit(
            new ChangePriceList(performanceId, prices),
            events ->
                Answers.ok(
                    new PriceListVersion(
                        performanceId, ((PriceListChanged) events.getFirst()).version())));
  }

  @GetMapping("/api/v1/performances/{performanceId}/offers")
  @Operation(summary = "A performance, and what is offered to the caller now")
  ResponseEntity<PublicPerformance> get(@PathVariable PerformanceId performanceId, Access access) {
    Terms.InForce now = terms.now(performanceId);
    PerformanceScheduled scheduled = now.scheduled();
    var caller = callers.of(access.caller(), scheduled.organisationId(), null);
    List<ZoneName> zones = scheduled.zones().stream().map(ZoneCapacity::zone).toList();
    return ResponseEntity.ok()
        .header(Positions.POSITION, Long.toString(now.position()))
        .body(
            new PublicPerformance(
                performanceId,
                scheduled.organisationId(),
                scheduled.productionId(),
                scheduled.title(),
                scheduled.venueId(),
                scheduled.venueName(),
                scheduled.seatingPlanId(),
                scheduled.planHash(),
                scheduled.startsAt(),
                scheduled.endsAt(),
                scheduled.timeZone(),
                scheduled.priceList().currency(),
                scheduled.seatCount(),
                scheduled.zones(),
                scheduled.areas(),
                scheduled.rules(),
                onsale(now),
                Offers.of(now.priceList(), zones, caller, clock.instant())));
  }

  private static @Nullable OnsaleTerms onsale(Terms.InForce now) {
    var set = now.onsale();
    return set == null
        ? null
        : new OnsaleTerms(
            set.performanceId(),
            set.window().opensAt(),
            set.window().closesAt(),
            set.channels().stream()
                .map(
                    own ->
                        new ChannelWish(
                            own.channel(), own.window().opensAt(), own.window().closesAt()))
                .toList());
  }
}

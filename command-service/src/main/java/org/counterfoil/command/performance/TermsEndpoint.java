package org.counterfoil.command.performance;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.counterfoil.command.exchange.Answers;
import org.counterfoil.command.exchange.Directory;
import org.counterfoil.command.exchange.EventSize;
import org.counterfoil.command.exchange.Exchange;
import org.counterfoil.command.exchange.Sent;
import org.counterfoil.command.performance.PresaleCodes.PresaleTerms;
import org.counterfoil.command.performance.PresaleCodes.PresaleWish;
import org.counterfoil.command.performance.PriceListWish.PriceTypeWish;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.performance.ChannelWindow;
import org.counterfoil.domain.performance.OnsaleWindow;
import org.counterfoil.domain.performance.PerformanceCommand.ChangePriceList;
import org.counterfoil.domain.performance.PerformanceCommand.ReleaseAccessiblePlaces;
import org.counterfoil.domain.performance.PerformanceCommand.SetOnsale;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceScheduled;
import org.counterfoil.domain.performance.PerformanceEvent.PriceListChanged;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.performance.Presale;
import org.counterfoil.domain.performance.SalesChannel;
import org.counterfoil.domain.seating.ZoneName;
import org.counterfoil.domain.waitingroom.WaitingRoomTerms;
import org.counterfoil.domain.waitingroom.WaitingRoomWish;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
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
  private final PresaleCodes presales;

  TermsEndpoint(Directory directory, Terms terms, PresaleCodes presales) {
    this.directory = directory;
    this.terms = terms;
    this.presales = presales;
  }

  /**
   * When the sale is to be open.
   *
   * @param opensAt at once where missing
   * @param channels channels with a window of their own, in place of the general one
   * @param presale who may buy before that; nobody where missing
   */
  record OnsaleWish(
      @Nullable Instant opensAt,
      @Nullable Instant closesAt,
      @Nullable List<ChannelWish> channels,
      @Nullable RoomWish waitingRoom,
      @Nullable PresaleWish presale) {}

  /** A channel's own window. */
  record ChannelWish(
      @Schema(example = "PARTNER") SalesChannel channel,
      @Nullable Instant opensAt,
      @Nullable Instant closesAt) {}

  /**
   * A waiting room that buyers come through.
   *
   * @param enabled whether there is to be one; it is where missing
   * @param lobbyOpensAt half an hour before the opening where missing
   * @param admissionsPerSecond the most that are let in; 50 where missing
   * @param admissionSeconds how long who was let in may place a hold; 600 where missing
   * @param beacon names a public random value that does not exist before the opening
   */
  record RoomWish(
      @Nullable Boolean enabled,
      @Nullable Instant lobbyOpensAt,
      @Schema(example = "50") @Nullable Integer admissionsPerSecond,
      @Schema(example = "600") @Nullable Integer admissionSeconds,
      @Schema(example = "drand quicknet, round 14500000") @Nullable PublicLabel beacon) {

    static RoomWish of(WaitingRoomTerms terms) {
      return new RoomWish(
          true,
          terms.lobbyOpensAt(),
          terms.admissionsPerSecond(),
          terms.admissionSeconds(),
          terms.beacon());
    }

    @Nullable WaitingRoomWish wish() {
      return Boolean.FALSE.equals(enabled)
          ? null
          : new WaitingRoomWish(
              lobbyOpensAt,
              admissionsPerSecond == null
                  ? WaitingRoomWish.USUAL_ADMISSIONS_PER_SECOND
                  : admissionsPerSecond,
              admissionSeconds == null ? WaitingRoomWish.USUAL_ADMISSION_SECONDS : admissionSeconds,
              beacon);
    }
  }

  /**
   * What is answered.
   *
   * @param presale when codes open it; the codes themselves are told to nobody
   */
  record OnsaleTerms(
      PerformanceId performanceId,
      @Nullable Instant opensAt,
      @Nullable Instant closesAt,
      List<ChannelWish> channels,
      @Nullable PresaleTerms presale,
      @Nullable RoomWish waitingRoom) {}

  /**
   * Price types by zone.
   *
   * @param fees what is asked for beside tickets; as it is where missing
   * @param currency the organisation's; may be missing, another one is refused
   */
  record PriceListChange(
      Map<ZoneName, List<PriceTypeWish>> priceList,
      @Nullable List<FeeWish> fees,
      @Schema(example = "EUR") @Nullable Currency currency) {}

  /** What is answered. */
  record PriceListVersion(PerformanceId performanceId, int version) {}

  @PostMapping("/api/v1/performances/{performanceId}/onsale")
  @Operation(
      summary = "Put a performance on sale; replaces what was set before",
      description =
          "Before opensAt, presale codes let their holders buy: from presale.opensAt, or at once. A"
              + " code opens early for every channel that has yet to open; it never opens again what"
              + " has closed. Codes are kept as keyed hashes and told to nobody.")
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
    Presale presale = presales.of(performanceId, wish.presale());
    SetOnsale command = command(performanceId, wish, presale);
    EventSize.check("channels", command.channels());
    if (presale != null) {
      EventSize.check("presale.codes", presale);
    }
    OnsaleTerms answer =
        new OnsaleTerms(
            performanceId,
            wish.opensAt(),
            wish.closesAt(),
            wish.channels() == null ? List.of() : wish.channels(),
            PresaleTerms.of(presale),
            wish.waitingRoom());
    return exchange
        .in(scheduled.organisationId())
        .with(sent)
        .submit(command, events -> Answers.accepted(answer));
  }

  private static SetOnsale command(
      PerformanceId performanceId, OnsaleWish wish, @Nullable Presale presale) {
    List<ChannelWindow> channels = new ArrayList<>();
    for (ChannelWish channel : wish.channels() == null ? List.<ChannelWish>of() : wish.channels()) {
      channels.add(
          new ChannelWindow(
              channel.channel(), new OnsaleWindow(channel.opensAt(), channel.closesAt())));
    }
    RoomWish room = wish.waitingRoom();
    return new SetOnsale(
        performanceId,
        new OnsaleWindow(wish.opensAt(), wish.closesAt()),
        channels,
        room == null ? null : room.wish(),
        presale);
  }

  @PostMapping("/api/v1/performances/{performanceId}/accessible-places-release")
  @Operation(
      summary = "Sell wheelchair and companion places like any other from now on",
      description =
          "Until then best available gives them only to who asks for accessible places. Nobody is"
              + " asked for a reason, neither here nor when buying. Repeating it changes nothing.")
  @ApiResponse(responseCode = "204", description = "Released")
  ResponseEntity<byte[]> releaseAccessiblePlaces(
      @PathVariable PerformanceId performanceId, Exchange exchange) {
    PerformanceScheduled scheduled = directory.performance(performanceId);
    exchange.access().permit(scheduled.organisationId());
    return exchange
        .in(scheduled.organisationId())
        .submit(new ReleaseAccessiblePlaces(performanceId), events -> Answers.noContent());
  }

  @PostMapping("/api/v1/performances/{performanceId}/price-list")
  @Operation(
      summary = "Change the prices of later sales",
      description =
          "A placed hold keeps the prices and fees it was offered. Fees are replaced where they are"
              + " named, and stay as they are where not.")
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
    List<FeeWish> fees = sent.value().fees();
    var prices =
        PriceListWish.of(
            sent.value().priceList(),
            fees == null ? terms.now(performanceId).priceList().fees() : FeeWish.list(fees),
            sent.value().currency(),
            scheduled.priceList().currency());
    return exchange
        .in(scheduled.organisationId())
        .with(sent)
        .submit(
            new ChangePriceList(
                performanceId, prices, PriceListWish.quotas(sent.value().priceList())),
            events ->
                Answers.ok(
                    new PriceListVersion(
                        performanceId, ((PriceListChanged) events.getFirst()).version())));
  }
}

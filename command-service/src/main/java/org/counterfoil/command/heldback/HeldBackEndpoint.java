package org.counterfoil.command.heldback;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.counterfoil.command.exchange.Answers;
import org.counterfoil.command.exchange.CurrentAnswer;
import org.counterfoil.command.exchange.Directory;
import org.counterfoil.command.exchange.Exchange;
import org.counterfoil.command.exchange.Sent;
import org.counterfoil.command.heldback.HeldBackAnswers.KeptUnderCode;
import org.counterfoil.command.heldback.HeldBackAnswers.Kill;
import org.counterfoil.command.heldback.HeldBackWishes.HoldCodeWish;
import org.counterfoil.command.heldback.HeldBackWishes.KillWish;
import org.counterfoil.domain.heldback.HeldBackCommand.KillPlaces;
import org.counterfoil.domain.heldback.HeldBackCommand.LiftHoldCode;
import org.counterfoil.domain.heldback.HeldBackCommand.RevivePlaces;
import org.counterfoil.domain.heldback.HeldBackCommand.SetHoldCode;
import org.counterfoil.domain.heldback.HeldBackEvent.HoldCodeSet;
import org.counterfoil.domain.heldback.HeldBackEvent.PlacesKilled;
import org.counterfoil.domain.heldback.HeldBackId;
import org.counterfoil.domain.heldback.HoldCode;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.seating.SeatingPlan;
import org.counterfoil.domain.seating.SeatingPlans;
import org.counterfoil.eventstore.id.TimeOrderedIds;
import org.counterfoil.eventstore.log.EventLog;
import org.counterfoil.http.access.Access;
import org.counterfoil.http.position.Page;
import org.counterfoil.http.position.PageRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Places that staff keep off sale under a code, and places that are not to be sold at all. */
@RestController
@Tag(name = "Setting up")
final class HeldBackEndpoint {

  private final TimeOrderedIds ids;
  private final Directory directory;
  private final SeatingPlans plans;
  private final CurrentAnswer current;
  private final HeldBackListing listing;

  HeldBackEndpoint(
      TimeOrderedIds ids,
      Directory directory,
      SeatingPlans plans,
      CurrentAnswer current,
      EventLog log) {
    this.ids = ids;
    this.directory = directory;
    this.plans = plans;
    this.current = current;
    this.listing = new HeldBackListing(log);
  }

  @PostMapping("/api/v1/performances/{performanceId}/hold-codes")
  @Operation(
      summary = "Keep free places off sale under a code",
      description =
          "All of them or none. Staff sell them by naming the code in holdCode of a hold. A code"
              + " may be set again for more places. 409 SEAT_ALREADY_SOLD, SEAT_ALREADY_HELD,"
              + " SEAT_HELD_BACK_ALREADY, NOT_ENOUGH_SEATS.")
  @ApiResponse(
      responseCode = "201",
      description = "Kept",
      content = @Content(schema = @Schema(implementation = KeptUnderCode.class)))
  ResponseEntity<byte[]> set(
      @PathVariable PerformanceId performanceId,
      @RequestBody Sent<HoldCodeWish> sent,
      Exchange exchange) {
    OrganisationId organisation = permitted(performanceId, exchange.access());
    HoldCodeWish wish = sent.value();
    return exchange
        .in(organisation)
        .with(sent)
        .submit(
            new SetHoldCode(
                performanceId,
                new HeldBackId(ids.next()),
                wish.code(),
                wish.reasonCode(),
                HeldBackWishes.named(wish.seats(), wish.areas(), plan(performanceId))),
            events -> Answers.created(KeptUnderCode.of((HoldCodeSet) events.getFirst())));
  }

  @GetMapping("/api/v1/performances/{performanceId}/hold-codes")
  @Operation(summary = "What is kept under hold codes now")
  ResponseEntity<Page<KeptUnderCode>> codes(
      @PathVariable PerformanceId performanceId, PageRequest page, Access access) {
    permitted(performanceId, access);
    return current.of(() -> listing.codes(performanceId, page));
  }

  @DeleteMapping("/api/v1/performances/{performanceId}/hold-codes/{code}")
  @Operation(
      summary = "Give back everything that is kept under a code",
      description = "Repeating it changes nothing. 404 UNKNOWN_HOLD_CODE.")
  @ApiResponse(responseCode = "204", description = "On general sale")
  ResponseEntity<byte[]> lift(
      @PathVariable PerformanceId performanceId, @PathVariable HoldCode code, Exchange exchange) {
    permitted(performanceId, exchange.access());
    return exchange.submit(new LiftHoldCode(performanceId, code), events -> Answers.noContent());
  }

  @PostMapping("/api/v1/performances/{performanceId}/kills")
  @Operation(
      summary = "Take free places out of sale for everybody",
      description =
          "All of them or none. 409 SEAT_ALREADY_SOLD, SEAT_ALREADY_HELD,"
              + " SEAT_HELD_BACK_ALREADY, NOT_ENOUGH_SEATS.")
  @ApiResponse(
      responseCode = "201",
      description = "Killed",
      content = @Content(schema = @Schema(implementation = Kill.class)))
  ResponseEntity<byte[]> kill(
      @PathVariable PerformanceId performanceId,
      @RequestBody Sent<KillWish> sent,
      Exchange exchange) {
    OrganisationId organisation = permitted(performanceId, exchange.access());
    KillWish wish = sent.value();
    return exchange
        .in(organisation)
        .with(sent)
        .submit(
            new KillPlaces(
                performanceId,
                new HeldBackId(ids.next()),
                wish.reasonCode(),
                HeldBackWishes.named(wish.seats(), wish.areas(), plan(performanceId))),
            events -> Answers.created(Kill.of((PlacesKilled) events.getFirst())));
  }

  @GetMapping("/api/v1/performances/{performanceId}/kills")
  @Operation(summary = "The places that are out of sale for everybody")
  ResponseEntity<Page<Kill>> kills(
      @PathVariable PerformanceId performanceId, PageRequest page, Access access) {
    permitted(performanceId, access);
    return current.of(() -> listing.kills(performanceId, page));
  }

  @DeleteMapping("/api/v1/performances/{performanceId}/kills/{heldBackId}")
  @Operation(
      summary = "Bring killed places back on sale",
      description = "Repeating it changes nothing. 404 UNKNOWN_KILL.")
  @ApiResponse(responseCode = "204", description = "On general sale")
  ResponseEntity<byte[]> revive(
      @PathVariable PerformanceId performanceId,
      @PathVariable HeldBackId heldBackId,
      Exchange exchange) {
    permitted(performanceId, exchange.access());
    return exchange.submit(
        new RevivePlaces(performanceId, heldBackId), events -> Answers.noContent());
  }

  private SeatingPlan plan(PerformanceId performanceId) {
    return plans.byHash(directory.performance(performanceId).planHash());
  }

  private OrganisationId permitted(PerformanceId performanceId, Access access) {
    OrganisationId organisation = directory.performance(performanceId).organisationId();
    access.permit(organisation);
    return organisation;
  }
}

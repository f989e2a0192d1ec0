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
import org.counterfoil.command.heldback.HeldBackAnswers.Allotment;
import org.counterfoil.command.heldback.HeldBackWishes.AllotmentWish;
import org.counterfoil.domain.heldback.HeldBackCommand.MakeAllotment;
import org.counterfoil.domain.heldback.HeldBackCommand.ReturnAllotment;
import org.counterfoil.domain.heldback.HeldBackEvent.AllotmentMade;
import org.counterfoil.domain.heldback.HeldBackId;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceScheduled;
import org.counterfoil.domain.performance.PerformanceId;
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

/** Places given to sales channels, which return or cascade when they are not sold in time. */
@RestController
@Tag(name = "Setting up")
final class AllotmentEndpoint {

  private final TimeOrderedIds ids;
  private final Directory directory;
  private final SeatingPlans plans;
  private final CurrentAnswer current;
  private final HeldBackListing listing;

  AllotmentEndpoint(
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

  @PostMapping("/api/v1/performances/{performanceId}/allotments")
  @Operation(
      summary = "Give free places to a sales channel",
      description =
          "By name, or as many of a zone: its best standard seats by rank, then places of its"
              + " areas. They are sold through that channel only. At returnsAt the unsold ones go"
              + " to cascadesTo, which may cascade again, or else to general sale; a place that is"
              + " held then follows when its hold ends unsold. Each channel once in a cascade, each"
              + " step later than the one before. 409 SEAT_ALREADY_SOLD, SEAT_ALREADY_HELD,"
              + " SEAT_HELD_BACK_ALREADY, NOT_ENOUGH_SEATS.")
  @ApiResponse(
      responseCode = "201",
      description = "Given",
      content = @Content(schema = @Schema(implementation = Allotment.class)))
  ResponseEntity<byte[]> make(
      @PathVariable PerformanceId performanceId,
      @RequestBody Sent<AllotmentWish> sent,
      Exchange exchange) {
    PerformanceScheduled performance = directory.performance(performanceId);
    exchange.access().permit(performance.organisationId());
    AllotmentWish wish = sent.value();
    return exchange
        .in(performance.organisationId())
        .with(sent)
        .submit(
            new MakeAllotment(
                performanceId,
                wish.terms(() -> new HeldBackId(ids.next())),
                wish.places(plans.byHash(performance.planHash()))),
            events -> Answers.created(Allotment.of((AllotmentMade) events.getFirst())));
  }

  @GetMapping("/api/v1/performances/{performanceId}/allotments")
  @Operation(summary = "The allotments that have not returned")
  ResponseEntity<Page<Allotment>> list(
      @PathVariable PerformanceId performanceId, PageRequest page, Access access) {
    access.permit(directory.performance(performanceId).organisationId());
    return current.of(() -> listing.allotments(performanceId, page));
  }

  @DeleteMapping("/api/v1/performances/{performanceId}/allotments/{heldBackId}")
  @Operation(
      summary = "Return an allotment now, before its time",
      description =
          "To where it cascades, or else to general sale. Repeating it changes nothing. 404"
              + " UNKNOWN_ALLOTMENT.")
  @ApiResponse(responseCode = "204", description = "Returned")
  ResponseEntity<byte[]> giveBack(
      @PathVariable PerformanceId performanceId,
      @PathVariable HeldBackId heldBackId,
      Exchange exchange) {
    exchange.access().permit(directory.performance(performanceId).organisationId());
    return exchange.submit(
        new ReturnAllotment(performanceId, heldBackId), events -> Answers.noContent());
  }
}

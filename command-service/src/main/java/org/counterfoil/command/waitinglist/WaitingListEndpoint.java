package org.counterfoil.command.waitinglist;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import org.counterfoil.command.buyer.BuyerKey;
import org.counterfoil.command.buyer.BuyerMarks;
import org.counterfoil.command.exchange.Answers;
import org.counterfoil.command.exchange.Callers;
import org.counterfoil.command.exchange.CurrentAnswer;
import org.counterfoil.command.exchange.Directory;
import org.counterfoil.command.exchange.Exchange;
import org.counterfoil.command.exchange.SecretMarks;
import org.counterfoil.command.exchange.Sent;
import org.counterfoil.command.waitinglist.WaitingEntries.Standing;
import org.counterfoil.command.waitingroom.Admissions;
import org.counterfoil.domain.Actor;
import org.counterfoil.domain.performance.BuyerMark;
import org.counterfoil.domain.performance.Caller;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceScheduled;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.performance.SalesChannel;
import org.counterfoil.domain.seating.ZoneName;
import org.counterfoil.domain.waitinglist.WaitingEntryId;
import org.counterfoil.domain.waitinglist.WaitingListCommand.JoinWaitingList;
import org.counterfoil.domain.waitinglist.WaitingListCommand.LeaveWaitingList;
import org.counterfoil.domain.waitinglist.WaitingListEvent.WaitingListJoined;
import org.counterfoil.eventstore.id.TimeOrderedIds;
import org.counterfoil.eventstore.log.EventLog;
import org.counterfoil.http.access.Access;
import org.counterfoil.http.access.Secrets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Waits for places of a sold-out performance: what comes back is offered in the order of joining.
 */
@RestController
@Tag(name = "Selling")
final class WaitingListEndpoint {

  private final TimeOrderedIds ids;
  private final Directory directory;
  private final Callers callers;
  private final CurrentAnswer current;
  private final Admissions admissions;
  private final BuyerMarks buyers;
  private final WaitingEntries entries;

  WaitingListEndpoint(
      TimeOrderedIds ids,
      Directory directory,
      Callers callers,
      CurrentAnswer current,
      Admissions admissions,
      BuyerMarks buyers,
      EventLog log,
      Secrets secrets,
      Clock clock) {
    this.ids = ids;
    this.directory = directory;
    this.callers = callers;
    this.current = current;
    this.admissions = admissions;
    this.buyers = buyers;
    this.entries = new WaitingEntries(log, secrets, clock);
  }

  /**
   * What somebody waits for.
   *
   * @param buyerKey tells a sales channel's buyers apart: offers count for the limit per buyer;
   *     kept only as a keyed hash, under a key that is destroyed after the performance
   */
  record WaitingWish(
      @Schema(example = "STALLS") ZoneName zone,
      @Schema(example = "2") int quantity,
      @Nullable SalesChannel channel,
      @Schema(example = "customer-4711") @Nullable BuyerKey buyerKey) {}

  /** An entry that was made; its secret is asked for by every later call. */
  record JoinedList(WaitingEntryId entryId, String waitingListSecret) {}

  @PostMapping("/api/v1/performances/{performanceId}/waiting-list")
  @Operation(
      summary = "Wait for places that cannot be had now",
      description =
          "When places come back they are offered in the order of joining, each offer a hold of"
              + " holdSeconds; one that is not taken goes to the next. What a buyer has, waits for"
              + " and is offered counts for the limit per buyer. 409 PLACES_AVAILABLE,"
              + " ONSALE_NOT_OPEN, HOLD_LIMIT_REACHED, WAITING_LIST_FULL; 403"
              + " BUYER_KEY_NOT_ALLOWED, ADMISSION_INVALID.")
  @ApiResponse(
      responseCode = "201",
      description = "Waiting",
      content = @Content(schema = @Schema(implementation = JoinedList.class)))
  @Parameter(name = Admissions.VISITOR_TOKEN, in = ParameterIn.HEADER)
  ResponseEntity<byte[]> join(
      @PathVariable PerformanceId performanceId,
      @RequestBody Sent<WaitingWish> sent,
      Exchange exchange) {
    PerformanceScheduled performance = directory.performance(performanceId);
    WaitingWish wish = sent.value();
    Caller caller =
        callers.of(exchange.access().caller(), performance.organisationId(), wish.channel());
    WaitingEntryId id = new WaitingEntryId(ids.next());
    return exchange
        .in(performance.organisationId())
        .with(sent)
        .by(exchange.access().caller().actorOr(new Actor(Actor.Kind.BUYER, id.value())))
        .at("/api/v1/waiting-list/")
        .submit(
            new JoinWaitingList(
                performanceId,
                id,
                wish.zone(),
                wish.quantity(),
                caller,
                buyer(wish, caller, performance, exchange)),
            events -> Answers.created(new JoinedList(id, SecretMarks.waitingList(id))));
  }

  /** A visitor of the waiting room, or whom a sales channel vouches for. */
  private @Nullable BuyerMark buyer(
      WaitingWish wish, Caller caller, PerformanceScheduled performance, Exchange exchange) {
    Admissions.Shown visitor =
        caller.roles().isEmpty()
            ? admissions.read(
                performance.performanceId(), exchange.header(Admissions.VISITOR_TOKEN), null)
            : null;
    return visitor == null
        ? buyers.vouchedFor(wish.buyerKey(), caller, performance)
        : buyers.ofVisitor(performance, visitor.visitor().value());
  }

  @GetMapping("/api/v1/waiting-list/{entryId}")
  @Operation(
      summary = "How an entry of a waiting list stands",
      description =
          "Header Waiting-List-Secret. Its place while it waits; while places are offered to it,"
              + " the hold and its secret.")
  ResponseEntity<Standing> get(@PathVariable WaitingEntryId entryId, Access access) {
    permit(entryId, access);
    return current.of(() -> entries.standing(entryId));
  }

  @DeleteMapping("/api/v1/waiting-list/{entryId}")
  @Operation(
      summary = "Wait no more",
      description = "Repeating it changes nothing. An offer is given back as the hold that it is.")
  @ApiResponse(responseCode = "204", description = "Waits no more")
  ResponseEntity<byte[]> leave(@PathVariable WaitingEntryId entryId, Exchange exchange) {
    PerformanceId performance = permit(entryId, exchange.access());
    return exchange.submit(
        new LeaveWaitingList(performance, entryId), events -> Answers.noContent());
  }

  private PerformanceId permit(WaitingEntryId entryId, Access access) {
    access.permitWaiting(
        entryId, () -> directory.performance(performanceOf(entryId)).organisationId());
    return performanceOf(entryId);
  }

  private PerformanceId performanceOf(WaitingEntryId entryId) {
    return ((WaitingListJoined) entries.joined(entryId).envelope().payload()).performanceId();
  }
}

package org.counterfoil.command.ticket;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.counterfoil.command.code.TicketCode;
import org.counterfoil.command.exchange.Answers;
import org.counterfoil.command.exchange.Directory;
import org.counterfoil.command.exchange.Exchange;
import org.counterfoil.command.exchange.SecretMarks;
import org.counterfoil.command.lane.Answer;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.order.OrderCommand.ReissueTicket;
import org.counterfoil.domain.order.OrderEvent.TicketReissued;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.seathold.TicketId;
import org.counterfoil.eventstore.ticket.TicketStanding;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reissues lost tickets. */
@RestController
@Tag(name = "Selling")
final class ReissueEndpoint {

  private final Tickets tickets;
  private final Directory directory;

  ReissueEndpoint(Tickets tickets, Directory directory) {
    this.tickets = tickets;
    this.directory = directory;
  }

  /**
   * A ticket with its new code.
   *
   * @param issue how often it was reissued
   * @param isDuplicate always: its print is marked DUPLICATA
   */
  record ReissuedTicket(
      TicketId ticketId, int ticketNumber, int issue, boolean isDuplicate, String code) {}

  @PostMapping("/api/v1/tickets/{ticketId}/reissue")
  @Operation(
      summary = "Give a lost ticket a new code under its number",
      description = "Earlier codes are refused at the door; the print is marked DUPLICATA.")
  @ApiResponse(
      responseCode = "201",
      description = "Reissued",
      content = @Content(schema = @Schema(implementation = ReissuedTicket.class)))
  ResponseEntity<byte[]> reissue(@PathVariable TicketId ticketId, Exchange exchange) {
    TicketStanding ticket = tickets.get(ticketId);
    OrganisationId organisation = directory.performance(ticket.performanceId()).organisationId();
    exchange.access().permit(organisation);
    return exchange
        .in(organisation)
        .submit(
            new ReissueTicket(ticket.orderId(), ticket.performanceId(), ticketId),
            ReissueEndpoint::answer);
  }

  private static Answer answer(List<Event> events) {
    TicketReissued reissued = (TicketReissued) events.getFirst();
    return Answers.created(
        new ReissuedTicket(
            reissued.ticketId(),
            reissued.ticketNumber(),
            reissued.issue(),
            true,
            SecretMarks.ticketCode(
                new TicketCode(
                    reissued.performanceId(), reissued.ticketNumber(), reissued.issue()))));
  }
}

package org.counterfoil.command.ticket;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.counterfoil.command.exchange.Answers;
import org.counterfoil.command.exchange.Directory;
import org.counterfoil.command.exchange.Exchange;
import org.counterfoil.command.exchange.SecretMarks;
import org.counterfoil.command.lane.Answer;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.admission.AdmissionDecider;
import org.counterfoil.domain.admission.AdmissionEvent;
import org.counterfoil.domain.admission.Admissions;
import org.counterfoil.domain.admission.Door;
import org.counterfoil.domain.order.OrderCommand.TransferTicket;
import org.counterfoil.domain.order.OrderEvent.TicketTransferred;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.seathold.TicketId;
import org.counterfoil.eventstore.log.EventLog;
import org.counterfoil.eventstore.log.RecordedEvent;
import org.counterfoil.eventstore.ticket.TicketStanding;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Gives tickets to other holders. Who they are is neither asked nor kept. */
@RestController
@Tag(name = "Selling")
final class TransferEndpoint {

  private final Tickets tickets;
  private final Directory directory;
  private final EventLog log;

  TransferEndpoint(Tickets tickets, Directory directory, EventLog log) {
    this.tickets = tickets;
    this.directory = directory;
    this.log = log;
  }

  /**
   * A ticket that was given away. It has a new code, which is its new holder's to see.
   *
   * @param issue how many codes it had before
   * @param ticketSecret for the header Ticket-Secret: what the new holder opens the ticket with
   */
  record TransferredTicket(TicketId ticketId, int ticketNumber, int issue, String ticketSecret) {}

  @PostMapping("/api/v1/tickets/{ticketId}/transfer")
  @Operation(
      summary = "Give a ticket to another holder",
      description =
          "With the order's secret, the present holder's Ticket-Secret, or a role. Earlier codes are"
              + " refused at the door (TRANSFERRED), and neither the order's secret nor an earlier"
              + " Ticket-Secret opens the ticket any more. The answer has the new holder's secret and"
              + " no code. Whoever receives it from the giver transfers the ticket once more, to"
              + " himself: then nobody else has a secret of it. 409 TICKET_VOID, TICKET_ADMITTED,"
              + " TICKET_TRANSFERRED, ORDER_NOT_PAID, PERFORMANCE_CANCELLED, PERFORMANCE_COMPLETED.")
  @ApiResponse(
      responseCode = "201",
      description = "Transferred",
      content = @Content(schema = @Schema(implementation = TransferredTicket.class)))
  ResponseEntity<byte[]> transfer(@PathVariable TicketId ticketId, Exchange exchange) {
    TicketStanding ticket = tickets.get(ticketId);
    OrganisationId organisation = directory.performance(ticket.performanceId()).organisationId();
    Integer heldSince =
        exchange
            .access()
            .permitHolder(
                ticketId,
                ticket.transferredIssue(),
                directory.order(ticket.orderId()).jointId(),
                () -> organisation);
    return exchange
        .in(organisation)
        .submit(
            new TransferTicket(
                ticket.orderId(),
                ticket.performanceId(),
                ticketId,
                heldSince,
                isAdmitted(ticket, organisation)),
            TransferEndpoint::answer);
  }

  /** What its door says; somebody who is let in at this very moment may have either code. */
  private boolean isAdmitted(TicketStanding ticket, OrganisationId organisation) {
    Admissions admissions = new Admissions();
    AdmissionDecider decider = new AdmissionDecider();
    Door door = new Door(organisation, ticket.performanceId());
    for (RecordedEvent recorded : log.readStream(door.streamId())) {
      decider.evolve(admissions, (AdmissionEvent) recorded.envelope().payload());
    }
    return admissions.of(ticket.ticketNumber()) != null;
  }

  private static Answer answer(List<Event> events) {
    TicketTransferred transferred = (TicketTransferred) events.getFirst();
    return Answers.created(
        new TransferredTicket(
            transferred.ticketId(),
            transferred.ticketNumber(),
            transferred.issue(),
            SecretMarks.ticketSecret(transferred.ticketId(), transferred.issue())));
  }
}

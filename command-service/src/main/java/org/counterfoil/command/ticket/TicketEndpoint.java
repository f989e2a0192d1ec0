package org.counterfoil.command.ticket;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.counterfoil.command.code.TicketCode;
import org.counterfoil.command.code.TicketCodes;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.performance.Proof;
import org.counterfoil.domain.seathold.TicketId;
import org.counterfoil.eventstore.ticket.TicketStanding;
import org.counterfoil.http.access.Access;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Shows one ticket to whoever holds it. */
@RestController
@Tag(name = "Selling")
final class TicketEndpoint {

  private final Tickets tickets;
  private final TicketCodes codes;

  TicketEndpoint(Tickets tickets, TicketCodes codes) {
    this.tickets = tickets;
    this.codes = codes;
  }

  /**
   * A ticket as it stands.
   *
   * @param issue how many codes it had before
   * @param isTransferred whether it has another holder than who bought it
   * @param isVoid whether it admits nobody any more
   * @param proof what is to be shown with it; missing for nothing
   * @param code what its QR code says; missing where it is void
   */
  record HeldTicket(
      TicketId ticketId,
      PerformanceId performanceId,
      int ticketNumber,
      int issue,
      boolean isTransferred,
      boolean isVoid,
      @Nullable Proof proof,
      @Nullable String code) {}

  @GetMapping("/api/v1/tickets/{ticketId}")
  @Operation(
      summary = "A ticket and its code",
      description =
          "With the order's secret, or where it was transferred with its Ticket-Secret, or a role.")
  ResponseEntity<HeldTicket> get(@PathVariable TicketId ticketId, Access access) {
    TicketStanding ticket = tickets.get(ticketId);
    tickets.permit(ticket, access);
    TicketCode code = new TicketCode(ticket.performanceId(), ticket.ticketNumber(), ticket.issue());
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(
            new HeldTicket(
                ticketId,
                ticket.performanceId(),
                ticket.ticketNumber(),
                ticket.issue(),
                ticket.isTransferred(),
                ticket.isVoid(),
                ticket.proof(),
                ticket.isVoid() ? null : codes.text(code)));
  }
}

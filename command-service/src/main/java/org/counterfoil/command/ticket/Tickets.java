package org.counterfoil.command.ticket;

import org.counterfoil.command.exchange.Directory;
import org.counterfoil.command.exchange.Directory.OrderFacts;
import org.counterfoil.domain.order.OrderRejection;
import org.counterfoil.domain.seathold.TicketId;
import org.counterfoil.eventstore.ticket.TicketIndex;
import org.counterfoil.eventstore.ticket.TicketStanding;
import org.counterfoil.http.access.Access;
import org.counterfoil.http.problem.Problem;
import org.springframework.stereotype.Component;

/** Issued tickets by id; an unknown one ends the request as a 404. */
@Component
final class Tickets {

  private final TicketIndex index;
  private final Directory directory;

  Tickets(TicketIndex index, Directory directory) {
    this.index = index;
    this.directory = directory;
  }

  /** Permits who holds it, and the route's roles. */
  void permit(TicketStanding ticket, Access access) {
    OrderFacts order = directory.order(ticket.orderId());
    access.permitTicket(
        ticket.ticketId(), ticket.transferredIssue(), order.jointId(), order::organisationId);
  }

  TicketStanding get(TicketId id) {
    return index
        .find(id)
        .orElseThrow(
            () ->
                Problem.refused(
                        OrderRejection.UNKNOWN_TICKET,
                        "Expected an issued ticket, but there is none with id " + id)
                    .exception());
  }
}

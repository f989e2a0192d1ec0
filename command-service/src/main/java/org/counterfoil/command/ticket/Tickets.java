package org.counterfoil.command.ticket;

import org.counterfoil.domain.order.OrderRejection;
import org.counterfoil.domain.seathold.TicketId;
import org.counterfoil.eventstore.ticket.TicketIndex;
import org.counterfoil.eventstore.ticket.TicketStanding;
import org.counterfoil.http.problem.Problem;
import org.springframework.stereotype.Component;

/** Issued tickets by id; an unknown one ends the request as a 404. */
@Component
final class Tickets {

  private final TicketIndex index;

  Tickets(TicketIndex index) {
    this.index = index;
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

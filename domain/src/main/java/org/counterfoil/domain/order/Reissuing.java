package org.counterfoil.domain.order;

import org.counterfoil.domain.Decision;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.order.OrderCommand.ReissueTicket;
import org.counterfoil.domain.order.OrderEvent.OrderPlaced;
import org.counterfoil.domain.order.OrderEvent.TicketReissued;

/** Gives a lost ticket another code: the number stays, and only the newest code is admitted. */
final class Reissuing {

  /** As many as a code can tell; who loses a ticket more often does not lose it. */
  private static final int MOST = 255;

  private Reissuing() {}

  static Decision<Event> reissue(ReissueTicket command, Order order) {
    Integer number = order.ticketNumber(command.ticketId());
    if (number == null) {
      return Decision.reject(
          OrderRejection.UNKNOWN_TICKET,
          "Expected an issued ticket of this order, but there is none with id "
              + command.ticketId());
    }
    OrderTicket ticket = order.ticket(command.ticketId());
    if (ticket != null && ticket.isVoid()) {
      return Decision.reject(
          OrderRejection.TICKET_VOID, "Expected a valid ticket, but ticket " + number + " is void");
    }
    int issue = order.issueOf(command.ticketId()) + 1;
    if (issue > MOST) {
      return Decision.reject(
          OrderRejection.TOO_MANY_REISSUES,
          "Expected at most " + MOST + " reissues, but ticket " + number + " had as many");
    }
    OrderPlaced placed = order.placed();
    return Decision.accept(
        new TicketReissued(
            placed.orderId(),
            placed.organisationId(),
            placed.performanceId(),
            command.ticketId(),
            number,
            issue));
  }
}

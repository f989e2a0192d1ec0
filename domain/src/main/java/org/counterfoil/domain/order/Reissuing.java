package org.counterfoil.domain.order;

import java.util.Objects;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.order.OrderCommand.ReissueTicket;
import org.counterfoil.domain.order.OrderCommand.TransferTicket;
import org.counterfoil.domain.order.OrderEvent.OrderPlaced;
import org.counterfoil.domain.order.OrderEvent.TicketReissued;
import org.counterfoil.domain.order.OrderEvent.TicketTransferred;
import org.counterfoil.domain.performance.PerformanceRejection;
import org.counterfoil.domain.performance.PerformanceStage;
import org.counterfoil.domain.seathold.TicketId;
import org.jspecify.annotations.Nullable;

/** Gives a lost ticket another code: the number stays, and only the newest code is admitted. */
final class Reissuing {

  /** As many as a code can tell; who loses a ticket more often does not lose it. */
  private static final int MOST = 255;

  private Reissuing() {}

  static Decision<Event> reissue(ReissueTicket command, Order order) {
    Decision<Event> refusal = refuse(command.ticketId(), order);
    refusal = refusal == null ? refuseMore(command.ticketId(), order) : refusal;
    if (refusal != null) {
      return refusal;
    }
    OrderPlaced placed = order.placed();
    return Decision.accept(
        new TicketReissued(
            placed.orderId(),
            placed.organisationId(),
            placed.performanceId(),
            command.ticketId(),
            number(command.ticketId(), order),
            order.issueOf(command.ticketId()) + 1));
  }

  /** What is not paid yet is not given away, nor what somebody came in with. */
  static Decision<Event> transfer(TransferTicket command, Sale sale) {
    Order order = sale.order();
    Decision<Event> refusal = refuse(command.ticketId(), order);
    if (refusal != null) {
      return refusal;
    }
    int number = number(command.ticketId(), order);
    if (command.isAdmitted()) {
      return Decision.reject(
          OrderRejection.TICKET_ADMITTED,
          "Expected a ticket nobody was let in with, but ticket " + number + " was used");
    }
    Integer heldSince = command.heldSince();
    if (heldSince != null
        && !heldSince.equals(order.transfers.getOrDefault(command.ticketId(), 0))) {
      return Decision.reject(
          OrderRejection.TICKET_TRANSFERRED,
          "Expected the holder of ticket " + number + ", but it has another one by now");
    }
    refusal = refuseMore(command.ticketId(), order);
    if (refusal != null) {
      return refusal;
    }
    if (order.isOwing()) {
      return Decision.reject(
          OrderRejection.ORDER_NOT_PAID,
          "Expected a ticket that is paid, but the order owes " + order.outstanding().minor());
    }
    PerformanceStage stage = sale.seats().performance().stage();
    if (stage != PerformanceStage.SCHEDULED) {
      return Decision.reject(
          stage == PerformanceStage.CANCELLED
              ? PerformanceRejection.PERFORMANCE_CANCELLED
              : PerformanceRejection.PERFORMANCE_COMPLETED,
          "Expected a performance that is to come, but it is " + stage);
    }
    OrderPlaced placed = order.placed();
    return Decision.accept(
        new TicketTransferred(
            placed.orderId(),
            placed.organisationId(),
            placed.performanceId(),
            command.ticketId(),
            number,
            order.issueOf(command.ticketId()) + 1));
  }

  /** Null where the ticket can have another code; else the refusal. */
  private static @Nullable Decision<Event> refuse(TicketId id, Order order) {
    OrderTicket ticket = order.ticket(id);
    if (ticket == null) {
      return Decision.reject(
          OrderRejection.UNKNOWN_TICKET,
          "Expected an issued ticket of this order, but there is none with id " + id);
    }
    return ticket.isVoid()
        ? Decision.reject(
            OrderRejection.TICKET_VOID,
            "Expected a valid ticket, but ticket " + ticket.issued().ticketNumber() + " is void")
        : null;
  }

  private static @Nullable Decision<Event> refuseMore(TicketId id, Order order) {
    return order.issueOf(id) < MOST
        ? null
        : Decision.reject(
            OrderRejection.TOO_MANY_REISSUES,
            "Expected at most "
                + MOST
                + " new codes, but ticket "
                + number(id, order)
                + " had as many");
  }

  private static int number(TicketId id, Order order) {
    return Objects.requireNonNull(order.ticketNumber(id));
  }
}

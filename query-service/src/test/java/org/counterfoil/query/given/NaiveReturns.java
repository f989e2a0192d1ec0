package org.counterfoil.query.given;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.counterfoil.domain.order.OrderEvent.TicketsExchanged;
import org.counterfoil.domain.order.OrderEvent.TicketsExchangedElsewhere;
import org.counterfoil.domain.order.OrderEvent.TicketsRefunded;
import org.counterfoil.domain.order.RefundedTicket;
import org.counterfoil.domain.seathold.TicketEvent.TicketsVoided;
import org.counterfoil.domain.seathold.TicketId;
import org.counterfoil.domain.seathold.VoidedTicket;

/** Counts what came back, straight from the events. */
final class NaiveReturns {

  private final Set<TicketId> voided = new HashSet<>();
  private final Set<TicketId> placesBack = new HashSet<>();
  private final Map<TicketId, Long> gross = new HashMap<>();
  private final Map<TicketId, Long> tax = new HashMap<>();
  private boolean isCancelled;

  void count(TicketsVoided event, NaiveHeldBack heldBack) {
    for (VoidedTicket ticket : event.tickets()) {
      voided.add(ticket.ticketId());
      if (event.isBackOnSale()) {
        placesBack.add(ticket.ticketId());
        if (ticket.seatIndex() != null) {
          heldBack.giveBack(ticket.seatIndex());
        }
      }
    }
  }

  void count(TicketsRefunded event) {
    giveBack(event.tickets());
  }

  void count(TicketsExchanged event) {
    giveBack(event.returned());
  }

  void count(TicketsExchangedElsewhere event) {
    giveBack(event.returned());
  }

  private void giveBack(List<RefundedTicket> tickets) {
    for (RefundedTicket ticket : tickets) {
      gross.merge(ticket.ticketId(), ticket.grossMinor(), Long::sum);
      tax.merge(ticket.ticketId(), ticket.taxMinor(), Long::sum);
    }
  }

  /** From then on nothing was sold: all of it is owed. */
  void cancel() {
    isCancelled = true;
  }

  boolean isValid(NaiveCount.Sold sold) {
    return !isCancelled && !voided.contains(sold.ticket().ticketId());
  }

  boolean isPlaceBack(NaiveCount.Sold sold) {
    return placesBack.contains(sold.ticket().ticketId());
  }

  long grossMinor(NaiveCount.Sold sold) {
    return isCancelled
        ? 0
        : sold.ticket().faceValueMinor() - gross.getOrDefault(sold.ticket().ticketId(), 0L);
  }

  long taxMinor(NaiveCount.Sold sold) {
    return isCancelled
        ? 0
        : sold.ticket().taxMinor() - tax.getOrDefault(sold.ticket().ticketId(), 0L);
  }
}

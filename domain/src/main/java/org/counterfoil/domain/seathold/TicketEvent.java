package org.counterfoil.domain.seathold;

import java.util.List;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.EventType;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.performance.PerformanceId;

/**
 * What happened to tickets after they were issued. It stands in the performance's stream, because
 * it decides who has which place.
 */
public sealed interface TicketEvent extends Event {

  PerformanceId performanceId();

  /**
   * Tickets of an order are invalid from now on. What was paid for them is the order's to tell.
   *
   * @param isBackOnSale whether their places are free again; they are where the performance has yet
   *     to start
   */
  @EventType(name = "ticket.voided", revision = 1)
  record TicketsVoided(
      PerformanceId performanceId,
      OrderId orderId,
      List<VoidedTicket> tickets,
      TicketReason reason,
      boolean isBackOnSale)
      implements TicketEvent {
    public TicketsVoided {
      tickets = List.copyOf(tickets);
    }
  }
}

package org.counterfoil.eventstore.ticket;

import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.seathold.TicketId;

/**
 * A ticket that was issued, as it stands.
 *
 * @param ticketNumber in its performance
 * @param soldPosition of the event that issued it
 * @param issue how often it was reissued
 * @param isVoid whether it admits nobody any more
 */
public record TicketStanding(
    TicketId ticketId,
    PerformanceId performanceId,
    int ticketNumber,
    OrderId orderId,
    long soldPosition,
    int issue,
    boolean isVoid) {}

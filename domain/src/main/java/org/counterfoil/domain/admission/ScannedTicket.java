package org.counterfoil.domain.admission;

import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.seathold.TicketId;

/**
 * The ticket that a code is of.
 *
 * @param issue that of the code, which may be an older one of the ticket's
 */
public record ScannedTicket(
    TicketId ticketId, PerformanceId performanceId, int ticketNumber, int issue) {}

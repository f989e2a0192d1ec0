package org.counterfoil.domain.order;

import org.counterfoil.domain.seathold.TicketId;

/** The number under which a ticket of the order was issued; gapless per performance. */
public record IssuedNumber(TicketId ticketId, int ticketNumber) {}

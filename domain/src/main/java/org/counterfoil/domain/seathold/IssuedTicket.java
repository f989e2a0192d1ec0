package org.counterfoil.domain.seathold;

/**
 * A ticket issued.
 *
 * @param ticketNumber gapless per performance, from 1
 */
public record IssuedTicket(int ticketNumber, PricedTicket ticket) {}

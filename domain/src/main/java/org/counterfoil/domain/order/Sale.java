package org.counterfoil.domain.order;

import org.counterfoil.domain.seathold.PerformanceSeats;

/** What a decision about an order is made on: the order and the seats it takes. */
public record Sale(Order order, PerformanceSeats seats) {}

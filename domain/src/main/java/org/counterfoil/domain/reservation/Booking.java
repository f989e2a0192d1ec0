package org.counterfoil.domain.reservation;

import org.counterfoil.domain.seathold.PerformanceSeats;

/** What a decision about a reservation is made on: what was agreed, and the places. */
public record Booking(Reservation reservation, PerformanceSeats seats) {}

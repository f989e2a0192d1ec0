package org.counterfoil.domain.order;

import org.counterfoil.domain.order.OrderCommand.TicketWish;
import org.counterfoil.domain.seathold.SeatHold;
import org.counterfoil.domain.seating.ZoneName;

/** A ticket wished for, and the place of a hold that it is for. */
record TicketPlace(TicketWish wish, SeatHold hold, ZoneName zone) {}

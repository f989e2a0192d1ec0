package org.counterfoil.domain.seathold;

import org.counterfoil.domain.performance.PriceTypeCode;
import org.counterfoil.domain.seating.AreaName;
import org.counterfoil.domain.seating.SeatId;
import org.counterfoil.domain.seating.SeatingPlan;
import org.counterfoil.domain.seating.ZoneName;
import org.jspecify.annotations.Nullable;

/**
 * A ticket that is void, and the place it was for.
 *
 * @param seatId the seat; missing for a place of an area
 * @param seatIndex the seat's place in plan order, from 0; missing for a place of an area
 * @param area the area; missing for a seat
 */
public record VoidedTicket(
    TicketId ticketId,
    int ticketNumber,
    @Nullable SeatId seatId,
    @Nullable Integer seatIndex,
    @Nullable AreaName area,
    ZoneName zone,
    PriceTypeCode priceType) {

  /** What becomes of an issued ticket. */
  public static VoidedTicket of(IssuedTicket issued, SeatingPlan plan) {
    PricedTicket ticket = issued.ticket();
    return new VoidedTicket(
        ticket.ticketId(),
        issued.ticketNumber(),
        ticket.seatId(),
        ticket.seatId() == null ? null : plan.indexOf(ticket.seatId()),
        ticket.area(),
        ticket.zone(),
        ticket.priceType());
  }
}

package org.counterfoil.command.admission;

import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.performance.PriceTypeCode;
import org.counterfoil.domain.performance.Proof;
import org.counterfoil.domain.seathold.PricedTicket;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldSold;
import org.counterfoil.domain.seating.AreaName;
import org.counterfoil.domain.seating.SeatId;
import org.counterfoil.domain.seating.ZoneName;
import org.counterfoil.eventstore.log.EventLog;
import org.counterfoil.eventstore.ticket.TicketStanding;
import org.jspecify.annotations.Nullable;

/**
 * What a ticket is for: to send people the right way, and to ask for proof of a reduced price.
 *
 * @param proof what is to be shown with it; missing for nothing
 */
record TicketPlace(
    @Nullable SeatId seatId,
    @Nullable AreaName area,
    ZoneName zone,
    PriceTypeCode priceType,
    PublicLabel priceTypeName,
    @Nullable Proof proof) {

  static TicketPlace of(TicketStanding standing, EventLog log) {
    HoldSold sold =
        (HoldSold) log.read(standing.soldPosition() - 1, 1).getFirst().envelope().payload();
    PricedTicket ticket =
        sold.tickets().stream()
            .map(issued -> issued.ticket())
            .filter(each -> each.ticketId().equals(standing.ticketId()))
            .findFirst()
            .orElseThrow();
    return new TicketPlace(
        ticket.seatId(),
        ticket.area(),
        ticket.zone(),
        ticket.priceType(),
        ticket.priceTypeName(),
        ticket.proof());
  }
}

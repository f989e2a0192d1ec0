package org.counterfoil.query.sales;

import java.time.Instant;
import java.util.UUID;
import org.counterfoil.domain.seathold.CompReason;
import org.counterfoil.domain.seathold.IssuedTicket;
import org.counterfoil.domain.seathold.PricedTicket;
import org.jspecify.annotations.Nullable;

/** A row of {@code ticket}: amounts are the event's own. */
record TicketRow(
    UUID ticketId,
    UUID performanceId,
    int ticketNumber,
    UUID holdId,
    UUID orderId,
    @Nullable String seatId,
    @Nullable String area,
    String zone,
    String priceType,
    String priceTypeName,
    String channel,
    long grossMinor,
    long netMinor,
    long taxMinor,
    String taxRate,
    @Nullable CompReason compReason,
    long soldPosition,
    Instant soldAt) {

  static TicketRow of(IssuedTicket issued, HoldRow hold, UUID orderId, Moment when) {
    PricedTicket ticket = issued.ticket();
    return new TicketRow(
        ticket.ticketId().value(),
        hold.performanceId(),
        issued.ticketNumber(),
        ticket.holdId().value(),
        orderId,
        ticket.seatId() == null ? null : ticket.seatId().value(),
        ticket.area() == null ? null : ticket.area().value(),
        ticket.zone().value(),
        ticket.priceType().value(),
        ticket.priceTypeName().value(),
        hold.channel(),
        ticket.faceValueMinor(),
        ticket.netMinor(),
        ticket.taxMinor(),
        ticket.taxRate().value(),
        ticket.compReason(),
        when.position(),
        when.at());
  }

  /** 1 for a free ticket, else 0. */
  int comps() {
    return grossMinor == 0 ? 1 : 0;
  }
}

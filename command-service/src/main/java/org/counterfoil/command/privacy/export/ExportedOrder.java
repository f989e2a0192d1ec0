package org.counterfoil.command.privacy.export;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.money.PaymentMethod;
import org.counterfoil.domain.order.Order;
import org.counterfoil.domain.order.PaymentId;
import org.counterfoil.domain.order.ProviderName;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.performance.SalesChannel;
import org.counterfoil.domain.privacy.subject.OrderRole;
import org.counterfoil.domain.seathold.TicketId;
import org.counterfoil.domain.seating.AreaName;
import org.counterfoil.domain.seating.SeatId;
import org.jspecify.annotations.Nullable;

/**
 * An order for which a person told something, of one performance; amounts in minor units. Who only
 * holds a ticket of it, or is a guest with its tickets, has no more than these of it.
 *
 * @param role what the person has to do with it
 * @param performanceId missing where it has no tickets
 * @param title of the production
 * @param startsAt as it stands now
 * @param totalMinor missing for who did not order
 * @param refundedMinor what went back, or goes back; missing for who did not order
 * @param exchangedFrom the order of another performance that its tickets were exchanged from
 */
record ExportedOrder(
    OrderId orderId,
    OrderRole role,
    Instant placedAt,
    Order.Status state,
    SalesChannel channel,
    @Nullable PerformanceId performanceId,
    @Nullable PublicLabel title,
    @Nullable Instant startsAt,
    List<ExportedTicket> tickets,
    List<ExportedPayment> payments,
    @Nullable Long totalMinor,
    @Nullable Long refundedMinor,
    String currency,
    @Nullable OrderId exchangedFrom) {

  /** With the tickets that it has by another name as well, each once. */
  ExportedOrder and(ExportedOrder same) {
    return new ExportedOrder(
        orderId,
        role,
        placedAt,
        state,
        channel,
        performanceId,
        title,
        startsAt,
        Stream.concat(tickets.stream(), same.tickets.stream()).distinct().toList(),
        payments,
        totalMinor,
        refundedMinor,
        currency,
        exchangedFrom);
  }

  /**
   * A ticket of it.
   *
   * @param ticketNumber missing until it is issued
   * @param isTransferred whether somebody else holds it, of whom nothing is told here
   * @param admittedAt when somebody was let in with it, unless it was transferred
   */
  record ExportedTicket(
      TicketId ticketId,
      @Nullable Integer ticketNumber,
      @Nullable SeatId seatId,
      @Nullable AreaName area,
      PublicLabel priceTypeName,
      long faceValueMinor,
      boolean isVoid,
      boolean isTransferred,
      @Nullable Instant admittedAt) {}

  /**
   * A payment for it.
   *
   * @param provider who received it; missing for the counter
   */
  record ExportedPayment(
      PaymentId paymentId,
      PaymentMethod method,
      @Nullable ProviderName provider,
      Order.PaymentStatus state,
      long amountMinor) {}
}

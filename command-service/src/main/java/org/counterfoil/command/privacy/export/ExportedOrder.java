package org.counterfoil.command.privacy.export;

import java.time.Instant;
import java.util.List;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.money.PaymentMethod;
import org.counterfoil.domain.order.Order;
import org.counterfoil.domain.order.PaymentId;
import org.counterfoil.domain.order.ProviderName;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.performance.SalesChannel;
import org.counterfoil.domain.seathold.TicketId;
import org.counterfoil.domain.seating.AreaName;
import org.counterfoil.domain.seating.SeatId;
import org.jspecify.annotations.Nullable;

/**
 * An order that a person placed, of one performance; amounts in minor units.
 *
 * @param performanceId missing where it has no tickets
 * @param title of the production
 * @param startsAt as it stands now
 * @param refundedMinor what went back, or goes back
 * @param exchangedFrom the order of another performance that its tickets were exchanged from
 */
record ExportedOrder(
    OrderId orderId,
    Instant placedAt,
    Order.Status state,
    SalesChannel channel,
    @Nullable PerformanceId performanceId,
    @Nullable PublicLabel title,
    @Nullable Instant startsAt,
    List<ExportedTicket> tickets,
    List<ExportedPayment> payments,
    long totalMinor,
    long refundedMinor,
    String currency,
    @Nullable OrderId exchangedFrom) {

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

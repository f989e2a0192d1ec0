package org.counterfoil.domain.accounting;

import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.money.Money;
import org.counterfoil.domain.money.TaxRate;
import org.counterfoil.domain.money.TaxSplit;
import org.counterfoil.domain.order.Order;
import org.counterfoil.domain.order.OrderTicket;
import org.counterfoil.domain.order.RefundedTicket;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.seathold.IssuedTicket;
import org.counterfoil.domain.seathold.PricedTicket;
import org.counterfoil.domain.seating.ZoneName;

/**
 * A ticket for a performance with what is asked for it, or taken back of it; amounts in minor
 * units.
 */
public record InvoicedTicket(
    PerformanceId performanceId,
    int ticketNumber,
    ZoneName zone,
    PublicLabel priceTypeName,
    TaxRate taxRate,
    long netMinor,
    long taxMinor) {

  /** What a ticket costs when it is issued. */
  public static InvoicedTicket of(IssuedTicket issued, Order order) {
    PricedTicket ticket = issued.ticket();
    return new InvoicedTicket(
        order.placed().performanceId(),
        issued.ticketNumber(),
        ticket.zone(),
        ticket.priceTypeName(),
        ticket.taxRate(),
        ticket.netMinor(),
        ticket.taxMinor());
  }

  /** What is left of a ticket's price: parts that went back were split off it. */
  static InvoicedTicket left(OrderTicket ticket, Order order) {
    PricedTicket priced = ticket.issued().ticket();
    TaxSplit split =
        priced.taxRate().split(new Money(ticket.remainingMinor(), order.placed().currency()));
    return new InvoicedTicket(
        order.placed().performanceId(),
        ticket.issued().ticketNumber(),
        priced.zone(),
        priced.priceTypeName(),
        priced.taxRate(),
        split.net().minor(),
        split.tax().minor());
  }

  /**
   * What was taken back of a ticket of the order.
   *
   * @throws IllegalArgumentException where it is another order's
   */
  public static InvoicedTicket returned(RefundedTicket refunded, Order order) {
    OrderTicket ticket = order.ticket(refunded.ticketId());
    if (ticket == null) {
      throw new IllegalArgumentException(
          "Expected a ticket of the order, but " + refunded.ticketId() + " is none");
    }
    PricedTicket priced = ticket.issued().ticket();
    return new InvoicedTicket(
        order.placed().performanceId(),
        refunded.ticketNumber(),
        priced.zone(),
        priced.priceTypeName(),
        refunded.taxRate(),
        refunded.netMinor(),
        refunded.taxMinor());
  }

  /** By which it is found again: a performance numbers its tickets. */
  Invoices.TicketKey key() {
    return new Invoices.TicketKey(performanceId, ticketNumber);
  }

  /** Tax included. */
  public long grossMinor() {
    return Math.addExact(netMinor, taxMinor);
  }
}

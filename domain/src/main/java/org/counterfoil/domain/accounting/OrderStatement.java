package org.counterfoil.domain.accounting;

import java.util.Currency;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.order.Order;
import org.counterfoil.domain.organisation.OrganisationId;

/**
 * An order as it stood at an event of its own: what there is to invoice.
 *
 * @param through the number of that event in the order's stream
 * @param isTraining whether it is for training, and nobody owes anything
 * @param isCompleted whether it has tickets
 * @param goods what is left of their prices; those that came back are not among them
 * @param owedMinor what of it is still to be paid
 */
public record OrderStatement(
    OrganisationId organisationId,
    OrderId orderId,
    Currency currency,
    long through,
    boolean isTraining,
    boolean isCompleted,
    InvoicedGoods goods,
    long owedMinor) {

  /** The order as it stands at its event of this number. */
  public static OrderStatement of(Order order, long through, boolean isTraining) {
    return new OrderStatement(
        order.placed().organisationId(),
        order.placed().orderId(),
        order.placed().currency(),
        through,
        isTraining,
        order.status() == Order.Status.COMPLETED,
        goods(order),
        order.isOwing() ? order.outstanding().minor() : 0);
  }

  private static InvoicedGoods goods(Order order) {
    return new InvoicedGoods(
        order.tickets().stream()
            .filter(ticket -> ticket.remainingMinor() > 0 || !ticket.isVoid())
            .map(ticket -> InvoicedTicket.left(ticket, order))
            .toList(),
        order.lines().stream()
            .filter(line -> line.remainingMinor() > 0)
            .map(line -> InvoicedLine.left(line, order))
            .toList());
  }
}

package org.counterfoil.command.order;

import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.counterfoil.command.order.OrderHistory.Standing;
import org.counterfoil.command.privacy.search.OrderPeople.OrderPerson;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.order.Order;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.performance.SalesChannel;
import org.counterfoil.domain.privacy.register.PersonalField;
import org.counterfoil.domain.privacy.subject.DataSubjectId;
import org.counterfoil.domain.seathold.PricedTicket;
import org.counterfoil.domain.seathold.TicketId;
import org.counterfoil.domain.seating.AreaName;
import org.counterfoil.domain.seating.SeatId;
import org.jspecify.annotations.Nullable;

/**
 * An order that was found, over all its performances; amounts in minor units.
 *
 * @param people who told something for it; empty where no reason was given to name them
 */
record FoundOrder(
    OrderId orderId,
    Order.Status state,
    SalesChannel channel,
    long totalMinor,
    long outstandingMinor,
    Currency currency,
    List<FoundTicket> tickets,
    List<FoundPerson> people) {

  /** All that were found, the newest first. */
  record FoundOrders(List<FoundOrder> items) {}

  /**
   * A ticket of it.
   *
   * @param ticketNumber missing until it is issued
   */
  record FoundTicket(
      TicketId ticketId,
      PerformanceId performanceId,
      @Nullable Integer ticketNumber,
      @Nullable SeatId seatId,
      @Nullable AreaName area,
      boolean isVoid) {}

  /**
   * Somebody who told something for it.
   *
   * @param ticketId whose holder it is; missing for who bought it
   * @param restricted whether its data are kept and not used; then there are no values
   * @param values by field
   */
  record FoundPerson(
      DataSubjectId subjectId,
      @Nullable TicketId ticketId,
      boolean restricted,
      Map<String, String> values) {

    static FoundPerson of(OrderPerson person, Map<PersonalField, String> read) {
      Map<String, String> values = new LinkedHashMap<>();
      read.forEach((field, value) -> values.put(field.key(), value));
      return new FoundPerson(person.subjectId(), person.ticketId(), person.isRestricted(), values);
    }

    /** Without what it told. */
    @Override
    public String toString() {
      return "FoundPerson[" + subjectId + "]";
    }
  }

  static FoundOrder of(List<Standing> parts, List<FoundPerson> people) {
    List<Order> orders = parts.stream().map(Standing::order).toList();
    Order first = orders.getFirst();
    return new FoundOrder(
        first.jointId(),
        OrderState.state(orders),
        first.placed().channel(),
        orders.stream().mapToLong(order -> order.placed().totalMinor()).sum(),
        orders.stream().mapToLong(order -> order.outstanding().minor()).sum(),
        first.placed().currency(),
        orders.stream()
            .flatMap(order -> OrderState.ticketsOf(order).stream().map(one -> ticket(one, order)))
            .toList(),
        people);
  }

  private static FoundTicket ticket(PricedTicket ticket, Order order) {
    return new FoundTicket(
        ticket.ticketId(),
        order.placed().performanceId(),
        order.ticketNumber(ticket.ticketId()),
        ticket.seatId(),
        ticket.area(),
        OrderState.voidOf(order).anyMatch(ticket.ticketId()::equals));
  }
}

package org.counterfoil.command.order;

import java.time.Instant;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.counterfoil.command.order.OrderHistory.Standing;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.money.PaymentMethod;
import org.counterfoil.domain.order.Order;
import org.counterfoil.domain.order.Order.PaymentStatus;
import org.counterfoil.domain.order.OrderEvent.OrderPlaced;
import org.counterfoil.domain.order.OrderTicket;
import org.counterfoil.domain.order.OtherOrder;
import org.counterfoil.domain.order.PaymentId;
import org.counterfoil.domain.order.ProviderName;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.performance.SalesChannel;
import org.counterfoil.domain.seathold.PricedTicket;
import org.counterfoil.domain.seathold.TicketId;
import org.jspecify.annotations.Nullable;

/**
 * An order as it stands, over all its performances; amounts in minor units.
 *
 * @param performanceId the first of them; missing where it has no tickets
 * @param receivedMinor what was received and is not owed back
 * @param takenBackMinor what was taken back by who had paid: cheques, disputed payments
 * @param refundedMinor what goes back or went back for tickets and lines
 * @param isOnAccount whether its tickets were issued before they were paid
 * @param outstandingMinor what is still to be paid
 * @param lines what it sells beside tickets
 * @param voidTickets the tickets that are invalid
 * @param invoices invoices and credit notes, in the order they were issued
 * @param performances what of it is of which performance
 * @param exchangedMinor what went with tickets to orders of other performances
 * @param exchangedInto those orders
 * @param exchangedFrom the order of another performance that its tickets were exchanged from
 */
record OrderState(
    OrderId orderId,
    OrganisationId organisationId,
    @Nullable PerformanceId performanceId,
    Order.Status state,
    SalesChannel channel,
    long totalMinor,
    long taxMinor,
    long receivedMinor,
    long takenBackMinor,
    long refundedMinor,
    boolean isOnAccount,
    long outstandingMinor,
    Currency currency,
    Instant payBefore,
    List<TicketAnswer> tickets,
    List<LineAnswer> lines,
    List<TicketId> voidTickets,
    List<PaymentState> payments,
    List<OrderHistory.RefundState> refunds,
    List<IssuedInvoices.Issued> invoices,
    List<PartState> performances,
    long exchangedMinor,
    List<OtherState> exchangedInto,
    List<OtherState> exchangedFrom) {

  /**
   * An order of another performance that tickets were exchanged for, or from.
   *
   * @param orderSecret of the one they were exchanged for; only for who showed that of this one
   * @param carriedMinor what of the money went with them
   */
  record OtherState(
      OrderId orderId,
      @Nullable String orderSecret,
      PerformanceId performanceId,
      long carriedMinor) {

    private static OtherState of(OtherOrder other, @Nullable String secret) {
      return new OtherState(other.orderId(), secret, other.performanceId(), other.carriedMinor());
    }
  }

  /**
   * A payment as it stands.
   *
   * @param amountMinor all of it, of whichever performances it pays for
   * @param takenBackMinor what of it was taken back by who had paid
   */
  record PaymentState(
      PaymentId paymentId,
      PaymentMethod method,
      @Nullable ProviderName provider,
      PaymentStatus state,
      long amountMinor,
      long takenBackMinor) {

    private static PaymentState of(Order.Payment payment, Order order) {
      return new PaymentState(
          payment.id(),
          payment.method(),
          payment.provider(),
          payment.status(),
          payment.amount().minor(),
          order.takenBackMinor(payment.id()));
    }

    /** What was captured counts, and adds up; while nothing was, one part knows all of it. */
    private PaymentState and(PaymentState other) {
      if (state == PaymentStatus.CAPTURED && other.state == PaymentStatus.CAPTURED) {
        return new PaymentState(
            paymentId,
            method,
            provider,
            state,
            amountMinor + other.amountMinor,
            takenBackMinor + other.takenBackMinor);
      }
      return other.state == PaymentStatus.CAPTURED ? other : this;
    }
  }

  /**
   * What is of one performance.
   *
   * @param orderId under which its own invoice is issued
   */
  record PartState(
      PerformanceId performanceId,
      OrderId orderId,
      Order.Status state,
      long totalMinor,
      long taxMinor,
      long receivedMinor,
      long refundedMinor,
      long outstandingMinor) {

    private static PartState of(Order order) {
      OrderPlaced placed = order.placed();
      return new PartState(
          placed.performanceId(),
          placed.orderId(),
          order.status(),
          placed.totalMinor(),
          placed.taxMinor(),
          order.received().minor(),
          order.givenBack().minor(),
          order.outstanding().minor());
    }
  }

  static OrderState of(
      List<Standing> parts,
      boolean isTraining,
      LineCodes codes,
      List<IssuedInvoices.Issued> invoices,
      Function<OrderId, @Nullable String> secrets) {
    List<Order> orders = parts.stream().map(Standing::order).toList();
    OrderPlaced first = orders.getFirst().placed();
    return new OrderState(
        orders.getFirst().jointId(),
        first.organisationId(),
        first.isWithoutTickets() ? null : first.performanceId(),
        state(orders),
        first.channel(),
        sum(orders, order -> order.placed().totalMinor()),
        sum(orders, order -> order.placed().taxMinor()),
        sum(orders, order -> order.received().minor()),
        sum(orders, Order::takenBackMinor),
        sum(orders, order -> order.givenBack().minor()),
        orders.stream().anyMatch(Order::isOnAccount),
        sum(orders, order -> order.outstanding().minor()),
        first.currency(),
        first.payBefore(),
        all(orders, order -> tickets(order, isTraining)),
        all(orders, order -> LineAnswer.of(order, codes).stream()),
        all(orders, OrderState::voidOf),
        payments(orders),
        parts.stream().flatMap(part -> part.refunds().stream()).toList(),
        invoices,
        orders.stream()
            .filter(order -> !order.placed().isWithoutTickets())
            .map(PartState::of)
            .toList(),
        sum(orders, order -> order.carried().minor()),
        all(
            orders,
            order ->
                order.exchangedInto().stream()
                    .map(other -> OtherState.of(other, secrets.apply(other.orderId())))),
        all(
            orders,
            order ->
                Stream.ofNullable(order.exchangedFrom()).map(other -> OtherState.of(other, null))));
  }

  /** They are completed together; one that has lapsed takes the others with it. */
  static Order.Status state(List<Order> orders) {
    if (orders.stream().anyMatch(order -> order.status() == Order.Status.LAPSED)) {
      return Order.Status.LAPSED;
    }
    return orders.getFirst().status();
  }

  private static long sum(List<Order> orders, ToLongFunction<Order> amount) {
    return orders.stream().mapToLong(amount).sum();
  }

  private static <T> List<T> all(List<Order> orders, Function<Order, Stream<T>> of) {
    return orders.stream().flatMap(of).toList();
  }

  private static Stream<TicketAnswer> tickets(Order order, boolean isTraining) {
    return ticketsOf(order).stream()
        .map(
            ticket ->
                TicketAnswer.of(
                    ticket,
                    order.placed().performanceId(),
                    order.ticketNumber(ticket.ticketId()),
                    isTraining,
                    order.isTransferred(ticket.ticketId()),
                    null));
  }

  /** As they were ordered, until they are issued; then all that were, exchanged ones included. */
  static List<PricedTicket> ticketsOf(Order order) {
    return order.tickets().isEmpty()
        ? order.placed().tickets()
        : order.tickets().stream().map(ticket -> ticket.issued().ticket()).toList();
  }

  static Stream<TicketId> voidOf(Order order) {
    return order.tickets().stream()
        .filter(OrderTicket::isVoid)
        .map(ticket -> ticket.issued().ticket().ticketId());
  }

  private static List<PaymentState> payments(List<Order> orders) {
    Map<PaymentId, PaymentState> payments = new LinkedHashMap<>();
    for (Order order : orders) {
      for (Order.Payment payment : order.payments()) {
        payments.merge(payment.id(), PaymentState.of(payment, order), PaymentState::and);
      }
    }
    return List.copyOf(payments.values());
  }
}

package org.counterfoil.command.order;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.counterfoil.command.code.TicketCode;
import org.counterfoil.command.code.TicketCodes;
import org.counterfoil.command.code.VoucherCodes;
import org.counterfoil.command.exchange.Directory;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.money.PaymentMethod;
import org.counterfoil.domain.order.Order;
import org.counterfoil.domain.order.OrderEvent.OrderPlaced;
import org.counterfoil.domain.order.OrderTicket;
import org.counterfoil.domain.order.PaymentId;
import org.counterfoil.domain.order.ProviderName;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.performance.SalesChannel;
import org.counterfoil.domain.seathold.PricedTicket;
import org.counterfoil.domain.seathold.TicketId;
import org.counterfoil.http.access.Access;
import org.counterfoil.http.position.Page;
import org.counterfoil.http.position.PageRequest;
import org.counterfoil.http.position.Positions;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Tells how an order stands, and gives its tickets. */
@RestController
@Tag(name = "Selling")
final class OrderStateEndpoint {

  private final Directory directory;
  private final OrderHistory history;
  private final IssuedInvoices invoices;
  private final TicketCodes codes;
  private final VoucherCodes vouchers;

  OrderStateEndpoint(
      Directory directory,
      OrderHistory history,
      IssuedInvoices invoices,
      TicketCodes codes,
      VoucherCodes vouchers) {
    this.directory = directory;
    this.history = history;
    this.invoices = invoices;
    this.codes = codes;
    this.vouchers = vouchers;
  }

  /**
   * An order as it stands; amounts in minor units.
   *
   * @param performanceId whose tickets it has; missing where it has none
   * @param receivedMinor what was received and is not owed back
   * @param refundedMinor what goes back or went back for tickets and lines
   * @param isOnAccount whether its tickets were issued before they were paid
   * @param outstandingMinor what is still to be paid
   * @param lines what it sells beside tickets
   * @param voidTickets the tickets that are invalid
   * @param invoices invoices and credit notes, in the order they were issued
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
      List<IssuedInvoices.Issued> invoices) {}

  /** A payment as it stands. */
  record PaymentState(
      PaymentId paymentId,
      PaymentMethod method,
      @Nullable ProviderName provider,
      Order.PaymentStatus state,
      long amountMinor) {}

  @GetMapping("/api/v1/orders/{orderId}")
  @Operation(summary = "An order as it stands")
  ResponseEntity<OrderState> get(@PathVariable OrderId orderId, Access access) {
    permit(orderId, access);
    OrderHistory.Standing standing = history.of(orderId);
    Order order = standing.order();
    OrderPlaced placed = order.placed();
    return at(standing)
        .body(
            new OrderState(
                orderId,
                placed.organisationId(),
                placed.isWithoutTickets() ? null : placed.performanceId(),
                order.status(),
                placed.channel(),
                placed.totalMinor(),
                placed.taxMinor(),
                order.received().minor(),
                order.givenBack().minor(),
                order.isOnAccount(),
                order.outstanding().minor(),
                placed.currency(),
                placed.payBefore(),
                ticketsOf(order).stream()
                    .map(
                        t ->
                            TicketAnswer.of(
                                t,
                                order.ticketNumber(t.ticketId()),
                                isTraining(placed),
                                order.isTransferred(t.ticketId()),
                                null))
                    .toList(),
                LineAnswer.of(order, vouchers),
                order.tickets().stream()
                    .filter(OrderTicket::isVoid)
                    .map(ticket -> ticket.issued().ticket().ticketId())
                    .toList(),
                order.payments().stream()
                    .map(
                        p ->
                            new PaymentState(
                                p.id(), p.method(), p.provider(), p.status(), p.amount().minor()))
                    .toList(),
                standing.refunds(),
                invoices.of(placed.organisationId(), orderId)));
  }

  @GetMapping("/api/v1/orders/{orderId}/tickets")
  @Operation(
      summary = "The issued tickets of an order, with their codes",
      description = "One that was transferred has its code for its holder alone.")
  ResponseEntity<Page<TicketAnswer>> tickets(
      @PathVariable OrderId orderId, PageRequest page, Access access) {
    permit(orderId, access);
    OrderHistory.Standing standing = history.of(orderId);
    Order order = standing.order();
    List<TicketAnswer> rows =
        ticketsOf(order).stream()
            .filter(ticket -> order.ticketNumber(ticket.ticketId()) != null)
            .map(ticket -> issued(ticket, order))
            .sorted(java.util.Comparator.comparing(OrderStateEndpoint::key))
            .filter(ticket -> page.after() == null || key(ticket).compareTo(page.after()) > 0)
            .limit(page.fetch())
            .toList();
    return at(standing).body(page.page(rows, OrderStateEndpoint::key));
  }

  private TicketAnswer issued(PricedTicket ticket, Order order) {
    int number = Objects.requireNonNull(order.ticketNumber(ticket.ticketId()));
    boolean isTransferred = order.isTransferred(ticket.ticketId());
    TicketCode code =
        new TicketCode(order.placed().performanceId(), number, order.issueOf(ticket.ticketId()));
    return TicketAnswer.of(
        ticket,
        number,
        isTraining(order.placed()),
        isTransferred,
        isTransferred ? null : codes.text(code));
  }

  /** As they were ordered, until they are issued; then all that were, exchanged ones included. */
  private static List<PricedTicket> ticketsOf(Order order) {
    return order.tickets().isEmpty()
        ? order.placed().tickets()
        : order.tickets().stream().map(ticket -> ticket.issued().ticket()).toList();
  }

  private static String key(TicketAnswer ticket) {
    return String.format("%010d", ticket.ticketNumber());
  }

  private boolean isTraining(OrderPlaced placed) {
    return directory.isTraining(placed.performanceId());
  }

  private void permit(OrderId orderId, Access access) {
    access.permitOrder(orderId, () -> directory.order(orderId).organisationId());
  }

  private static ResponseEntity.BodyBuilder at(OrderHistory.Standing standing) {
    return ResponseEntity.ok().header(Positions.POSITION, Long.toString(standing.position()));
  }
}

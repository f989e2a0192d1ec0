package org.counterfoil.command.order;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.counterfoil.command.code.PassCodes;
import org.counterfoil.command.code.TicketCode;
import org.counterfoil.command.code.TicketCodes;
import org.counterfoil.command.code.VoucherCodes;
import org.counterfoil.command.exchange.Directory;
import org.counterfoil.command.exchange.Directory.OrderFacts;
import org.counterfoil.command.order.OrderHistory.Standing;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.order.Order;
import org.counterfoil.domain.order.OrderEvent.OrderPlaced;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.seathold.PricedTicket;
import org.counterfoil.http.access.Access;
import org.counterfoil.http.access.Secrets;
import org.counterfoil.http.position.Page;
import org.counterfoil.http.position.PageRequest;
import org.counterfoil.http.position.Positions;
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
  private final LineCodes lineCodes;
  private final Secrets secrets;

  OrderStateEndpoint(
      Directory directory,
      OrderHistory history,
      IssuedInvoices invoices,
      TicketCodes codes,
      VoucherCodes vouchers,
      PassCodes passes,
      Secrets secrets) {
    this.directory = directory;
    this.history = history;
    this.invoices = invoices;
    this.codes = codes;
    this.lineCodes = new LineCodes(vouchers, passes);
    this.secrets = secrets;
  }

  @GetMapping("/api/v1/orders/{orderId}")
  @Operation(summary = "An order as it stands")
  ResponseEntity<OrderState> get(@PathVariable OrderId orderId, Access access) {
    permit(orderId, access);
    OrderFacts facts = directory.order(orderId);
    List<Standing> parts = facts.orderIds().stream().map(history::of).toList();
    return at(parts)
        .body(
            OrderState.of(
                parts,
                directory.isTraining(facts.performanceId()),
                lineCodes,
                facts.orderIds().stream()
                    .flatMap(part -> invoices.of(facts.organisationId(), part).stream())
                    .toList(),
                other -> access.caller().grant() == null ? secrets.orderSecret(other) : null));
  }

  @GetMapping("/api/v1/orders/{orderId}/tickets")
  @Operation(
      summary = "The issued tickets of an order, with their codes",
      description = "One that was transferred has its code for its holder alone.")
  ResponseEntity<Page<TicketAnswer>> tickets(
      @PathVariable OrderId orderId, PageRequest page, Access access) {
    permit(orderId, access);
    OrderFacts facts = directory.order(orderId);
    List<Standing> parts = facts.orderIds().stream().map(history::of).toList();
    List<PerformanceId> performances =
        parts.stream().map(part -> part.order().placed().performanceId()).toList();
    Function<TicketAnswer, String> key =
        ticket ->
            String.format(
                "%03d-%010d", performances.indexOf(ticket.performanceId()), ticket.ticketNumber());
    List<TicketAnswer> rows =
        parts.stream()
            .flatMap(part -> issued(part.order()))
            .sorted(Comparator.comparing(key))
            .filter(ticket -> page.after() == null || key.apply(ticket).compareTo(page.after()) > 0)
            .limit(page.fetch())
            .toList();
    return at(parts).body(page.page(rows, key));
  }

  private Stream<TicketAnswer> issued(Order order) {
    return OrderState.ticketsOf(order).stream()
        .filter(ticket -> order.ticketNumber(ticket.ticketId()) != null)
        .map(ticket -> issued(ticket, order));
  }

  private TicketAnswer issued(PricedTicket ticket, Order order) {
    int number = Objects.requireNonNull(order.ticketNumber(ticket.ticketId()));
    boolean isTransferred = order.isTransferred(ticket.ticketId());
    TicketCode code =
        new TicketCode(order.placed().performanceId(), number, order.issueOf(ticket.ticketId()));
    return TicketAnswer.of(
        ticket,
        order.placed().performanceId(),
        number,
        isTraining(order.placed()),
        isTransferred,
        isTransferred ? null : codes.text(code));
  }

  private boolean isTraining(OrderPlaced placed) {
    return directory.isTraining(placed.performanceId());
  }

  private void permit(OrderId orderId, Access access) {
    access.permitOrder(orderId, () -> directory.order(orderId).organisationId());
  }

  private static ResponseEntity.BodyBuilder at(List<Standing> parts) {
    long position = parts.stream().mapToLong(Standing::position).max().orElseThrow();
    return ResponseEntity.ok().header(Positions.POSITION, Long.toString(position));
  }
}

package org.counterfoil.command.accounting;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.Currency;
import org.counterfoil.command.exchange.Answers;
import org.counterfoil.command.exchange.Directory;
import org.counterfoil.command.exchange.Directory.OrderFacts;
import org.counterfoil.command.exchange.Exchange;
import org.counterfoil.command.exchange.Sent;
import org.counterfoil.command.order.IssuedInvoices.Issued;
import org.counterfoil.command.order.OrderHistory;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.accounting.AccountingCommand.IssueInvoice;
import org.counterfoil.domain.accounting.AccountingEvent.InvoicingEvent;
import org.counterfoil.domain.accounting.AccountingRejection;
import org.counterfoil.domain.accounting.InvoiceNumber;
import org.counterfoil.domain.accounting.InvoiceReference;
import org.counterfoil.domain.accounting.OrderStatement;
import org.counterfoil.domain.order.OrderPart;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.http.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Issues invoices; credit notes follow by themselves. */
@RestController
@Tag(name = "Accounts")
final class InvoiceEndpoint {

  private final Directory directory;
  private final FactsForInvoices facts;
  private final OrderHistory orders;

  InvoiceEndpoint(Directory directory, FactsForInvoices facts, OrderHistory orders) {
    this.directory = directory;
    this.facts = facts;
    this.orders = orders;
  }

  /**
   * What is asked for.
   *
   * @param reference the buyer's own, such as the number of its purchase order
   * @param performanceId which of several performances is invoiced; each has an invoice of its own
   */
  record InvoiceWish(
      @Schema(example = "BC-2026-114") @Nullable InvoiceReference reference,
      @Nullable PerformanceId performanceId) {}

  /** An invoice; amounts in minor units. */
  record InvoiceAnswer(
      @Schema(example = "F2026-000001") InvoiceNumber number,
      OrderId orderId,
      LocalDate issuedOn,
      @Nullable InvoiceReference reference,
      Currency currency,
      long grossMinor,
      long taxMinor,
      long paidMinor,
      long owedMinor) {

    static InvoiceAnswer of(OrderId order, Issued invoice, Currency currency) {
      return new InvoiceAnswer(
          invoice.number(),
          order,
          invoice.issuedOn(),
          invoice.reference(),
          currency,
          invoice.grossMinor(),
          invoice.taxMinor(),
          invoice.grossMinor() - invoice.owedMinor(),
          invoice.owedMinor());
    }
  }

  @PostMapping("/api/v1/orders/{orderId}/invoice")
  @Operation(
      summary = "Invoice an order",
      description =
          "As it stands, once. Numbers are gapless in the organisation's fiscal year. What comes"
              + " back later gets a credit note by itself, and what is exchanged another invoice."
              + " Of several performances in one order each is invoiced by itself: performanceId."
              + " Who buys is not on it: the buyer's own reference may be. 409 ORDER_NOT_COMPLETED,"
              + " INVOICING_NOT_SET, NOTHING_TO_INVOICE, TRAINING_NOT_INVOICED; ORDER_INVOICED names its invoice, which"
              + " is in the order's state too.")
  @ApiResponse(
      responseCode = "201",
      description = "Invoiced",
      content = @Content(schema = @Schema(implementation = InvoiceAnswer.class)))
  ResponseEntity<byte[]> invoice(
      @PathVariable OrderId orderId, @RequestBody Sent<InvoiceWish> sent, Exchange exchange) {
    OrderFacts order = directory.order(orderId);
    exchange.access().permit(order.organisationId());
    if (order.performanceId().isNone()) {
      throw Problem.refused(
              AccountingRejection.NOTHING_TO_INVOICE,
              "Expected an order with tickets, but it sells vouchers, which are taxed when spent")
          .exception();
    }
    OrderId invoiced = order.isJoint() ? part(order, sent.value()) : orderId;
    OrderHistory.Standing standing = orders.of(invoiced);
    InvoiceFacts more = facts.of(standing.order().placed());
    return exchange
        .in(order.organisationId())
        .with(sent)
        .at("/api/v1/accounting/" + order.organisationId() + "/invoices/")
        .submit(
            new IssueInvoice(
                OrderStatement.of(standing.order(), standing.sequence(), more.isTraining()),
                more.seller(),
                more.supplies(),
                sent.value().reference(),
                more.terms(),
                more.calendar()),
            events -> {
              Issued issued = Issued.of((InvoicingEvent) events.getFirst());
              return Answers.created(InvoiceAnswer.of(invoiced, issued, order.currency()));
            });
  }

  private static OrderId part(OrderFacts order, InvoiceWish wish) {
    return order.parts().stream()
        .filter(part -> part.performanceId().equals(wish.performanceId()))
        .map(OrderPart::orderId)
        .findFirst()
        .orElseThrow(
            () ->
                Problem.invalid(
                        "performanceId",
                        "Expected one of the performances of the order, but it is "
                            + (wish.performanceId() == null ? "missing" : "another"))
                    .exception());
  }
}

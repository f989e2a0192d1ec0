package org.counterfoil.command.payment;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;
import org.counterfoil.command.exchange.Answers;
import org.counterfoil.command.exchange.Directory;
import org.counterfoil.command.exchange.Directory.OrderFacts;
import org.counterfoil.command.exchange.Exchange;
import org.counterfoil.command.exchange.OrganisationSettings;
import org.counterfoil.command.exchange.RequestRejection;
import org.counterfoil.command.exchange.SecretMarks;
import org.counterfoil.command.exchange.Sent;
import org.counterfoil.command.lane.Answer;
import org.counterfoil.command.order.OrderHistory;
import org.counterfoil.command.order.OrderParts;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.access.Role;
import org.counterfoil.domain.money.PaymentMethod;
import org.counterfoil.domain.order.LineId;
import org.counterfoil.domain.order.OrderCommand.PayRefund;
import org.counterfoil.domain.order.OrderCommand.RefundTickets;
import org.counterfoil.domain.order.OrderCommand.VoidTickets;
import org.counterfoil.domain.order.OrderEvent.TicketsInvalidated;
import org.counterfoil.domain.order.OrderEvent.TicketsRefunded;
import org.counterfoil.domain.order.OrderPart;
import org.counterfoil.domain.order.PaymentReference;
import org.counterfoil.domain.order.RefundId;
import org.counterfoil.domain.order.RefundPart;
import org.counterfoil.domain.order.RefundTo;
import org.counterfoil.domain.order.RefundedLine;
import org.counterfoil.domain.order.RefundedTicket;
import org.counterfoil.domain.seathold.TicketId;
import org.counterfoil.domain.seathold.TicketReason;
import org.counterfoil.domain.voucher.VoucherEvent.VoucherIssued;
import org.counterfoil.domain.voucher.VoucherId;
import org.counterfoil.eventstore.id.TimeOrderedIds;
import org.counterfoil.http.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Gives money back for tickets, and makes tickets void: the box office's to do, never a buyer's.
 */
@RestController
@Tag(name = "Selling")
final class RefundEndpoint {

  private final TimeOrderedIds ids;
  private final Directory directory;
  private final OrderHistory history;
  private final OrderParts parts;
  private final AcceptedMethods methods;
  private final OrganisationSettings settings;

  RefundEndpoint(
      TimeOrderedIds ids,
      Directory directory,
      OrderHistory history,
      OrderParts parts,
      AcceptedMethods methods,
      OrganisationSettings settings) {
    this.ids = ids;
    this.directory = directory;
    this.history = history;
    this.parts = parts;
    this.methods = methods;
    this.settings = settings;
  }

  /**
   * Money to be given back.
   *
   * @param ticketIds the tickets; may be missing where fees or lines are named
   * @param lineIds what was sold beside tickets: fees, and donations
   * @param amountMinor how much in all, spread over all that is named by what is left of each; all
   *     of it where missing
   * @param fees whether the fees of the order go back as well; they are kept where missing
   * @param to how: ORIGINAL follows the order's payments in the order they were received, and gives
   *     what a voucher paid back to it; VOUCHER makes a new one
   */
  record RefundWish(
      @Nullable List<TicketId> ticketIds,
      @Nullable List<LineId> lineIds,
      @Schema(example = "1000") @Nullable Long amountMinor,
      @Nullable Boolean fees,
      @Schema(example = "ORIGINAL") RefundTo to,
      @Schema(example = "CUSTOMER_REQUEST") TicketReason reasonCode) {}

  /**
   * A refund; amounts in minor units.
   *
   * @param refundNumber counts the refunds of the order, from 1; where they are of several
   *     performances, of the first one's part
   * @param parts how it goes back, by the payments it came from
   * @param voucher the new one that it went to, where it did
   */
  record RefundAnswer(
      int refundNumber,
      long amountMinor,
      long taxMinor,
      Currency currency,
      List<RefundedTicket> tickets,
      List<RefundedLine> lines,
      List<RefundPart> parts,
      @Nullable NewVoucher voucher) {}

  /**
   * The voucher that a refund went to.
   *
   * @param voucherCode what it is spent with; keep it secret
   * @param expiresAt until when (exclusive) it can be spent
   */
  record NewVoucher(VoucherId voucherId, String voucherCode, long amountMinor, Instant expiresAt) {}

  /** Tickets to be made void. */
  record VoidWish(
      List<TicketId> ticketIds, @Schema(example = "COMP_WITHDRAWN") TicketReason reasonCode) {}

  /** The tickets that are void because of this; those that were before are not among them. */
  record VoidAnswer(OrderId orderId, List<TicketId> ticketIds) {}

  /**
   * How a refund was paid.
   *
   * @param method maybe another than the money came by
   */
  record RefundPaymentWish(
      @Schema(example = "CASH") PaymentMethod method,
      @Schema(example = "VIR-4711") @Nullable PaymentReference reference) {}

  /** A refund that is paid. */
  record RefundPaymentAnswer(RefundId refundId, PaymentMethod method, String state) {}

  @PostMapping("/api/v1/orders/{orderId}/refunds")
  @Operation(
      summary = "Give money back for tickets and fees, all of it or a part",
      description =
          "A ticket of which nothing is left to give back is void, and before the performance its"
              + " place is on sale again. Cash and the counter's card terminal pay at once; what"
              + " came through a provider is followed until the provider confirms it; a transfer or"
              + " a cheque is owed until its payment is recorded. Fees and donations stay with the"
              + " organisation unless fees is true, or lineIds names them. 409 REFUND_EXCEEDS_PAID,"
              + " NOTHING_TO_REFUND; 404 UNKNOWN_TICKET, UNKNOWN_LINE.")
  @ApiResponse(
      responseCode = "201",
      description = "Given back, or on its way",
      content = @Content(schema = @Schema(implementation = RefundAnswer.class)))
  ResponseEntity<byte[]> refund(
      @PathVariable OrderId orderId, @RequestBody Sent<RefundWish> sent, Exchange exchange) {
    OrderFacts order = permitted(orderId, exchange);
    RefundWish wish = sent.value();
    PaymentMethod method = methodOf(wish.to());
    if (method != null) {
      methods.require(order.tillOf(), method);
    }
    List<TicketId> tickets = wish.ticketIds() == null ? List.of() : wish.ticketIds();
    List<LineId> lines = wish.lineIds() == null ? List.of() : wish.lineIds();
    boolean isOfFees = tickets.isEmpty() && lines.isEmpty() && Boolean.TRUE.equals(wish.fees());
    JointReturns back =
        !order.isJoint()
            ? JointReturns.alone(order, tickets, lines)
            : new JointReturns(isOfFees ? parts.withFees(order) : parts.of(order, tickets, lines));
    if (back.isOfSeveral() && wish.to() == RefundTo.VOUCHER) {
      throw Problem.invalid(
              "to", "Expected tickets of one performance for a voucher, but they are of several")
          .exception();
    }
    if (wish.amountMinor() != null && back.isOfSeveral()) {
      throw Problem.invalid(
              "amountMinor",
              "Expected none, because the tickets are of several performances, but there is one")
          .exception();
    }
    return exchange
        .in(order.organisationId())
        .with(sent)
        .submit(
            back.command(
                (part, of) ->
                    new RefundTickets(
                        part.orderId(),
                        part.performanceId(),
                        of.tickets(),
                        of.lines(),
                        Boolean.TRUE.equals(wish.fees()),
                        wish.amountMinor(),
                        wish.to(),
                        wish.reasonCode(),
                        true,
                        settings.of(order.organisationId()).vouchers().validDays(),
                        spareIds(part.orderId()))),
            RefundEndpoint::answer);
  }

  private static @Nullable PaymentMethod methodOf(RefundTo to) {
    return switch (to) {
      case ORIGINAL -> null;
      case CASH -> PaymentMethod.CASH;
      case TRANSFER -> PaymentMethod.TRANSFER;
      case VOUCHER -> null;
    };
  }

  /** One for each payment; no more is received for an order that has tickets. */
  private List<RefundId> spareIds(OrderId orderId) {
    int payments = history.of(orderId).order().payments().size();
    return Stream.generate(() -> new RefundId(ids.next())).limit(Math.max(1, payments)).toList();
  }

  private static Answer answer(List<Event> events) {
    List<TicketsRefunded> refunds =
        events.stream()
            .filter(TicketsRefunded.class::isInstance)
            .map(TicketsRefunded.class::cast)
            .toList();
    List<RefundedTicket> tickets = refunds.stream().flatMap(r -> r.tickets().stream()).toList();
    List<RefundedLine> lines = refunds.stream().flatMap(r -> r.lines().stream()).toList();
    return Answers.created(
        new RefundAnswer(
            refunds.getFirst().refundNumber(),
            tickets.stream().mapToLong(RefundedTicket::grossMinor).sum()
                + lines.stream().mapToLong(RefundedLine::grossMinor).sum(),
            tickets.stream().mapToLong(RefundedTicket::taxMinor).sum()
                + lines.stream().mapToLong(RefundedLine::taxMinor).sum(),
            refunds.getFirst().currency(),
            tickets,
            lines,
            refunds.stream().flatMap(r -> r.parts().stream()).toList(),
            voucher(events)));
  }

  private static @Nullable NewVoucher voucher(List<Event> events) {
    return events.stream()
        .filter(VoucherIssued.class::isInstance)
        .map(VoucherIssued.class::cast)
        .map(
            issued ->
                new NewVoucher(
                    issued.voucherId(),
                    SecretMarks.voucher(issued.voucherId()),
                    issued.amount().minor(),
                    issued.expiresAt()))
        .findFirst()
        .orElse(null);
  }

  @PostMapping("/api/v1/orders/{orderId}/voids")
  @Operation(
      summary = "Make tickets void without giving money back",
      description =
          "Before the performance their places are on sale again. Tickets that are void already"
              + " stay so. What was paid for a void ticket can still be refunded.")
  @ApiResponse(
      responseCode = "201",
      description = "Void",
      content = @Content(schema = @Schema(implementation = VoidAnswer.class)))
  ResponseEntity<byte[]> invalidate(
      @PathVariable OrderId orderId, @RequestBody Sent<VoidWish> sent, Exchange exchange) {
    OrderFacts order = permitted(orderId, exchange);
    VoidWish wish = sent.value();
    JointReturns back =
        order.isJoint()
            ? new JointReturns(parts.of(order, wish.ticketIds(), List.of()))
            : JointReturns.alone(order, wish.ticketIds(), List.of());
    return exchange
        .in(order.organisationId())
        .with(sent)
        .submit(
            back.command(
                (part, of) ->
                    new VoidTickets(
                        part.orderId(), part.performanceId(), of.tickets(), wish.reasonCode())),
            events -> Answers.created(new VoidAnswer(orderId, voided(events))));
  }

  private static List<TicketId> voided(List<Event> events) {
    return events.stream()
        .filter(TicketsInvalidated.class::isInstance)
        .flatMap(event -> ((TicketsInvalidated) event).tickets().stream())
        .toList();
  }

  @PostMapping("/api/v1/orders/{orderId}/refunds/{refundId}/payment")
  @Operation(
      summary = "Record that a refund was paid at the counter",
      description =
          "For what no provider sends back: cash handed over, a transfer made; where an agent sold"
              + " the order, out of the agent's till. Repeating it changes nothing. 404 UNKNOWN_REFUND; 409 REFUND_PAID_BY_PROVIDER.")
  @ApiResponse(
      responseCode = "200",
      description = "Paid",
      content = @Content(schema = @Schema(implementation = RefundPaymentAnswer.class)))
  ResponseEntity<byte[]> payRefund(
      @PathVariable OrderId orderId,
      @PathVariable RefundId refundId,
      @RequestBody Sent<RefundPaymentWish> sent,
      Exchange exchange) {
    OrderFacts order = permitted(orderId, exchange);
    RefundPaymentWish wish = sent.value();
    if (order.agentId() == null
        && exchange.access().caller().rolesIn(order.organisationId()).contains(Role.CHANNEL)) {
      throw RequestRejection.NOT_SOLD_BY_AGENT.because(
          "orderId", "Expected an order that an agent sold, but the organiser did");
    }
    methods.require(order.tillOf(), wish.method());
    OrderPart owing =
        order.isJoint()
            ? parts.owing(order, refundId)
            : new OrderPart(orderId, order.performanceId(), List.of());
    return exchange
        .in(order.organisationId())
        .with(sent)
        .submit(
            new PayRefund(
                owing.orderId(), owing.performanceId(), refundId, wish.method(), wish.reference()),
            events -> Answers.ok(new RefundPaymentAnswer(refundId, wish.method(), "PAID")));
  }

  private OrderFacts permitted(OrderId orderId, Exchange exchange) {
    OrderFacts order = directory.order(orderId);
    exchange.access().permit(order.organisationId());
    return order;
  }
}

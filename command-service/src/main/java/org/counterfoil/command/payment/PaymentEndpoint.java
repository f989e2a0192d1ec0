package org.counterfoil.command.payment;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.counterfoil.command.exchange.Answers;
import org.counterfoil.command.exchange.Callers;
import org.counterfoil.command.exchange.Directory;
import org.counterfoil.command.exchange.Directory.OrderFacts;
import org.counterfoil.command.exchange.Exchange;
import org.counterfoil.command.exchange.RequestRejection;
import org.counterfoil.command.exchange.SecretMarks;
import org.counterfoil.command.exchange.Sent;
import org.counterfoil.command.order.TicketAnswer;
import org.counterfoil.command.payment.PaymentProvider.Checkout;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.access.Role;
import org.counterfoil.domain.money.Money;
import org.counterfoil.domain.money.PaymentMethod;
import org.counterfoil.domain.order.JointOrderCommand.StartJointPayment;
import org.counterfoil.domain.order.JointOrderCommand.TakeJointPayment;
import org.counterfoil.domain.order.Order.PaymentStatus;
import org.counterfoil.domain.order.OrderCommand.StartPayment;
import org.counterfoil.domain.order.OrderCommand.TakePayment;
import org.counterfoil.domain.order.PaymentId;
import org.counterfoil.domain.order.PaymentReference;
import org.counterfoil.domain.order.ProviderName;
import org.counterfoil.domain.performance.Caller;
import org.counterfoil.eventstore.id.TimeOrderedIds;
import org.counterfoil.http.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Takes payments: at the counter at once, from buyers through a provider. */
@RestController
@Tag(name = "Selling")
final class PaymentEndpoint {

  private final TimeOrderedIds ids;
  private final Directory directory;
  private final Callers callers;
  private final AcceptedMethods methods;
  private final PaymentProviders providers;
  private final VoucherPayments vouchers;
  private final PassPayments passes;

  PaymentEndpoint(
      TimeOrderedIds ids,
      Directory directory,
      Callers callers,
      AcceptedMethods methods,
      PaymentProviders providers,
      VoucherPayments vouchers,
      PassPayments passes) {
    this.ids = ids;
    this.directory = directory;
    this.callers = callers;
    this.methods = methods;
    this.providers = providers;
    this.vouchers = vouchers;
    this.passes = passes;
  }

  /**
   * A payment to be taken.
   *
   * @param provider for a buyer's CARD; the only one there is where missing
   * @param reference to find it by: of the terminal, the cheque, the transfer
   * @param voucherCode of the voucher that pays; of VOUCHER only
   * @param passCode of the pass that pays; of PASS only
   */
  record PaymentWish(
      @Schema(example = "CARD") PaymentMethod method,
      @Schema(example = "simulated") @Nullable ProviderName provider,
      @Schema(example = "TPE-4711") @Nullable PaymentReference reference,
      @Schema(example = "AGJYA-AAAAB-YAAAA-AAAAA-AAAAB-LBXHQ-2QJ7K-VN3TA")
          @Nullable String voucherCode,
      @Schema(example = "null") @Nullable String passCode,
      @Schema(example = "2500") long amountMinor) {}

  /**
   * A payment.
   *
   * @param redirectUrl where the buyer pays, while it is pending
   * @param tickets once the order is paid in full
   */
  record PaymentAnswer(
      PaymentId paymentId,
      PaymentStatus state,
      @Nullable String redirectUrl,
      @Nullable List<TicketAnswer> tickets) {}

  @PostMapping("/api/v1/orders/{orderId}/payments")
  @Operation(
      summary = "Pay for an order, in whole or in part",
      description =
          "With a role the money is taken at the counter: captured at once, and tickets are in the"
              + " answer once the order is paid in full. With the order's secret alone, CARD"
              + " through a provider: PENDING, with the address where the buyer pays. VOUCHER pays"
              + " with a voucher, by its code, all of the order or a part: captured at once. 404"
              + " UNKNOWN_VOUCHER; 409 VOUCHER_BALANCE_TOO_LOW, VOUCHER_BUYS_NO_VOUCHER,"
              + " VOUCHER_OF_ANOTHER_RATE; 410"
              + " VOUCHER_EXPIRED. PASS pays with a pass, by its code, for all the tickets of the"
              + " order whose price type asks for one, a use each: captured at once, and nothing"
              + " else pays for them (409 PASS_REQUIRED). 404 UNKNOWN_PASS; 409 PASS_NOT_ASKED,"
              + " PASS_OF_ANOTHER_VALUE, PASS_PAYS_ITS_TICKETS, PASS_USED_UP,"
              + " PASS_USED_FOR_PERFORMANCE; 410 PASS_EXPIRED."
              + " 409 OVERPAYMENT; 410 ORDER_LAPSED.")
  @ApiResponse(
      responseCode = "201",
      description = "Taken, or begun",
      content = @Content(schema = @Schema(implementation = PaymentAnswer.class)))
  ResponseEntity<byte[]> pay(
      @PathVariable OrderId orderId, @RequestBody Sent<PaymentWish> sent, Exchange exchange) {
    exchange.access().permitOrder(orderId, () -> directory.order(orderId).organisationId());
    OrderFacts order = directory.order(orderId);
    PaymentWish wish = sent.value();
    boolean isByCode =
        wish.method().equals(PaymentMethod.VOUCHER) || wish.method().equals(PaymentMethod.PASS);
    expectCode("voucherCode", wish.voucherCode(), wish, PaymentMethod.VOUCHER);
    expectCode("passCode", wish.passCode(), wish, PaymentMethod.PASS);
    exchange.in(order.organisationId()).with(sent);
    boolean isStaff = isAtTill(order, exchange);
    if (!isStaff && !isByCode && !wish.method().equals(PaymentMethod.CARD)) {
      throw RequestRejection.METHOD_NEEDS_ROLE.because(
          "method",
          "Expected CARD, VOUCHER or PASS, because the caller has no role, but it is "
              + wish.method());
    }
    if (directory.isTraining(order.performanceId())) {
      return rehearse(orderId, order, wish, exchange);
    }
    if (wish.voucherCode() != null) {
      return vouchers.pay(
          order,
          vouchers.read(wish.voucherCode(), order),
          new Money(wish.amountMinor(), order.currency()),
          exchange);
    }
    if (wish.passCode() != null) {
      return passes.pay(
          orderId,
          order,
          passes.read(wish.passCode(), order),
          new Money(wish.amountMinor(), order.currency()),
          exchange);
    }
    methods.require(order.tillOf(), wish.method());
    return isStaff ? take(orderId, order, wish, exchange) : start(orderId, order, wish, exchange);
  }

  /** The organiser's staff; and who sells through an agent's channel, for the money is its. */
  private boolean isAtTill(OrderFacts order, Exchange exchange) {
    Caller caller = callers.of(exchange.access().caller(), order.organisationId(), null);
    return caller.isStaff() || (order.agentId() != null && caller.roles().contains(Role.CHANNEL));
  }

  private static void expectCode(
      String field, @Nullable String code, PaymentWish wish, PaymentMethod method) {
    if (wish.method().equals(method) != (code != null)) {
      throw Problem.invalid(
              field, "Expected a code for " + method + " and for no other method, but it is not so")
          .exception();
    }
  }

  /** No till, no terminal and no real provider learns of what is paid in a rehearsal. */
  private ResponseEntity<byte[]> rehearse(
      OrderId orderId, OrderFacts order, PaymentWish wish, Exchange exchange) {
    if (!wish.method().equals(PaymentMethod.CARD)) {
      throw RequestRejection.PERFORMANCE_IS_TRAINING.because(
          "method", "Expected CARD, because the performance is for training, but it is another");
    }
    return start(orderId, order, wish, exchange);
  }

  private ResponseEntity<byte[]> take(
      OrderId orderId, OrderFacts order, PaymentWish wish, Exchange exchange) {
    PaymentId id = new PaymentId(ids.next());
    Money amount = new Money(wish.amountMinor(), order.currency());
    return exchange.submit(
        order.isJoint()
            ? new TakeJointPayment(order.parts(), id, wish.method(), wish.reference(), amount)
            : new TakePayment(
                orderId, order.performanceId(), id, wish.method(), wish.reference(), amount),
        events ->
            Answers.created(new PaymentAnswer(id, PaymentStatus.CAPTURED, null, tickets(events))));
  }

  private static @Nullable List<TicketAnswer> tickets(List<Event> events) {
    // At the counter nothing of a performance for training is paid.
    List<TicketAnswer> tickets = TicketAnswer.issuedBy(events, false);
    return tickets.isEmpty() ? null : tickets;
  }

  private ResponseEntity<byte[]> start(
      OrderId orderId, OrderFacts order, PaymentWish wish, Exchange exchange) {
    PaymentProvider provider =
        providers.serving(wish.provider(), directory.isTraining(order.performanceId()));
    Money amount = new Money(wish.amountMinor(), order.currency());
    PaymentId id = new PaymentId(ids.next());
    return exchange
        .redirectingTo(
            payment ->
                provider
                    .checkout(new Checkout(payment, order.jointId(), amount, wish.reference()))
                    .toString())
        .submit(
            order.isJoint()
                ? new StartJointPayment(order.parts(), id, wish.method(), provider.name(), amount)
                : new StartPayment(
                    orderId, order.performanceId(), id, wish.method(), provider.name(), amount),
            events ->
                Answers.created(
                    new PaymentAnswer(
                        id, PaymentStatus.PENDING, SecretMarks.redirectUrl(id), null)));
  }
}

package org.counterfoil.command.payment;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.counterfoil.command.exchange.Answers;
import org.counterfoil.command.exchange.Directory;
import org.counterfoil.command.exchange.Directory.OrderFacts;
import org.counterfoil.command.exchange.Exchange;
import org.counterfoil.command.exchange.Sent;
import org.counterfoil.command.lane.Answer;
import org.counterfoil.command.order.OrderHistory;
import org.counterfoil.command.payment.TakenBackMoney.Taking;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.money.PaymentMethod;
import org.counterfoil.domain.order.OrderEvent.PaymentRestored;
import org.counterfoil.domain.order.OrderEvent.PaymentTakenBack;
import org.counterfoil.domain.order.OrderEvent.TicketsInvalidated;
import org.counterfoil.domain.order.PaymentId;
import org.counterfoil.domain.order.RefundId;
import org.counterfoil.domain.order.TakenBackReason;
import org.counterfoil.domain.seathold.TicketId;
import org.counterfoil.http.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Records that money is not had after all: cheques that come back, payments that are disputed. */
@RestController
@Tag(name = "Selling")
final class TakingBackEndpoint {

  private static final String PAYMENT = "/api/v1/orders/{orderId}/payments/{paymentId}";
  private static final long MOST_FEE_MINOR = 1_000_000_000L;

  private final TakenBackMoney money;
  private final Directory directory;
  private final OrderHistory history;

  TakingBackEndpoint(TakenBackMoney money, Directory directory, OrderHistory history) {
    this.money = money;
    this.directory = directory;
    this.history = history;
  }

  /** What becomes of the tickets. */
  enum TicketsThen {
    KEPT,
    VOIDED
  }

  /**
   * A cheque, or a debit, that came back unpaid.
   *
   * @param bankFeeMinor what the bank asks for it; nothing where missing
   * @param banked whether it was on the bank account already; it was where missing
   * @param tickets whether they stay valid, as where missing, or are void
   */
  record UnpaidWish(
      @Schema(example = "UNPAID") TakenBackReason reasonCode,
      @Schema(example = "1200") @Nullable Long bankFeeMinor,
      @Nullable Boolean banked,
      @Nullable TicketsThen tickets) {}

  /**
   * A payment that who had paid took back.
   *
   * @param amountMinor how much of it; all of it where missing
   * @param feeMinor what the provider asks for it; nothing where missing
   * @param tickets whether they stay valid, as where missing, or are void
   */
  record ChargebackWish(
      @Schema(example = "DISPUTED") TakenBackReason reasonCode,
      @Nullable Long amountMinor,
      @Schema(example = "1500") @Nullable Long feeMinor,
      @Nullable TicketsThen tickets) {}

  /**
   * Money that came again: a dispute that was won, a cheque that was paid the second time.
   *
   * @param feeMinor what of the fee came back with it; nothing where missing
   */
  record RestorationWish(@Schema(example = "1500") @Nullable Long feeMinor) {}

  /**
   * What was taken back; amounts in minor units.
   *
   * @param voidTickets the tickets that are void because of it
   */
  record TakenBackAnswer(
      PaymentId paymentId,
      long amountMinor,
      long feeMinor,
      Currency currency,
      List<TicketId> voidTickets) {}

  /**
   * What came again; amounts in minor units.
   *
   * @param refundIds where nothing was owed for it any more, so that it is owed back: one for each
   *     performance it had paid for
   */
  record RestoredAnswer(
      PaymentId paymentId,
      long amountMinor,
      long feeMinor,
      Currency currency,
      List<RefundId> refundIds) {}

  @PostMapping(PAYMENT + "/unpaid")
  @Operation(
      summary = "Record that a cheque came back unpaid",
      description =
          "The order owes again: it is paid by another payment of all that it owes, or given up by a"
              + " refund of its tickets, for which no money goes back. 409 PAYMENT_TAKEN_BACK (again),"
              + " PAYMENT_IS_FINAL (cash), PAYMENT_GIVEN_BACK, ORDER_NOT_COMPLETED.")
  @ApiResponse(
      responseCode = "201",
      description = "Recorded",
      content = @Content(schema = @Schema(implementation = TakenBackAnswer.class)))
  ResponseEntity<byte[]> unpaid(
      @PathVariable OrderId orderId,
      @PathVariable PaymentId paymentId,
      @RequestBody Sent<UnpaidWish> sent,
      Exchange exchange) {
    UnpaidWish wish = sent.value();
    return takeBack(
        orderId,
        paymentId,
        wish.reasonCode(),
        null,
        !Boolean.FALSE.equals(wish.banked()),
        fee("bankFeeMinor", wish.bankFeeMinor()),
        wish.tickets(),
        exchange.with(sent));
  }

  @PostMapping(PAYMENT + "/chargeback")
  @Operation(
      summary = "Record that a card payment was taken back by who had paid",
      description =
          "By hand, for a terminal's payments and for providers that do not tell; what a provider"
              + " tells is recorded by itself, and its tickets are kept. Otherwise as for an unpaid"
              + " cheque; 409 TAKEN_BACK_EXCEEDS_PAID.")
  @ApiResponse(
      responseCode = "201",
      description = "Recorded",
      content = @Content(schema = @Schema(implementation = TakenBackAnswer.class)))
  ResponseEntity<byte[]> chargeback(
      @PathVariable OrderId orderId,
      @PathVariable PaymentId paymentId,
      @RequestBody Sent<ChargebackWish> sent,
      Exchange exchange) {
    ChargebackWish wish = sent.value();
    return takeBack(
        orderId,
        paymentId,
        wish.reasonCode(),
        wish.amountMinor(),
        false,
        fee("feeMinor", wish.feeMinor()),
        wish.tickets(),
        exchange.with(sent));
  }

  private ResponseEntity<byte[]> takeBack(
      OrderId orderId,
      PaymentId paymentId,
      TakenBackReason reason,
      @Nullable Long amountMinor,
      boolean isFromBank,
      long feeMinor,
      @Nullable TicketsThen tickets,
      Exchange exchange) {
    OrderFacts order = permitted(orderId, exchange);
    return exchange
        .in(order.organisationId())
        .submit(
            money.takeBack(
                new Taking(
                    paymentId,
                    reason,
                    amountMinor,
                    isFromBank,
                    feeMinor,
                    tickets == TicketsThen.VOIDED,
                    false),
                order),
            TakingBackEndpoint::takenBack);
  }

  private static Answer takenBack(List<Event> events) {
    List<PaymentTakenBack> taken = only(PaymentTakenBack.class, events);
    return Answers.created(
        new TakenBackAnswer(
            taken.getFirst().paymentId(),
            taken.stream().mapToLong(one -> one.amount().minor()).sum(),
            taken.stream().mapToLong(PaymentTakenBack::feeMinor).sum(),
            taken.getFirst().amount().currency(),
            events.stream()
                .filter(TicketsInvalidated.class::isInstance)
                .flatMap(event -> ((TicketsInvalidated) event).tickets().stream())
                .toList()));
  }

  @PostMapping(PAYMENT + "/restoration")
  @Operation(
      summary = "Record that money that was taken back came again",
      description =
          "A dispute that was won, a cheque that was paid when it was presented once more. It pays"
              + " what the order owes; where that is less by now, it is owed back at the counter."
              + " 409 PAYMENT_NOT_TAKEN_BACK.")
  @ApiResponse(
      responseCode = "201",
      description = "Recorded",
      content = @Content(schema = @Schema(implementation = RestoredAnswer.class)))
  ResponseEntity<byte[]> restore(
      @PathVariable OrderId orderId,
      @PathVariable PaymentId paymentId,
      @RequestBody Sent<RestorationWish> sent,
      Exchange exchange) {
    OrderFacts order = permitted(orderId, exchange);
    boolean isCheque =
        order.orderIds().stream()
            .map(part -> history.of(part).order().payment(paymentId))
            .anyMatch(known -> known != null && known.method().equals(PaymentMethod.CHEQUE));
    long fee = fee("feeMinor", sent.value().feeMinor());
    return exchange
        .in(order.organisationId())
        .with(sent)
        .submit(
            money.restore(paymentId, isCheque, fee, false, order), TakingBackEndpoint::restored);
  }

  private static Answer restored(List<Event> events) {
    List<PaymentRestored> restored = only(PaymentRestored.class, events);
    return Answers.created(
        new RestoredAnswer(
            restored.getFirst().paymentId(),
            restored.stream().mapToLong(one -> one.amount().minor()).sum(),
            restored.stream().mapToLong(PaymentRestored::feeMinor).sum(),
            restored.getFirst().amount().currency(),
            restored.stream().map(PaymentRestored::refundId).filter(Objects::nonNull).toList()));
  }

  private static <T extends Event> List<T> only(Class<T> type, List<Event> events) {
    return events.stream().filter(type::isInstance).map(type::cast).toList();
  }

  private OrderFacts permitted(OrderId orderId, Exchange exchange) {
    OrderFacts order = directory.order(orderId);
    exchange.access().permit(order.organisationId());
    return order;
  }

  private static long fee(String field, @Nullable Long minor) {
    if (minor != null && (minor < 0 || minor > MOST_FEE_MINOR)) {
      throw Problem.invalid(
              field, "Expected a fee from 0 to " + MOST_FEE_MINOR + ", but it is " + minor)
          .exception();
    }
    return minor == null ? 0 : minor;
  }
}

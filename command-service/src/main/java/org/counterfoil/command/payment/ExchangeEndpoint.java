package org.counterfoil.command.payment;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.counterfoil.command.exchange.Answers;
import org.counterfoil.command.exchange.Directory;
import org.counterfoil.command.exchange.Directory.HoldFacts;
import org.counterfoil.command.exchange.Directory.OrderFacts;
import org.counterfoil.command.exchange.Exchange;
import org.counterfoil.command.exchange.OrganisationSettings;
import org.counterfoil.command.exchange.RequestRejection;
import org.counterfoil.command.exchange.SecretMarks;
import org.counterfoil.command.exchange.Sent;
import org.counterfoil.command.lane.Answer;
import org.counterfoil.command.order.OrderHistory;
import org.counterfoil.command.order.OrderParts;
import org.counterfoil.command.order.TicketAnswer;
import org.counterfoil.command.order.WishedTicket;
import org.counterfoil.command.payment.PaymentProvider.Checkout;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.money.PaymentMethod;
import org.counterfoil.domain.order.Order.Payment;
import org.counterfoil.domain.order.OrderCommand.ExchangeTickets;
import org.counterfoil.domain.order.OrderEvent.ExchangeStarted;
import org.counterfoil.domain.order.OrderEvent.PaymentCaptured;
import org.counterfoil.domain.order.OrderEvent.TicketsExchanged;
import org.counterfoil.domain.order.OrderPart;
import org.counterfoil.domain.order.PaymentId;
import org.counterfoil.domain.order.PaymentReference;
import org.counterfoil.domain.order.ProviderName;
import org.counterfoil.domain.order.RefundId;
import org.counterfoil.domain.order.RefundPart;
import org.counterfoil.domain.order.RefundTo;
import org.counterfoil.domain.order.RefundedTicket;
import org.counterfoil.domain.performance.Caller;
import org.counterfoil.domain.seathold.HoldId;
import org.counterfoil.domain.seathold.TicketId;
import org.counterfoil.eventstore.id.TimeOrderedIds;
import org.counterfoil.http.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Exchanges tickets for others of the same performance: the box office's to do. */
@RestController
@Tag(name = "Selling")
final class ExchangeEndpoint {

  private final TimeOrderedIds ids;
  private final Directory directory;
  private final OrderHistory history;
  private final OrderParts parts;
  private final AcceptedMethods methods;
  private final OrganisationSettings settings;
  private final PaymentProviders providers;

  ExchangeEndpoint(
      TimeOrderedIds ids,
      Directory directory,
      OrderHistory history,
      OrderParts parts,
      AcceptedMethods methods,
      OrganisationSettings settings,
      PaymentProviders providers) {
    this.ids = ids;
    this.directory = directory;
    this.history = history;
    this.parts = parts;
    this.methods = methods;
    this.settings = settings;
    this.providers = providers;
  }

  /**
   * What becomes of the difference.
   *
   * @param to how it goes back, where the new tickets cost less
   * @param method how it is taken, where they cost more
   * @param provider who takes it; at the counter, and at once, where missing
   * @param reference to find that payment by
   */
  record DifferenceWish(
      @Schema(example = "ORIGINAL") @Nullable RefundTo to,
      @Schema(example = "CASH") @Nullable PaymentMethod method,
      @Schema(example = "simulated") @Nullable ProviderName provider,
      @Nullable PaymentReference reference) {

    static final DifferenceWish NONE = new DifferenceWish(null, null, null, null);
  }

  /**
   * Tickets to be exchanged.
   *
   * @param holdId a hold of the same performance, which the new tickets cover exactly
   */
  record ExchangeWish(
      List<TicketId> ticketIds,
      HoldId holdId,
      List<WishedTicket> tickets,
      @Nullable DifferenceWish difference) {}

  /** Whether tickets were exchanged, or will be when the difference is paid. */
  enum ExchangeState {
    EXCHANGED,
    PENDING
  }

  /**
   * An exchange; amounts in minor units.
   *
   * @param paymentId of a difference that was paid or is to be
   * @param redirectUrl where the buyer pays it, while it is pending
   * @param exchangeNumber counts the exchanges of the order, from 1; 0 while it is pending
   * @param takenMinor the difference that was paid, or is to be
   * @param givenBackMinor the difference that goes back
   * @param tickets the new ones
   * @param returned the old ones, which are void
   * @param parts how the difference goes back
   */
  record ExchangeAnswer(
      ExchangeState state,
      @Nullable PaymentId paymentId,
      @Nullable String redirectUrl,
      int exchangeNumber,
      long takenMinor,
      long givenBackMinor,
      Currency currency,
      List<TicketAnswer> tickets,
      List<RefundedTicket> returned,
      List<RefundPart> parts) {}

  @PostMapping("/api/v1/orders/{orderId}/exchanges")
  @Operation(
      summary = "Exchange tickets for those of a hold of the same performance",
      description =
          "The old tickets are void and their places on sale again; the new ones have new numbers."
              + " A difference goes back, or is paid: at the counter at once, or at a provider that is"
              + " named; then the answer is PENDING, and nothing is exchanged before the money is"
              + " there. 409 TICKET_VOID,"
              + " DIFFERENCE_TO_PAY, DIFFERENCE_TO_GIVE_BACK, PRICE_TYPE_NOT_OFFERED; 410"
              + " HOLD_EXPIRED. Across performances: not yet.")
  @ApiResponse(
      responseCode = "201",
      description = "Exchanged",
      content = @Content(schema = @Schema(implementation = ExchangeAnswer.class)))
  ResponseEntity<byte[]> exchange(
      @PathVariable OrderId orderId, @RequestBody Sent<ExchangeWish> sent, Exchange exchange) {
    OrderFacts order = directory.order(orderId);
    exchange.access().permit(order.organisationId());
    ExchangeWish wish = sent.value();
    HoldFacts hold = directory.hold(wish.holdId());
    OrderPart part = partOf(order, wish.ticketIds());
    if (!hold.performanceId().equals(part.performanceId())) {
      throw RequestRejection.NOT_YET_OFFERED.because(
          "holdId", "Expected a hold of the order's performance, but it is of another");
    }
    DifferenceWish difference = wish.difference() == null ? DifferenceWish.NONE : wish.difference();
    if (difference.method() != null) {
      methods.require(order.organisationId(), difference.method());
    }
    if (directory.isTraining(order.performanceId())) {
      throw RequestRejection.PERFORMANCE_IS_TRAINING.because(
          "orderId", "Expected an order that is paid with money, but it is for training");
    }
    ExchangeTickets command =
        new ExchangeTickets(
            part.orderId(),
            part.performanceId(),
            wish.ticketIds(),
            wish.holdId(),
            WishedTicket.list(wish.tickets(), () -> new TicketId(ids.next())),
            new Caller(hold.channel(), exchange.access().caller().rolesIn(order.organisationId())),
            difference.method(),
            difference.provider(),
            difference.reference(),
            difference.to(),
            settings.of(order.organisationId()).vouchers().validDays(),
            new PaymentId(ids.next()),
            spareIds(part.orderId()));
    exchange.in(order.organisationId()).with(sent);
    if (difference.provider() != null) {
      PaymentProvider provider = providers.serving(difference.provider(), false);
      exchange.redirectingTo(
          payment -> address(provider, payment, part.orderId(), order.jointId(), difference));
    }
    return exchange.submit(command, ExchangeEndpoint::answer);
  }

  /** An exchange is of tickets of one performance. */
  private OrderPart partOf(OrderFacts order, List<TicketId> tickets) {
    if (!order.isJoint()) {
      return new OrderPart(order.orderId(), order.performanceId(), List.of());
    }
    Set<OrderPart> all = parts.of(order, tickets, List.of()).keySet();
    if (all.size() > 1) {
      throw Problem.invalid(
              "ticketIds", "Expected tickets of one performance, but they are of several")
          .exception();
    }
    return all.iterator().next();
  }

  /** The amount is what the exchange was begun for. */
  private String address(
      PaymentProvider provider,
      PaymentId payment,
      OrderId orderId,
      OrderId known,
      DifferenceWish difference) {
    Payment started = history.of(orderId).order().payment(payment);
    if (started == null) {
      throw new IllegalStateException(
          "Expected payment " + payment + " to be recorded, but it is not");
    }
    return provider
        .checkout(new Checkout(payment, known, started.amount(), difference.reference()))
        .toString();
  }

  /** One for each payment there can be, that of a difference included. */
  private List<RefundId> spareIds(OrderId orderId) {
    int payments = history.of(orderId).order().payments().size();
    return Stream.generate(() -> new RefundId(ids.next())).limit(payments + 1).toList();
  }

  private static Answer answer(List<Event> events) {
    PaymentId paid = null;
    for (Event event : events) {
      if (event instanceof PaymentCaptured captured) {
        paid = captured.paymentId();
      } else if (event instanceof ExchangeStarted started) {
        return Answers.created(pending(started));
      } else if (event instanceof TicketsExchanged exchanged) {
        return Answers.created(exchanged(exchanged, paid, TicketAnswer.issuedBy(events, false)));
      }
    }
    throw new IllegalStateException("Expected an exchange, but got " + events);
  }

  private static ExchangeAnswer pending(ExchangeStarted started) {
    return new ExchangeAnswer(
        ExchangeState.PENDING,
        started.paymentId(),
        SecretMarks.redirectUrl(started.paymentId()),
        0,
        started.differenceMinor(),
        0,
        started.currency(),
        List.of(),
        List.of(),
        List.of());
  }

  private static ExchangeAnswer exchanged(
      TicketsExchanged exchanged, @Nullable PaymentId paid, List<TicketAnswer> tickets) {
    return new ExchangeAnswer(
        ExchangeState.EXCHANGED,
        paid,
        null,
        exchanged.exchangeNumber(),
        exchanged.takenMinor(),
        exchanged.parts().stream().mapToLong(RefundPart::amountMinor).sum(),
        exchanged.currency(),
        tickets,
        exchanged.returned(),
        exchanged.parts());
  }
}

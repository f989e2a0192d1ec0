package org.counterfoil.command.payment;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.counterfoil.command.exchange.Directory;
import org.counterfoil.command.exchange.Directory.HoldFacts;
import org.counterfoil.command.exchange.Directory.OrderFacts;
import org.counterfoil.command.exchange.Exchange;
import org.counterfoil.command.exchange.OrganisationSettings;
import org.counterfoil.command.exchange.RequestRejection;
import org.counterfoil.command.exchange.SellingAgents;
import org.counterfoil.command.exchange.Sent;
import org.counterfoil.command.order.OrderHistory;
import org.counterfoil.command.order.OrderParts;
import org.counterfoil.command.order.WishedTicket;
import org.counterfoil.command.payment.PaymentProvider.Checkout;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.money.PaymentMethod;
import org.counterfoil.domain.order.JointOrderCommand.ExchangeElsewhere;
import org.counterfoil.domain.order.Order.Payment;
import org.counterfoil.domain.order.OrderCommand.ExchangeTickets;
import org.counterfoil.domain.order.OrderPart;
import org.counterfoil.domain.order.PaymentId;
import org.counterfoil.domain.order.PaymentReference;
import org.counterfoil.domain.order.ProviderName;
import org.counterfoil.domain.order.RefundId;
import org.counterfoil.domain.order.RefundTo;
import org.counterfoil.domain.organisation.OrganisationId;
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

/** Exchanges tickets for others, of the same performance or another: the box office's to do. */
@RestController
@Tag(name = "Selling")
final class ExchangeEndpoint {

  private final TimeOrderedIds ids;
  private final Directory directory;
  private final SellingAgents agents;
  private final OrderHistory history;
  private final OrderParts parts;
  private final AcceptedMethods methods;
  private final OrganisationSettings settings;
  private final PaymentProviders providers;

  ExchangeEndpoint(
      TimeOrderedIds ids,
      Directory directory,
      SellingAgents agents,
      OrderHistory history,
      OrderParts parts,
      AcceptedMethods methods,
      OrganisationSettings settings,
      PaymentProviders providers) {
    this.ids = ids;
    this.directory = directory;
    this.agents = agents;
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
   * @param holdId a hold of the same performance or of another, which the new tickets cover exactly
   */
  record ExchangeWish(
      List<TicketId> ticketIds,
      HoldId holdId,
      List<WishedTicket> tickets,
      @Nullable DifferenceWish difference) {}

  @PostMapping("/api/v1/orders/{orderId}/exchanges")
  @Operation(
      summary = "Exchange tickets for those of a hold",
      description =
          "The old tickets are void and their places on sale again; the new ones have new numbers."
              + " A difference goes back, or is paid: at the counter at once, or at a provider that is"
              + " named; then the answer is PENDING, and nothing is exchanged before the money is"
              + " there. 409 TICKET_VOID,"
              + " DIFFERENCE_TO_PAY, DIFFERENCE_TO_GIVE_BACK, PRICE_TYPE_NOT_OFFERED; 410"
              + " HOLD_EXPIRED. Where the hold is of another performance of the organisation, the new"
              + " tickets are an order of their own, whose id and secret are in the answer, and what"
              + " was left of the old ones pays for it; a difference is then paid at the counter. 409"
              + " ORGANISATIONS_DIFFER, CURRENCIES_DIFFER, SOLD_BY_AGENT, ORDER_NOT_PAID,"
              + " PERFORMANCE_CANCELLED, PERFORMANCE_COMPLETED.")
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
    DifferenceWish difference = wish.difference() == null ? DifferenceWish.NONE : wish.difference();
    if (difference.method() != null) {
      methods.require(order.organisationId(), difference.method());
    }
    if (directory.isTraining(order.performanceId()) || directory.isTraining(hold.performanceId())) {
      throw RequestRejection.PERFORMANCE_IS_TRAINING.because(
          "orderId", "Expected an order that is paid with money, but it is for training");
    }
    exchange.in(order.organisationId()).with(sent);
    Caller caller =
        new Caller(
            hold.channel(),
            exchange.access().caller().rolesIn(order.organisationId()),
            agents.of(hold.performanceId(), List.of(hold.channel())));
    if (!hold.performanceId().equals(part.performanceId())) {
      return exchange.submit(
          elsewhere(part, hold, wish, difference, order.organisationId(), caller),
          ExchangeAnswer::of);
    }
    if (difference.provider() != null) {
      PaymentProvider provider = providers.serving(difference.provider(), false);
      exchange.redirectingTo(
          payment -> address(provider, payment, part.orderId(), order.jointId(), difference));
    }
    return exchange.submit(
        here(part, wish, difference, order.organisationId(), caller), ExchangeAnswer::of);
  }

  private ExchangeTickets here(
      OrderPart part,
      ExchangeWish wish,
      DifferenceWish difference,
      OrganisationId organisation,
      Caller caller) {
    return new ExchangeTickets(
        part.orderId(),
        part.performanceId(),
        wish.ticketIds(),
        wish.holdId(),
        WishedTicket.list(WishedTicket.anonymous(wish.tickets()), () -> new TicketId(ids.next())),
        caller,
        difference.method(),
        difference.provider(),
        difference.reference(),
        difference.to(),
        settings.of(organisation).vouchers().validDays(),
        new PaymentId(ids.next()),
        spareIds(part.orderId()));
  }

  private ExchangeElsewhere elsewhere(
      OrderPart part,
      HoldFacts hold,
      ExchangeWish wish,
      DifferenceWish difference,
      OrganisationId organisation,
      Caller caller) {
    if (difference.provider() != null) {
      throw RequestRejection.NOT_YET_OFFERED.because(
          "difference.provider",
          "Expected a difference that is paid at the counter, because the hold is of another"
              + " performance, but a provider is named");
    }
    return new ExchangeElsewhere(
        part,
        new OrderPart(new OrderId(ids.next()), hold.performanceId(), List.of(wish.holdId())),
        wish.ticketIds(),
        WishedTicket.list(WishedTicket.anonymous(wish.tickets()), () -> new TicketId(ids.next())),
        caller,
        difference.method(),
        difference.reference(),
        difference.to(),
        settings.of(organisation).vouchers().validDays(),
        new PaymentId(ids.next()),
        spareIds(part.orderId()));
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
}

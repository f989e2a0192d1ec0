package org.counterfoil.command.payment;

import java.util.List;
import java.util.UUID;
import org.counterfoil.command.code.PassCodes;
import org.counterfoil.command.exchange.Answers;
import org.counterfoil.command.exchange.Directory.OrderFacts;
import org.counterfoil.command.exchange.Exchange;
import org.counterfoil.command.lane.Answer;
import org.counterfoil.command.lane.Lanes;
import org.counterfoil.command.lane.Outcome;
import org.counterfoil.command.lane.Submission;
import org.counterfoil.command.order.OrderHistory;
import org.counterfoil.command.order.TicketAnswer;
import org.counterfoil.command.payment.PaymentEndpoint.PaymentAnswer;
import org.counterfoil.command.payment.PaymentProvider.Checkout;
import org.counterfoil.domain.Command;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.money.Money;
import org.counterfoil.domain.order.Order.Payment;
import org.counterfoil.domain.order.Order.PaymentStatus;
import org.counterfoil.domain.order.OrderCommand.ConfirmPayment;
import org.counterfoil.domain.order.OrderCommand.FailPayment;
import org.counterfoil.domain.order.OrderCommand.StartPassPayment;
import org.counterfoil.domain.order.OrderEvent.RefundDue;
import org.counterfoil.domain.order.OrderRejection;
import org.counterfoil.domain.order.PaymentId;
import org.counterfoil.domain.order.RefundId;
import org.counterfoil.domain.pass.PassCommand.UsePass;
import org.counterfoil.domain.pass.PassEvent.PassIssued;
import org.counterfoil.domain.pass.PassId;
import org.counterfoil.domain.seathold.HoldId;
import org.counterfoil.eventstore.id.TimeOrderedIds;
import org.counterfoil.http.problem.Problem;
import org.springframework.http.ResponseEntity;

/**
 * Pays with passes: the order begins the payment, the pass makes it, the order hears of it. Each is
 * a commit in a lane of its own, and each may be the last before a crash. What was begun is then
 * completed by who watches payments ({@link PassProvider}); what the same request begins again has
 * the same id, and is made once.
 */
final class PassPayments {

  private final TimeOrderedIds ids;
  private final PassCodes codes;
  private final PassHistory passes;
  private final OrderHistory orders;
  private final PassProvider provider;
  private final Lanes lanes;

  PassPayments(
      TimeOrderedIds ids,
      PassCodes codes,
      PassHistory passes,
      OrderHistory orders,
      PassProvider provider,
      Lanes lanes) {
    this.ids = ids;
    this.codes = codes;
    this.passes = passes;
    this.orders = orders;
    this.provider = provider;
    this.lanes = lanes;
  }

  /** Whose code it is; a pass of another organisation is as unknown as none. */
  PassIssued read(String code, OrderFacts order) {
    PassId pass = codes.read(code);
    if (pass != null) {
      PassIssued issued = passes.of(pass).pass().issued();
      if (issued.organisationId().equals(order.organisationId())) {
        return issued;
      }
    }
    throw PassHistory.unknown();
  }

  ResponseEntity<byte[]> pay(
      OrderId orderId, OrderFacts order, PassIssued issued, Money amount, Exchange exchange) {
    PassId pass = issued.passId();
    UUID keyed = exchange.idOfKey();
    PaymentId payment = new PaymentId(keyed == null ? ids.next() : keyed);
    begin(
        new StartPassPayment(orderId, order.performanceId(), payment, pass, issued.terms(), amount),
        exchange);
    spend(new UsePass(pass, orderId, order.performanceId(), payment, amount), order, exchange);
    return exchange.submit(
        new ConfirmPayment(
            orderId,
            order.performanceId(),
            payment,
            amount,
            new HoldId(ids.next()),
            new RefundId(ids.next())),
        events -> answer(payment, events));
  }

  /** A payment that the same request began before goes on, unless it has failed. */
  private void begin(StartPassPayment start, Exchange exchange) {
    Outcome outcome = submit(start, exchange);
    if (outcome instanceof Outcome.Refused refused) {
      Payment begun = orders.of(start.orderId()).order().payment(start.paymentId());
      boolean goesOn =
          refused.code() == OrderRejection.PAYMENT_EXISTS
              && begun != null
              && begun.status() != PaymentStatus.FAILED;
      if (!goesOn) {
        throw Problem.refused(refused.code(), refused.detail()).exception();
      }
    }
  }

  /** Where the pass refuses, the payment has failed for good, and only then the order is told. */
  private void spend(UsePass spend, OrderFacts order, Exchange exchange) {
    if (submit(spend, exchange) instanceof Outcome.Refused refused) {
      PaymentNotification said =
          provider.ask(
              new Checkout(spend.paymentId(), spend.orderId(), spend.amount(), null), true);
      if (said instanceof PaymentNotification.Failed) {
        submit(
            new FailPayment(spend.orderId(), order.performanceId(), spend.paymentId()), exchange);
        throw Problem.refused(refused.code(), refused.detail()).exception();
      }
    }
  }

  private Outcome submit(Command command, Exchange exchange) {
    return lanes.submit(
        new Submission(
            command,
            exchange.access().actor(),
            exchange.cause(),
            events -> new Answer(204, ""),
            null));
  }

  /** Where the order ended meanwhile, the money goes back to the pass by itself. */
  private static Answer answer(PaymentId payment, List<Event> events) {
    boolean isGivenBack = events.stream().anyMatch(RefundDue.class::isInstance);
    List<TicketAnswer> tickets = TicketAnswer.issuedBy(events, false);
    return Answers.created(
        new PaymentAnswer(
            payment,
            isGivenBack ? PaymentStatus.FAILED : PaymentStatus.CAPTURED,
            null,
            tickets.isEmpty() ? null : tickets));
  }
}

package org.counterfoil.command.payment;

import java.util.List;
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
import org.counterfoil.command.payment.PaymentNotification.Captured;
import org.counterfoil.command.payment.PaymentProvider.Checkout;
import org.counterfoil.domain.Command;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.order.Order.PaymentStatus;
import org.counterfoil.domain.order.OrderEvent.RefundDue;
import org.counterfoil.domain.order.OrderRejection;
import org.counterfoil.domain.order.PaymentId;
import org.counterfoil.http.problem.Problem;
import org.springframework.http.ResponseEntity;

/**
 * Pays with what was sold before, such as a voucher: the order begins the payment, the voucher
 * makes it, the order hears of it. Each is a commit in a lane of its own, and each may be the last
 * before a crash. What was begun is then completed by who watches payments ({@link HouseProvider});
 * what the same request begins again has the same id, and is made once.
 */
final class HousePayments {

  private final OrderHistory orders;
  private final ProviderNews news;
  private final Lanes lanes;

  HousePayments(OrderHistory orders, ProviderNews news, Lanes lanes) {
    this.orders = orders;
    this.news = news;
    this.lanes = lanes;
  }

  /**
   * Begins the payment, makes it, and answers when the order has heard of it.
   *
   * @param start begins the payment in the order
   * @param spend makes it
   * @param provider is asked whether it was made where that was refused
   */
  ResponseEntity<byte[]> pay(
      Command start,
      Command spend,
      Checkout payment,
      HouseProvider<?> provider,
      OrderFacts order,
      Exchange exchange) {
    begin(payment.paymentId(), start, order, exchange);
    spend(spend, payment, provider, order, exchange);
    return exchange.submit(
        news.command(new Captured(payment.orderId(), payment.paymentId(), payment.amount()), order),
        events -> answer(payment.paymentId(), events));
  }

  /** A payment that the same request began before goes on, unless it has failed. */
  private void begin(PaymentId payment, Command start, OrderFacts order, Exchange exchange) {
    if (submit(start, exchange) instanceof Outcome.Refused refused) {
      boolean goesOn =
          refused.code() == OrderRejection.PAYMENT_EXISTS && isUnderWay(payment, order);
      if (!goesOn) {
        throw Problem.refused(refused.code(), refused.detail()).exception();
      }
    }
  }

  private boolean isUnderWay(PaymentId payment, OrderFacts order) {
    return order.orderIds().stream()
        .map(id -> orders.of(id).order().payment(payment))
        .anyMatch(begun -> begun != null && begun.status() != PaymentStatus.FAILED);
  }

  /** Where it is refused, the payment has failed for good, and only then the order is told. */
  private void spend(
      Command spend,
      Checkout payment,
      HouseProvider<?> provider,
      OrderFacts order,
      Exchange exchange) {
    if (submit(spend, exchange) instanceof Outcome.Refused refused) {
      PaymentNotification said = provider.ask(payment, true);
      if (said instanceof PaymentNotification.Failed) {
        submit(news.command(said, order), exchange);
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

  /** Where the order ended meanwhile, the money goes back to what paid by itself. */
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

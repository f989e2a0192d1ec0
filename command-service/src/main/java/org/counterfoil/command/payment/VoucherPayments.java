package org.counterfoil.command.payment;

import java.util.List;
import java.util.UUID;
import org.counterfoil.command.code.VoucherCodes;
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
import org.counterfoil.domain.money.Money;
import org.counterfoil.domain.money.PaymentMethod;
import org.counterfoil.domain.order.JointOrderCommand.StartJointPayment;
import org.counterfoil.domain.order.Order.PaymentStatus;
import org.counterfoil.domain.order.OrderCommand.StartPayment;
import org.counterfoil.domain.order.OrderEvent.RefundDue;
import org.counterfoil.domain.order.OrderRejection;
import org.counterfoil.domain.order.PaymentId;
import org.counterfoil.domain.order.ProviderName;
import org.counterfoil.domain.voucher.VoucherCommand.SpendVoucher;
import org.counterfoil.domain.voucher.VoucherEvent.VoucherIssued;
import org.counterfoil.domain.voucher.VoucherId;
import org.counterfoil.eventstore.id.TimeOrderedIds;
import org.counterfoil.http.problem.Problem;
import org.springframework.http.ResponseEntity;

/**
 * Pays with vouchers: the order begins the payment, the voucher makes it, the order hears of it.
 * Each is a commit in a lane of its own, and each may be the last before a crash. What was begun is
 * then completed by who watches payments ({@link VoucherProvider}); what the same request begins
 * again has the same id, and is made once.
 */
final class VoucherPayments {

  private final TimeOrderedIds ids;
  private final VoucherCodes codes;
  private final VoucherHistory vouchers;
  private final OrderHistory orders;
  private final VoucherProvider provider;
  private final ProviderNews news;
  private final Lanes lanes;

  VoucherPayments(
      TimeOrderedIds ids,
      VoucherCodes codes,
      VoucherHistory vouchers,
      OrderHistory orders,
      VoucherProvider provider,
      ProviderNews news,
      Lanes lanes) {
    this.ids = ids;
    this.codes = codes;
    this.vouchers = vouchers;
    this.orders = orders;
    this.provider = provider;
    this.news = news;
    this.lanes = lanes;
  }

  /** Whose code it is; a voucher of another organisation is as unknown as none. */
  VoucherIssued read(String code, OrderFacts order) {
    VoucherId voucher = codes.read(code);
    if (voucher != null) {
      VoucherIssued issued = vouchers.of(voucher).voucher().issued();
      if (issued.organisationId().equals(order.organisationId())) {
        return issued;
      }
    }
    throw VoucherHistory.unknown();
  }

  ResponseEntity<byte[]> pay(
      OrderFacts order, VoucherIssued issued, Money amount, Exchange exchange) {
    VoucherId voucher = issued.voucherId();
    UUID keyed = exchange.idOfKey();
    PaymentId payment = new PaymentId(keyed == null ? ids.next() : keyed);
    begin(payment, start(order, payment, issued, amount), order, exchange);
    spend(new SpendVoucher(voucher, order.jointId(), payment, amount), order, exchange);
    return exchange.submit(
        news.command(new Captured(order.jointId(), payment, amount), order),
        events -> answer(payment, events));
  }

  private static Command start(
      OrderFacts order, PaymentId payment, VoucherIssued issued, Money amount) {
    return order.isJoint()
        ? new StartJointPayment(
            order.parts(),
            payment,
            PaymentMethod.VOUCHER,
            ProviderName.VOUCHERS,
            issued.voucherId(),
            issued.taxRate(),
            amount)
        : new StartPayment(
            order.orderId(),
            order.performanceId(),
            payment,
            PaymentMethod.VOUCHER,
            ProviderName.VOUCHERS,
            issued.voucherId(),
            issued.taxRate(),
            amount);
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

  /**
   * Where the voucher refuses, the payment has failed for good, and only then the order is told.
   */
  private void spend(SpendVoucher spend, OrderFacts order, Exchange exchange) {
    if (submit(spend, exchange) instanceof Outcome.Refused refused) {
      PaymentNotification said =
          provider.ask(
              new Checkout(spend.paymentId(), spend.orderId(), spend.amount(), null), true);
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

  /** Where the order ended meanwhile, the money goes back to the voucher by itself. */
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

package org.counterfoil.domain.order;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.money.Money;
import org.counterfoil.domain.money.PaymentMethod;
import org.counterfoil.domain.order.JointOrderCommand.ConfirmJointPayment;
import org.counterfoil.domain.order.JointOrderCommand.FailJointPayment;
import org.counterfoil.domain.order.JointOrderCommand.StartJointPayment;
import org.counterfoil.domain.order.JointOrderCommand.TakeJointPayment;
import org.counterfoil.domain.order.Order.Payment;
import org.counterfoil.domain.order.OrderCommand.ConfirmPayment;
import org.counterfoil.domain.order.OrderCommand.FailPayment;
import org.counterfoil.domain.order.OrderEvent.OrderPlaced;
import org.counterfoil.domain.order.OrderEvent.PaymentCaptured;
import org.counterfoil.domain.order.OrderEvent.PaymentFailed;
import org.counterfoil.domain.order.OrderEvent.PaymentStarted;
import org.counterfoil.domain.order.OrderEvent.RefundDue;
import org.counterfoil.domain.voucher.VoucherId;
import org.jspecify.annotations.Nullable;

/**
 * Decides about payments of joint orders: what money leads to, whenever it comes (I8). One payment
 * has one id in all parts, and in each the share that pays for it. While it is pending, the first
 * part that something is to be paid of knows all of it. A voucher that pays is named by every part
 * that it paid for, so that what goes back of one finds it.
 */
final class JointPayments {

  private JointPayments() {}

  /** Who pays how. */
  private record Paying(
      PaymentId id,
      PaymentMethod method,
      @Nullable ProviderName provider,
      @Nullable VoucherId voucherId,
      @Nullable PaymentReference reference) {

    /** What a provider confirms, or a voucher. */
    static Paying of(Payment pending) {
      return new Paying(
          pending.id(), pending.method(), pending.provider(), pending.voucherId(), null);
    }

    PaymentCaptured captured(OrderPlaced order, Money amount) {
      return new PaymentCaptured(
          order.orderId(),
          order.organisationId(),
          order.performanceId(),
          id,
          method,
          provider,
          voucherId,
          reference,
          amount);
    }
  }

  static Decision<Event> take(TakeJointPayment take, JointSale sale, Instant now) {
    Decision<Event> refusal = refuse(take.paymentId(), take.amount(), sale, now);
    List<Long> shares = refusal == null ? sale.shares(take.amount().minor()) : null;
    if (shares == null) {
      return refusal == null ? indivisible(take.amount(), sale) : refusal;
    }
    Paying paying = new Paying(take.paymentId(), take.method(), null, null, take.reference());
    return Decision.accept(captured(paying, shares, sale, now));
  }

  static Decision<Event> start(StartJointPayment start, JointSale sale, Instant now) {
    Decision<Event> refusal = Payments.refuseAgent(sale.parts().getFirst().order());
    refusal = refusal == null ? refuse(start.paymentId(), start.amount(), sale, now) : refusal;
    if (refusal == null && sale.shares(start.amount().minor()) == null) {
      refusal = indivisible(start.amount(), sale);
    }
    for (Sale part : sale.parts()) {
      OrderPlaced order = part.order().placed();
      refusal =
          refusal == null
              ? Payments.refuseVoucher(start.voucherId(), start.voucherRate(), order)
              : refusal;
    }
    if (refusal != null) {
      return refusal;
    }
    OrderPlaced payer =
        sale.parts().stream()
            .map(Sale::order)
            .filter(order -> order.outstanding().minor() > 0)
            .findFirst()
            .orElseThrow()
            .placed();
    return Decision.accept(
        new PaymentStarted(
            payer.orderId(),
            payer.organisationId(),
            payer.performanceId(),
            start.paymentId(),
            start.method(),
            start.provider(),
            start.voucherId(),
            start.amount()));
  }

  /** Money that is there is recorded, whatever became of the order in the meantime. */
  static Decision<Event> confirm(ConfirmJointPayment confirm, JointSale sale, Instant now) {
    Sale payer = sale.partOf(confirm.paymentId());
    if (payer == null) {
      return Payments.unknown(confirm.paymentId());
    }
    if (sale.isCaptured(confirm.paymentId())) {
      return Decision.accept();
    }
    if (payer.order().exchangesStarted.containsKey(confirm.paymentId())) {
      return Payments.confirm(alone(confirm, payer), payer, now); // of tickets of one part
    }
    Decision<Event> refusal = Payments.refuseNothing(confirm.amount());
    return refusal == null ? Decision.accept(settle(confirm, payer, sale, now)) : refusal;
  }

  static Decision<Event> fail(FailJointPayment fail, JointSale sale) {
    Sale payer = sale.partOf(fail.paymentId());
    if (payer == null) {
      return Payments.unknown(fail.paymentId());
    }
    OrderPlaced order = payer.order().placed();
    return Payments.fail(
        new FailPayment(order.orderId(), order.performanceId(), fail.paymentId()), payer);
  }

  private static List<Event> settle(
      ConfirmJointPayment confirm, Sale payer, JointSale sale, Instant now) {
    if (!confirm.amount().currency().equals(payer.order().placed().currency())) {
      return owedBack(confirm, payer, RefundReason.PAID_IN_ANOTHER_CURRENCY);
    }
    Payment pending = Payments.known(payer.order(), confirm.paymentId());
    Paying paying = Paying.of(pending);
    long all = sale.outstandingMinor();
    long amount = confirm.amount().minor();
    if (sale.isCompleted()) {
      return sale.isOwing() && amount == all
          ? captured(paying, sale.outstanding(), sale, now)
          : owedBack(confirm, payer, RefundReason.PAID_TWICE);
    }
    if (!sale.isPayableAt(now)) {
      List<Event> late = amount == all ? late(confirm, paying, sale, now) : List.of();
      return late.isEmpty() ? owedBack(confirm, payer, RefundReason.PAID_TOO_LATE) : late;
    }
    List<Long> shares = amount > all ? null : sale.shares(amount);
    if (shares == null) {
      return owedBack(confirm, payer, RefundReason.PAID_TWICE);
    }
    return captured(paying, shares, sale, now);
  }

  /** All places, those that ended again, or none. */
  private static List<Event> late(
      ConfirmJointPayment confirm, Paying paying, JointSale sale, Instant now) {
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < sale.parts().size(); i++) {
      Sale part = sale.parts().get(i);
      OrderPlaced order = part.order().placed();
      capture(paying, sale.outstanding().get(i), part, events);
      if (part.isPayableAt(now)) {
        Payments.complete(part, now, events);
      } else {
        List<Event> again = Reseating.of(order, confirm.spareHoldIds().get(i), part.seats(), now);
        if (again.isEmpty()) {
          return List.of();
        }
        events.addAll(again);
      }
    }
    return events;
  }

  /** The shares are received; where they are all that was missing, every part is sold. */
  private static List<Event> captured(
      Paying paying, List<Long> shares, JointSale sale, Instant now) {
    boolean isLast = sale.isPayableAt(now) && shares.equals(sale.outstanding());
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < shares.size(); i++) {
      Sale part = sale.parts().get(i);
      capture(paying, shares.get(i), part, events);
      if (isLast) {
        Payments.complete(part, now, events);
      }
    }
    return events;
  }

  private static void capture(Paying paying, long minor, Sale part, List<Event> events) {
    OrderPlaced order = part.order().placed();
    if (minor > 0) {
      PaymentCaptured captured = paying.captured(order, new Money(minor, order.currency()));
      events.addAll(AgentMoney.beside(part.order(), captured));
    } else if (part.order().payment(paying.id()) != null) {
      // It knew of the payment, and nothing of it is to be paid any more.
      events.add(
          new PaymentFailed(
              order.orderId(), order.organisationId(), order.performanceId(), paying.id()));
    }
  }

  /** One payment, one refund: all of it is the payer's. */
  private static List<Event> owedBack(
      ConfirmJointPayment confirm, Sale payer, RefundReason reason) {
    OrderPlaced order = payer.order().placed();
    Payment pending = Payments.known(payer.order(), confirm.paymentId());
    Paying paying = Paying.of(pending);
    List<Event> events = new ArrayList<>();
    events.addAll(AgentMoney.beside(payer.order(), paying.captured(order, confirm.amount())));
    events.add(
        new RefundDue(
            order.orderId(),
            order.organisationId(),
            order.performanceId(),
            confirm.spareRefundId(),
            pending.id(),
            pending.method(),
            pending.provider(),
            confirm.amount(),
            reason));
    return events;
  }

  private static ConfirmPayment alone(ConfirmJointPayment confirm, Sale payer) {
    OrderPlaced order = payer.order().placed();
    return new ConfirmPayment(
        order.orderId(),
        order.performanceId(),
        confirm.paymentId(),
        confirm.amount(),
        confirm.spareHoldIds().getFirst(),
        confirm.spareRefundId());
  }

  private static @Nullable Decision<Event> refuse(
      PaymentId payment, Money amount, JointSale sale, Instant now) {
    if (sale.partOf(payment) != null) {
      return Payments.exists(payment);
    }
    Order first = sale.parts().getFirst().order();
    Decision<Event> refusal = Payments.refuse(amount, first.placed());
    if (refusal != null) {
      return refusal;
    }
    if (!sale.isCompleted() && !sale.isPayableAt(now)) {
      return Payments.lapsed(first);
    }
    boolean isPaid = sale.isCompleted() && !sale.isOwing();
    long all = sale.outstandingMinor();
    if (isPaid || amount.minor() > all) {
      return Payments.overpaid(all, amount);
    }
    return sale.isOwing() && amount.minor() != all ? Payments.partial(all, amount) : null;
  }

  private static Decision<Event> indivisible(Money amount, JointSale sale) {
    return Decision.reject(
        OrderRejection.PARTIAL_PAYMENT,
        "Expected all of "
            + sale.outstandingMinor()
            + ", or something to be left to pay for each performance, but the amount is "
            + amount.minor());
  }
}

package org.counterfoil.domain.order;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.money.Money;
import org.counterfoil.domain.money.TaxRate;
import org.counterfoil.domain.order.Order.Payment;
import org.counterfoil.domain.order.Order.PaymentStatus;
import org.counterfoil.domain.order.OrderCommand.ConfirmPayment;
import org.counterfoil.domain.order.OrderCommand.FailPayment;
import org.counterfoil.domain.order.OrderCommand.StartPayment;
import org.counterfoil.domain.order.OrderCommand.TakePayment;
import org.counterfoil.domain.order.OrderEvent.ExchangeStarted;
import org.counterfoil.domain.order.OrderEvent.OrderCompleted;
import org.counterfoil.domain.order.OrderEvent.OrderPlaced;
import org.counterfoil.domain.order.OrderEvent.PaymentCaptured;
import org.counterfoil.domain.order.OrderEvent.PaymentFailed;
import org.counterfoil.domain.order.OrderEvent.PaymentStarted;
import org.counterfoil.domain.order.OrderEvent.RefundDue;
import org.counterfoil.domain.voucher.VoucherId;
import org.jspecify.annotations.Nullable;

/** Decides about payments: what money leads to, whenever it comes (I8). */
final class Payments {

  private Payments() {}

  static Decision<Event> take(TakePayment take, Sale sale, Instant now) {
    Decision<Event> refusal = refuse(take.paymentId(), take.amount(), sale, now);
    if (refusal != null) {
      return refusal;
    }
    OrderPlaced order = sale.order().placed();
    List<Event> events = new ArrayList<>();
    events.add(
        new PaymentCaptured(
            order.orderId(),
            order.organisationId(),
            order.performanceId(),
            take.paymentId(),
            take.method(),
            null,
            take.reference(),
            take.amount()));
    boolean isLast = take.amount().equals(sale.order().outstanding());
    if (isLast && sale.order().status() == Order.Status.PLACED) {
      complete(sale, now, events);
    }
    return Decision.accept(events);
  }

  static Decision<Event> start(StartPayment start, Sale sale, Instant now) {
    Decision<Event> refusal = refuseAgent(sale.order());
    refusal = refusal == null ? refuse(start.paymentId(), start.amount(), sale, now) : refusal;
    if (refusal != null) {
      return refusal;
    }
    OrderPlaced order = sale.order().placed();
    refusal = refuseVoucher(start.voucherId(), start.voucherRate(), order);
    if (refusal != null) {
      return refusal;
    }
    return Decision.accept(
        new PaymentStarted(
            order.orderId(),
            order.organisationId(),
            order.performanceId(),
            start.paymentId(),
            start.method(),
            start.provider(),
            start.voucherId(),
            start.amount()));
  }

  /** Money that is there is recorded, whatever became of the order in the meantime. */
  static Decision<Event> confirm(ConfirmPayment confirm, Sale sale, Instant now) {
    Payment payment = sale.order().payment(confirm.paymentId());
    if (payment == null) {
      return unknown(confirm.paymentId());
    }
    if (payment.status() == PaymentStatus.CAPTURED) {
      return Decision.accept();
    }
    Decision<Event> refusal = refuseNothing(confirm.amount());
    if (refusal != null) {
      return refusal;
    }
    OrderPlaced order = sale.order().placed();
    List<Event> events = new ArrayList<>();
    events.add(
        new PaymentCaptured(
            order.orderId(),
            order.organisationId(),
            order.performanceId(),
            payment.id(),
            payment.method(),
            payment.provider(),
            payment.voucherId(),
            null,
            confirm.amount()));
    if (!confirm.amount().currency().equals(order.currency())) {
      events.add(refundDue(confirm, payment, order, RefundReason.PAID_IN_ANOTHER_CURRENCY));
      return Decision.accept(events);
    }
    switch (sale.order().status()) {
      case COMPLETED -> settleCompleted(confirm, payment, sale, now, events);
      case LAPSED -> settleLate(confirm, payment, sale, now, events);
      case PLACED -> settle(confirm, payment, sale, now, events);
    }
    return Decision.accept(events);
  }

  static Decision<Event> fail(FailPayment fail, Sale sale) {
    Payment payment = sale.order().payment(fail.paymentId());
    if (payment == null) {
      return unknown(fail.paymentId());
    }
    if (payment.status() != PaymentStatus.PENDING) {
      return Decision.accept();
    }
    OrderPlaced order = sale.order().placed();
    return Decision.accept(
        new PaymentFailed(
            order.orderId(), order.organisationId(), order.performanceId(), payment.id()));
  }

  private static void settle(
      ConfirmPayment confirm, Payment payment, Sale sale, Instant now, List<Event> events) {
    OrderPlaced order = sale.order().placed();
    if (!sale.isPayableAt(now)) {
      settleLate(confirm, payment, sale, now, events);
    } else if (confirm.amount().isMoreThan(sale.order().owedBy(payment))) {
      events.add(refundDue(confirm, payment, order, RefundReason.PAID_TWICE));
    } else if (confirm.amount().equals(sale.order().outstanding())) {
      complete(sale, now, events);
    } else if (order.isWithoutTickets()) {
      events.add(refundDue(confirm, payment, order, RefundReason.PAID_IN_PART));
    }
  }

  /**
   * Tickets are there: it pays what tickets wait to be exchanged for, if they still can be, or what
   * is owed for those on account; else it buys nothing.
   */
  private static void settleCompleted(
      ConfirmPayment confirm, Payment payment, Sale sale, Instant now, List<Event> events) {
    OrderPlaced order = sale.order().placed();
    ExchangeStarted started = sale.order().exchangesStarted.get(payment.id());
    if (started == null) {
      boolean isForAccount =
          sale.order().isOwing() && confirm.amount().equals(sale.order().outstanding());
      if (!isForAccount) {
        events.add(refundDue(confirm, payment, order, RefundReason.PAID_TWICE));
      }
      return;
    }
    List<Event> exchanged = TicketExchange.paid(started, confirm.amount(), sale, now);
    if (exchanged.isEmpty()) {
      events.add(refundDue(confirm, payment, order, RefundReason.PAID_TOO_LATE));
    } else {
      events.addAll(exchanged);
    }
  }

  /**
   * The places again if all are free and the money is what is missing, else the money back. What
   * was paid before counts unless it is owed back already. What needs no place is never gone.
   */
  private static void settleLate(
      ConfirmPayment confirm, Payment payment, Sale sale, Instant now, List<Event> events) {
    OrderPlaced order = sale.order().placed();
    if (order.isWithoutTickets() && confirm.amount().equals(sale.order().outstanding())) {
      complete(sale, now, events);
      return;
    }
    List<Event> reseated =
        !order.isWithoutTickets()
                && confirm.amount().equals(sale.order().outstanding())
                && confirm.amount().equals(sale.order().owedBy(payment))
            ? Reseating.of(order, confirm.spareHoldId(), sale.seats(), now)
            : List.of();
    if (reseated.isEmpty()) {
      events.add(refundDue(confirm, payment, order, RefundReason.PAID_TOO_LATE));
    } else {
      events.addAll(reseated);
    }
  }

  static void complete(Sale sale, Instant now, List<Event> events) {
    OrderPlaced order = sale.order().placed();
    Issuing issuing = Issuing.of(order, order.holds(), sale.seats().inventory().lastTicketNumber());
    events.addAll(issuing.sold());
    events.add(
        new OrderCompleted(
            order.orderId(), order.organisationId(), order.performanceId(), issuing.numbers()));
    events.addAll(IssuedVouchers.sold(order, now));
    events.addAll(IssuedPasses.sold(order, now));
  }

  private static RefundDue refundDue(
      ConfirmPayment confirm, Payment payment, OrderPlaced order, RefundReason reason) {
    return new RefundDue(
        order.orderId(),
        order.organisationId(),
        order.performanceId(),
        confirm.spareRefundId(),
        payment.id(),
        payment.method(),
        payment.provider(),
        confirm.amount(),
        reason);
  }

  private static @Nullable Decision<Event> refuse(
      PaymentId payment, Money amount, Sale sale, Instant now) {
    Order order = sale.order();
    if (order.payment(payment) != null) {
      return exists(payment);
    }
    Decision<Event> refusal = refuse(amount, order.placed());
    if (refusal != null) {
      return refusal;
    }
    boolean isPaid = order.status() == Order.Status.COMPLETED && !order.isOwing();
    if (order.status() != Order.Status.COMPLETED && !sale.isPayableAt(now)) {
      return lapsed(order);
    }
    if (isPaid || amount.isMoreThan(order.outstanding())) {
      return overpaid(order.outstanding().minor(), amount);
    }
    refusal = PassPayments.refuseMoney(amount, order);
    if (refusal != null) {
      return refusal;
    }
    boolean isPaidInOne = order.isOwing() || order.placed().isWithoutTickets();
    return isPaidInOne && !amount.equals(order.outstanding())
        ? partial(order.outstanding().minor(), amount)
        : null;
  }

  static Decision<Event> exists(PaymentId payment) {
    return Decision.reject(
        OrderRejection.PAYMENT_EXISTS, "Expected a new payment, but " + payment + " exists");
  }

  static Decision<Event> overpaid(long outstandingMinor, Money amount) {
    return Decision.reject(
        OrderRejection.OVERPAYMENT,
        "Expected at most " + outstandingMinor + ", but the amount is " + amount.minor());
  }

  static Decision<Event> partial(long outstandingMinor, Money amount) {
    return Decision.reject(
        OrderRejection.PARTIAL_PAYMENT,
        "Expected what is on account, or without tickets, to be paid in one, "
            + outstandingMinor
            + ", but the amount is "
            + amount.minor());
  }

  static Decision<Event> lapsed(Order order) {
    return Decision.reject(
        OrderRejection.ORDER_LAPSED,
        "Expected to be paid before " + order.placed().payBefore() + ", but the order has lapsed");
  }

  /** What an agent sold is paid for at the agent's till, and given back from there. */
  static @Nullable Decision<Event> refuseAgent(Order order) {
    return order.agent() == null
        ? null
        : Decision.reject(
            OrderRejection.SOLD_BY_AGENT,
            "Expected an order that the organiser sold, but organisation "
                + order.agent()
                + " sold it");
  }

  static @Nullable Decision<Event> refuseNothing(Money amount) {
    return amount.minor() > 0
        ? null
        : Decision.reject(
            OrderRejection.AMOUNT_NOT_POSITIVE,
            "Expected an amount of more than 0, but it is " + amount.minor());
  }

  static @Nullable Decision<Event> refuse(Money amount, OrderPlaced order) {
    Decision<Event> refusal = refuseNothing(amount);
    if (refusal != null) {
      return refusal;
    }
    if (!amount.currency().equals(order.currency())) {
      return Decision.reject(
          OrderRejection.WRONG_CURRENCY,
          "Expected an amount in " + order.currency() + ", but it is in " + amount.currency());
    }
    return null;
  }

  /**
   * What a voucher does not pay for.
   *
   * @param voucher that is to pay; null where money is
   * @param only the one rate that it can be spent for; null for all rates
   */
  static @Nullable Decision<Event> refuseVoucher(
      @Nullable VoucherId voucher, @Nullable TaxRate only, OrderPlaced order) {
    boolean isVoucherForVoucher =
        voucher != null
            && order.lines().stream().anyMatch(line -> line.product() == LineProduct.VOUCHER);
    return isVoucherForVoucher
        ? Decision.reject(
            OrderRejection.VOUCHER_BUYS_NO_VOUCHER,
            "Expected an order without vouchers, because one is to pay for it, but it sells one")
        : refuseRate(only, order);
  }

  /** The tax on a single-purpose voucher is settled: it buys nothing that is taxed otherwise. */
  private static @Nullable Decision<Event> refuseRate(@Nullable TaxRate only, OrderPlaced order) {
    boolean isOnlyThat =
        only == null
            || (order.tickets().stream()
                    .allMatch(t -> t.faceValueMinor() == 0 || t.taxRate().equals(only))
                && order.lines().stream()
                    .allMatch(l -> l.grossMinor() == 0 || l.taxRate().equals(only)));
    return isOnlyThat
        ? null
        : Decision.reject(
            OrderRejection.VOUCHER_OF_ANOTHER_RATE,
            "Expected everything in the order to be taxed at "
                + only
                + " percent, because its voucher is single-purpose, but something is not");
  }

  /** A payment that the order is known to have. */
  static Payment known(Order order, PaymentId id) {
    return Objects.requireNonNull(
        order.payment(id), "Expected a payment of this order, but it is none");
  }

  static Decision<Event> unknown(PaymentId payment) {
    return Decision.reject(
        OrderRejection.UNKNOWN_PAYMENT,
        "Expected a payment of this order, but there is none with id " + payment);
  }
}

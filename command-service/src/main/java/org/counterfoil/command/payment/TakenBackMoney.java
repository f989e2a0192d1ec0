package org.counterfoil.command.payment;

import java.util.List;
import org.counterfoil.command.exchange.Directory.OrderFacts;
import org.counterfoil.command.order.OrderParts;
import org.counterfoil.domain.Command;
import org.counterfoil.domain.order.JointOrderCommand.RestoreJointPayment;
import org.counterfoil.domain.order.JointOrderCommand.TakeBackJointPayment;
import org.counterfoil.domain.order.OrderCommand.RestorePayment;
import org.counterfoil.domain.order.OrderCommand.TakeBackPayment;
import org.counterfoil.domain.order.OrderPart;
import org.counterfoil.domain.order.PaymentId;
import org.counterfoil.domain.order.RefundId;
import org.counterfoil.domain.order.TakenBackReason;
import org.counterfoil.eventstore.id.TimeOrderedIds;
import org.jspecify.annotations.Nullable;

/**
 * What is to be decided where money is taken back or comes again: about the order that it was paid
 * for, or about all that have a share of it, which are parts of a joint order or were exchanged
 * for.
 */
public final class TakenBackMoney {

  private final OrderParts parts;
  private final TimeOrderedIds ids;

  TakenBackMoney(OrderParts parts, TimeOrderedIds ids) {
    this.parts = parts;
    this.ids = ids;
  }

  /**
   * How it is taken back.
   *
   * @param amountMinor how much of it; all of it where missing
   * @param isTold whether its provider tells
   */
  record Taking(
      PaymentId paymentId,
      TakenBackReason reason,
      @Nullable Long amountMinor,
      boolean isFromBank,
      long feeMinor,
      boolean voidsTickets,
      boolean isTold) {}

  Command takeBack(Taking taking, OrderFacts order) {
    List<OrderPart> having = having(taking.paymentId(), order);
    OrderPart first = having.getFirst();
    return having.size() > 1
        ? new TakeBackJointPayment(
            having,
            taking.paymentId(),
            taking.reason(),
            taking.amountMinor(),
            taking.isFromBank(),
            taking.feeMinor(),
            taking.voidsTickets(),
            taking.isTold())
        : new TakeBackPayment(
            first.orderId(),
            first.performanceId(),
            taking.paymentId(),
            taking.reason(),
            taking.amountMinor(),
            taking.isFromBank(),
            taking.feeMinor(),
            taking.voidsTickets(),
            taking.isTold());
  }

  Command restore(
      PaymentId payment, boolean isToBank, long feeMinor, boolean isTold, OrderFacts order) {
    List<OrderPart> having = having(payment, order);
    OrderPart first = having.getFirst();
    return having.size() > 1
        ? new RestoreJointPayment(
            having,
            payment,
            isToBank,
            feeMinor,
            isTold,
            having.stream().map(part -> new RefundId(ids.next())).toList())
        : new RestorePayment(
            first.orderId(),
            first.performanceId(),
            payment,
            isToBank,
            feeMinor,
            isTold,
            new RefundId(ids.next()));
  }

  /** Lanes meet once for each performance: where two have a share of one, the first answers. */
  private List<OrderPart> having(PaymentId payment, OrderFacts order) {
    List<OrderPart> having = parts.keeping(order, payment);
    long performances = having.stream().map(OrderPart::performanceId).distinct().count();
    return performances < having.size() ? having.subList(0, 1) : having;
  }
}

package org.counterfoil.domain.order;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.order.JointOrderCommand.RestoreJointPayment;
import org.counterfoil.domain.order.JointOrderCommand.TakeBackJointPayment;
import org.counterfoil.domain.order.Order.Payment;
import org.counterfoil.domain.order.OrderCommand.RestorePayment;
import org.counterfoil.domain.order.OrderCommand.TakeBackPayment;
import org.counterfoil.domain.order.OrderEvent.OrderPlaced;
import org.jspecify.annotations.Nullable;

/**
 * Decides about money of several orders that is taken back by whoever paid: of the parts of a joint
 * order, or of an order and those that its tickets were exchanged for. Each loses in proportion to
 * what it has of the payment, and decides as it would alone; the first refusal is everybody's. What
 * the bank or the provider asks for it is borne by the first that loses.
 */
final class JointTakingBack {

  private JointTakingBack() {}

  static Decision<Event> takeBack(TakeBackJointPayment wish, JointSale sale, Instant now) {
    List<Sale> payers = payers(wish, sale);
    if (payers.isEmpty()) {
      Sale knowing = sale.partOf(wish.paymentId());
      return knowing == null
          ? Payments.unknown(wish.paymentId())
          : TakingBack.takeBack(
              alone(wish, knowing, wish.amountMinor(), wish.feeMinor()),
              knowing,
              new Returns(knowing, now));
    }
    long whole = payers.stream().mapToLong(part -> paidBy(wish, part)).sum();
    Long wished = wish.amountMinor();
    long amount = wished == null ? whole : wished;
    Decision<Event> refusal = TakingBack.refuse(amount, wish.feeMinor(), whole);
    if (refusal != null) {
      return refusal;
    }
    List<Event> events = new ArrayList<>();
    long until = 0;
    long taken = 0;
    for (Sale part : payers) {
      until += paidBy(wish, part);
      long share = Unpaid.proportion(until, amount, whole) - taken;
      if (share == 0) {
        continue;
      }
      TakeBackPayment own = alone(wish, part, share, taken == 0 ? wish.feeMinor() : 0);
      taken += share;
      switch (TakingBack.takeBack(own, part, new Returns(part, now))) {
        case Decision.Rejected<Event> refused -> {
          return refused;
        }
        case Decision.Accepted<Event> accepted -> events.addAll(accepted.events());
      }
    }
    return Decision.accept(events);
  }

  /** Those that received of it. */
  private static List<Sale> payers(TakeBackJointPayment wish, JointSale sale) {
    return sale.parts().stream().filter(part -> paidBy(wish, part) > 0).toList();
  }

  private static long paidBy(TakeBackJointPayment wish, Sale part) {
    Payment payment = part.order().payment(wish.paymentId());
    return payment == null ? 0 : part.order().keptMinor(payment);
  }

  private static TakeBackPayment alone(
      TakeBackJointPayment wish, Sale part, @Nullable Long amount, long fee) {
    OrderPlaced order = part.order().placed();
    return new TakeBackPayment(
        order.orderId(),
        order.performanceId(),
        wish.paymentId(),
        wish.reason(),
        amount,
        wish.isFromBank(),
        fee,
        wish.voidsTickets(),
        wish.isTold());
  }

  static Decision<Event> restore(RestoreJointPayment wish, JointSale sale) {
    List<Integer> losers = new ArrayList<>();
    for (int i = 0; i < sale.parts().size(); i++) {
      Order order = sale.parts().get(i).order();
      if (order.takenBackMinor(wish.paymentId()) > 0
          && !order.restored.contains(wish.paymentId())) {
        losers.add(i);
      }
    }
    if (losers.isEmpty()) {
      Sale knowing = sale.partOf(wish.paymentId());
      return knowing == null
          ? Payments.unknown(wish.paymentId())
          : TakingBack.restore(
              alone(wish, knowing, wish.feeMinor(), wish.spareRefundIds().getFirst()), knowing);
    }
    List<Event> events = new ArrayList<>();
    long fee = wish.feeMinor();
    for (int loser : losers) {
      Sale part = sale.parts().get(loser);
      switch (TakingBack.restore(alone(wish, part, fee, wish.spareRefundIds().get(loser)), part)) {
        case Decision.Rejected<Event> refused -> {
          return refused;
        }
        case Decision.Accepted<Event> accepted -> events.addAll(accepted.events());
      }
      fee = 0;
    }
    return Decision.accept(events);
  }

  private static RestorePayment alone(
      RestoreJointPayment wish, Sale part, long fee, RefundId spareRefund) {
    OrderPlaced order = part.order().placed();
    return new RestorePayment(
        order.orderId(),
        order.performanceId(),
        wish.paymentId(),
        wish.isToBank(),
        fee,
        wish.isTold(),
        spareRefund);
  }
}

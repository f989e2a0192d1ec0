package org.counterfoil.command.payment;

import org.counterfoil.command.lane.Lanes;
import org.counterfoil.command.order.OrderHistory;
import org.counterfoil.domain.Command;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.order.Order;
import org.counterfoil.domain.order.PaymentId;
import org.counterfoil.domain.order.ProviderName;
import org.counterfoil.domain.pass.PassCommand.GiveUpPassPayment;
import org.counterfoil.domain.pass.PassCommand.ReturnUses;
import org.counterfoil.domain.pass.PassId;

/** Passes as a provider of payments. */
final class PassProvider extends HouseProvider<PassId> {

  private final OrderHistory orders;
  private final PassHistory passes;

  PassProvider(OrderHistory orders, PassHistory passes, Lanes lanes) {
    super(lanes);
    this.orders = orders;
    this.passes = passes;
  }

  @Override
  public ProviderName name() {
    return ProviderName.PASSES;
  }

  @Override
  PassId payerOf(OrderId order, PaymentId payment) {
    Order.Payment begun = orders.of(order).order().payment(payment);
    PassId pass = begun == null ? null : begun.passId();
    if (pass == null) {
      throw new IllegalStateException(
          "Expected payment " + payment + " to name its pass, but it does not");
    }
    return pass;
  }

  @Override
  boolean hasPaid(PassId pass, OrderId order, PaymentId payment) {
    return passes.of(pass).pass().hasPaid(order, payment);
  }

  @Override
  Command giveUp(PassId pass, OrderId order, PaymentId payment) {
    return new GiveUpPassPayment(pass, order, payment);
  }

  @Override
  Command giveBack(PassId pass, Refund refund) {
    return new ReturnUses(
        pass,
        refund.orderId(),
        orders.of(refund.orderId()).order().placed().performanceId(),
        refund.refundId(),
        refund.amount());
  }
}

package org.counterfoil.command.payment;

import org.counterfoil.command.exchange.Directory;
import org.counterfoil.command.lane.Lanes;
import org.counterfoil.command.order.OrderHistory;
import org.counterfoil.domain.Command;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.order.Order;
import org.counterfoil.domain.order.PaymentId;
import org.counterfoil.domain.order.ProviderName;
import org.counterfoil.domain.voucher.VoucherCommand.CreditVoucher;
import org.counterfoil.domain.voucher.VoucherCommand.GiveUpPayment;
import org.counterfoil.domain.voucher.VoucherId;

/** Vouchers as a provider of payments. */
final class VoucherProvider extends HouseProvider<VoucherId> {

  private final Directory directory;
  private final OrderHistory orders;
  private final VoucherHistory vouchers;

  VoucherProvider(Directory directory, OrderHistory orders, VoucherHistory vouchers, Lanes lanes) {
    super(lanes);
    this.directory = directory;
    this.orders = orders;
    this.vouchers = vouchers;
  }

  @Override
  public ProviderName name() {
    return ProviderName.VOUCHERS;
  }

  /** Of a joint order, every part that knows the payment names its voucher. */
  @Override
  VoucherId payerOf(OrderId order, PaymentId payment) {
    for (OrderId part : directory.order(order).orderIds()) {
      Order.Payment begun = orders.of(part).order().payment(payment);
      if (begun != null && begun.voucherId() != null) {
        return begun.voucherId();
      }
    }
    throw new IllegalStateException(
        "Expected payment " + payment + " to name its voucher, but it does not");
  }

  @Override
  boolean hasPaid(VoucherId voucher, OrderId order, PaymentId payment) {
    return vouchers.of(voucher).voucher().hasPaid(order, payment);
  }

  @Override
  Command giveUp(VoucherId voucher, OrderId order, PaymentId payment) {
    return new GiveUpPayment(voucher, order, payment);
  }

  @Override
  Command giveBack(VoucherId voucher, Refund refund) {
    return new CreditVoucher(voucher, refund.orderId(), refund.refundId(), refund.amount());
  }
}

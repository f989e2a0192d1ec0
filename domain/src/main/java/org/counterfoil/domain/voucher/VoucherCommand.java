package org.counterfoil.domain.voucher;

import java.util.UUID;
import org.counterfoil.domain.Command;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.money.Money;
import org.counterfoil.domain.order.PaymentId;
import org.counterfoil.domain.order.RefundId;

/** Commands about one voucher, decided in its own lane. Repeating one changes nothing. */
public sealed interface VoucherCommand extends Command {

  VoucherId voucherId();

  @Override
  default UUID laneKey() {
    return voucherId().value();
  }

  /** Pays with it. */
  record SpendVoucher(VoucherId voucherId, OrderId orderId, PaymentId paymentId, Money amount)
      implements VoucherCommand {}

  /** Sees to it that a payment is never made with it, unless it was made already. */
  record GiveUpPayment(VoucherId voucherId, OrderId orderId, PaymentId paymentId)
      implements VoucherCommand {}

  /** Gives money back to it. */
  record CreditVoucher(VoucherId voucherId, OrderId orderId, RefundId refundId, Money amount)
      implements VoucherCommand {}

  /** Ends it, where its time is over and something is left of it. */
  record ExpireVoucher(VoucherId voucherId) implements VoucherCommand {}
}

package org.counterfoil.command.payment;

import java.net.URI;
import java.util.UUID;
import org.counterfoil.command.exchange.Directory;
import org.counterfoil.command.lane.Answer;
import org.counterfoil.command.lane.Lanes;
import org.counterfoil.command.lane.Outcome;
import org.counterfoil.command.lane.Submission;
import org.counterfoil.command.order.OrderHistory;
import org.counterfoil.domain.Actor;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.order.Order;
import org.counterfoil.domain.order.PaymentId;
import org.counterfoil.domain.order.ProviderName;
import org.counterfoil.domain.voucher.VoucherCommand;
import org.counterfoil.domain.voucher.VoucherCommand.CreditVoucher;
import org.counterfoil.domain.voucher.VoucherCommand.GiveUpPayment;
import org.counterfoil.domain.voucher.VoucherId;
import org.jspecify.annotations.Nullable;

/**
 * Vouchers as a provider of payments, in this house. Whatever was interrupted between a voucher and
 * its order is completed as it is with any provider: who watches payments asks, who follows refunds
 * asks again. The voucher's stream alone says what it has paid.
 */
final class VoucherProvider implements PaymentProvider {

  private final Directory directory;
  private final OrderHistory orders;
  private final VoucherHistory vouchers;
  private final Lanes lanes;

  VoucherProvider(Directory directory, OrderHistory orders, VoucherHistory vouchers, Lanes lanes) {
    this.directory = directory;
    this.orders = orders;
    this.vouchers = vouchers;
    this.lanes = lanes;
  }

  @Override
  public ProviderName name() {
    return ProviderName.VOUCHERS;
  }

  /** Nobody chooses it: a voucher is a method of its own. */
  @Override
  public boolean serves(boolean isTraining) {
    return false;
  }

  @Override
  public URI checkout(Checkout checkout) {
    throw new IllegalStateException("Expected no page to pay on, because a voucher pays at once");
  }

  @Override
  public boolean refund(Refund refund) {
    VoucherId voucher = voucherOf(refund.orderId(), refund.paymentId());
    submit(
        new CreditVoucher(voucher, refund.orderId(), refund.refundId(), refund.amount()),
        refund.refundId().value());
    return true;
  }

  @Override
  public boolean isAsked() {
    return true;
  }

  @Override
  public boolean isPrompt() {
    return true;
  }

  @Override
  public @Nullable PaymentNotification ask(Checkout checkout, boolean isOver) {
    VoucherId voucher = voucherOf(checkout.orderId(), checkout.paymentId());
    if (isOver) {
      giveUp(voucher, checkout.orderId(), checkout.paymentId());
    }
    if (vouchers.of(voucher).voucher().hasPaid(checkout.orderId(), checkout.paymentId())) {
      return new PaymentNotification.Captured(
          checkout.orderId(), checkout.paymentId(), checkout.amount());
    }
    return isOver ? new PaymentNotification.Failed(checkout.orderId(), checkout.paymentId()) : null;
  }

  /** From here on the voucher has paid, or never will. */
  private void giveUp(VoucherId voucher, OrderId order, PaymentId payment) {
    submit(new GiveUpPayment(voucher, order, payment), payment.value());
  }

  @Override
  public @Nullable PaymentNotification read(SignedNotification notification)
      throws NotificationRefused {
    throw NotificationRefused.forged("Expected no notification, because vouchers send none");
  }

  /** Of a joint order, every part that knows the payment names its voucher. */
  private VoucherId voucherOf(OrderId order, PaymentId payment) {
    for (OrderId part : directory.order(order).orderIds()) {
      Order.Payment begun = orders.of(part).order().payment(payment);
      if (begun != null && begun.voucherId() != null) {
        return begun.voucherId();
      }
    }
    throw new IllegalStateException(
        "Expected payment " + payment + " to name its voucher, but it does not");
  }

  private void submit(VoucherCommand command, UUID cause) {
    Outcome outcome =
        lanes.submit(
            new Submission(command, Actor.SYSTEM, cause, events -> new Answer(204, ""), null));
    if (outcome instanceof Outcome.Refused refused) {
      throw new IllegalStateException(
          "Expected " + command + " to be accepted, but: " + refused.detail());
    }
  }
}

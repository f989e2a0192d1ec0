package org.counterfoil.command.payment;

import java.net.URI;
import java.util.UUID;
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
import org.counterfoil.domain.pass.PassCommand;
import org.counterfoil.domain.pass.PassCommand.GiveUpPassPayment;
import org.counterfoil.domain.pass.PassCommand.ReturnUses;
import org.counterfoil.domain.pass.PassId;
import org.jspecify.annotations.Nullable;

/**
 * Passes as a provider of payments, in this house. Whatever was interrupted between a pass and its
 * order is completed as it is with any provider: who watches payments asks, who follows refunds
 * asks again. The pass's stream alone says what it has paid.
 */
final class PassProvider implements PaymentProvider {

  private final OrderHistory orders;
  private final PassHistory passes;
  private final Lanes lanes;

  PassProvider(OrderHistory orders, PassHistory passes, Lanes lanes) {
    this.orders = orders;
    this.passes = passes;
    this.lanes = lanes;
  }

  @Override
  public ProviderName name() {
    return ProviderName.PASSES;
  }

  /** Nobody chooses it: a pass is a method of its own. */
  @Override
  public boolean serves(boolean isTraining) {
    return false;
  }

  @Override
  public URI checkout(Checkout checkout) {
    throw new IllegalStateException("Expected no page to pay on, because a pass pays at once");
  }

  @Override
  public boolean refund(Refund refund) {
    PassId pass = passOf(refund.orderId(), refund.paymentId());
    submit(
        new ReturnUses(
            pass,
            refund.orderId(),
            orders.of(refund.orderId()).order().placed().performanceId(),
            refund.refundId(),
            refund.amount()),
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
    PassId pass = passOf(checkout.orderId(), checkout.paymentId());
    if (isOver) {
      giveUp(pass, checkout.orderId(), checkout.paymentId());
    }
    if (passes.of(pass).pass().hasPaid(checkout.orderId(), checkout.paymentId())) {
      return new PaymentNotification.Captured(
          checkout.orderId(), checkout.paymentId(), checkout.amount());
    }
    return isOver ? new PaymentNotification.Failed(checkout.orderId(), checkout.paymentId()) : null;
  }

  /** From here on the pass has paid, or never will. */
  private void giveUp(PassId pass, OrderId order, PaymentId payment) {
    submit(new GiveUpPassPayment(pass, order, payment), payment.value());
  }

  @Override
  public @Nullable PaymentNotification read(SignedNotification notification)
      throws NotificationRefused {
    throw NotificationRefused.forged("Expected no notification, because passes send none");
  }

  private PassId passOf(OrderId order, PaymentId payment) {
    Order.Payment begun = orders.of(order).order().payment(payment);
    PassId pass = begun == null ? null : begun.passId();
    if (pass == null) {
      throw new IllegalStateException(
          "Expected payment " + payment + " to name its pass, but it does not");
    }
    return pass;
  }

  private void submit(PassCommand command, UUID cause) {
    Outcome outcome =
        lanes.submit(
            new Submission(command, Actor.SYSTEM, cause, events -> new Answer(204, ""), null));
    if (outcome instanceof Outcome.Refused refused) {
      throw new IllegalStateException(
          "Expected " + command + " to be accepted, but: " + refused.detail());
    }
  }
}

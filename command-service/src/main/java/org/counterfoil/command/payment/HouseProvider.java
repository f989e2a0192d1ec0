package org.counterfoil.command.payment;

import java.net.URI;
import java.util.UUID;
import org.counterfoil.command.lane.Answer;
import org.counterfoil.command.lane.Lanes;
import org.counterfoil.command.lane.Outcome;
import org.counterfoil.command.lane.Submission;
import org.counterfoil.domain.Actor;
import org.counterfoil.domain.Command;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.order.PaymentId;
import org.jspecify.annotations.Nullable;

/**
 * A provider of payments in this house: something that was sold before pays, such as a voucher.
 * Whatever was interrupted between it and its order is completed as it is with any provider: who
 * watches payments asks, who follows refunds asks again. Its stream alone says what it has paid.
 *
 * @param <I> the id of what pays
 */
abstract class HouseProvider<I> implements PaymentProvider {

  private final Lanes lanes;

  HouseProvider(Lanes lanes) {
    this.lanes = lanes;
  }

  /** What pays; an order that does not name it is an error. */
  abstract I payerOf(OrderId order, PaymentId payment);

  abstract boolean hasPaid(I payer, OrderId order, PaymentId payment);

  /** From then on it has paid, or never will. */
  abstract Command giveUp(I payer, OrderId order, PaymentId payment);

  abstract Command giveBack(I payer, Refund refund);

  /** Nobody chooses it: it is a method of its own. */
  @Override
  public final boolean serves(boolean isTraining) {
    return false;
  }

  @Override
  public final URI checkout(Checkout checkout) {
    throw new IllegalStateException(
        "Expected no page to pay on, because what pays in this house pays at once");
  }

  @Override
  public final boolean refund(Refund refund) {
    I payer = payerOf(refund.orderId(), refund.paymentId());
    submit(giveBack(payer, refund), refund.refundId().value());
    return true;
  }

  @Override
  public final boolean isAsked() {
    return true;
  }

  @Override
  public final boolean isPrompt() {
    return true;
  }

  @Override
  public final @Nullable PaymentNotification ask(Checkout checkout, boolean isOver) {
    OrderId order = checkout.orderId();
    PaymentId payment = checkout.paymentId();
    I payer = payerOf(order, payment);
    if (isOver) {
      submit(giveUp(payer, order, payment), payment.value());
    }
    if (hasPaid(payer, order, payment)) {
      return new PaymentNotification.Captured(order, payment, checkout.amount());
    }
    return isOver ? new PaymentNotification.Failed(order, payment) : null;
  }

  @Override
  public final @Nullable PaymentNotification read(SignedNotification notification)
      throws NotificationRefused {
    throw NotificationRefused.forged(
        "Expected no notification, because what pays in this house sends none");
  }

  private void submit(Command command, UUID cause) {
    Outcome outcome =
        lanes.submit(
            new Submission(command, Actor.SYSTEM, cause, events -> new Answer(204, ""), null));
    if (outcome instanceof Outcome.Refused refused) {
      throw new IllegalStateException(
          "Expected " + command + " to be accepted, but: " + refused.detail());
    }
  }
}

package org.counterfoil.command.payment;

import java.net.URI;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.money.Money;
import org.counterfoil.domain.order.PaymentId;
import org.counterfoil.domain.order.PaymentReference;
import org.counterfoil.domain.order.ProviderName;
import org.counterfoil.domain.order.RefundId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who takes money from buyers for us. Providers are asked outside the lanes, over networks
 * that fail: every call may be repeated, and says by its id that it is the same. What became of a
 * payment they tell later, by signed notifications.
 */
public interface PaymentProvider {

  /** Its name in paths and events. */
  ProviderName name();

  /**
   * Whether it takes payments for such a performance. Money is never taken for training.
   *
   * @param isTraining whether the performance only exists to rehearse with
   */
  default boolean serves(boolean isTraining) {
    return !isTraining;
  }

  /**
   * Begins a payment; again with the same id it answers the same.
   *
   * @return where the buyer pays
   * @throws ProviderUnavailable where nobody knows whether it was begun; to be repeated
   */
  URI checkout(Checkout checkout) throws ProviderUnavailable;

  /**
   * Sends money back; again with the same id it does so once.
   *
   * @return whether it is known already that the money has arrived; otherwise a notification says
   *     so, or it is asked again
   * @throws ProviderUnavailable where nobody knows whether it was taken; to be repeated
   */
  boolean refund(Refund refund) throws ProviderUnavailable;

  /**
   * Whether it can be asked what became of a payment of which it told nothing.
   *
   * @see #ask
   */
  default boolean isAsked() {
    return false;
  }

  /**
   * Whether a payment is made within moments or not at all, so that it is asked about soon.
   *
   * @see #ask
   */
  default boolean isPrompt() {
    return false;
  }

  /**
   * Asks what became of a payment.
   *
   * @param isOver whether nobody shall pay any more: then the provider lets nobody
   * @return nothing while that is not decided
   * @throws ProviderUnavailable where it does not answer; to be repeated
   */
  default @Nullable PaymentNotification ask(Checkout checkout, boolean isOver)
      throws ProviderUnavailable {
    return null;
  }

  /**
   * Reads a notification.
   *
   * @return nothing where it is about nothing of ours
   * @throws NotificationRefused where its signature is not the provider's, it is too old, or it
   *     says nothing that is understood
   */
  @Nullable PaymentNotification read(SignedNotification notification) throws NotificationRefused;

  /**
   * A payment to be begun.
   *
   * @param reference what the buyer's channel gave; free of personal data
   */
  record Checkout(
      PaymentId paymentId, OrderId orderId, Money amount, @Nullable PaymentReference reference) {}

  /** Money to be sent back. */
  record Refund(RefundId refundId, PaymentId paymentId, OrderId orderId, Money amount) {}
}

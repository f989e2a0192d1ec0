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
   * @throws ProviderUnavailable where nobody knows whether it was taken; to be repeated
   */
  void refund(Refund refund) throws ProviderUnavailable;

  /**
   * Reads a notification.
   *
   * @throws NotificationRefused where its signature is not the provider's, it is too old, or it
   *     says nothing that is understood
   */
  PaymentNotification read(SignedNotification notification) throws NotificationRefused;

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

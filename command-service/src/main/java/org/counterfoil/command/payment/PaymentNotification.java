package org.counterfoil.command.payment;

import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.money.Money;
import org.counterfoil.domain.order.PaymentId;
import org.counterfoil.domain.order.RefundId;
import org.counterfoil.domain.order.TakenBackReason;

/** What a provider tells us; may come late, doubled or out of order. */
public sealed interface PaymentNotification {

  /** The order that the payment was begun for. */
  OrderId orderId();

  /** It has the money. */
  record Captured(OrderId orderId, PaymentId paymentId, Money amount)
      implements PaymentNotification {}

  /** It did not get the money, and will not. */
  record Failed(OrderId orderId, PaymentId paymentId) implements PaymentNotification {}

  /**
   * Who had paid took the money back.
   *
   * @param feeMinor what the provider asks for it
   */
  record TakenBack(
      OrderId orderId, PaymentId paymentId, Money amount, long feeMinor, TakenBackReason reason)
      implements PaymentNotification {}

  /**
   * What was taken back came again.
   *
   * @param feeMinor what of the fee came back with it
   */
  record Restored(OrderId orderId, PaymentId paymentId, long feeMinor)
      implements PaymentNotification {}

  /** The money went back. */
  record RefundPaid(OrderId orderId, RefundId refundId) implements PaymentNotification {}
}

package org.counterfoil.domain.order;

import org.counterfoil.domain.money.Money;
import org.counterfoil.domain.money.PaymentMethod;
import org.counterfoil.domain.order.Order.Payment;
import org.counterfoil.domain.order.Order.PaymentStatus;
import org.counterfoil.domain.voucher.VoucherId;
import org.jspecify.annotations.Nullable;

/**
 * The share of a payment that goes with tickets to another order. It keeps its id, so that what
 * goes back of it finds who received it.
 *
 * @param provider who holds it; missing for a payment at the counter
 * @param voucherId the voucher that paid; missing where money did
 * @param amountMinor how much goes, in minor units
 */
public record CarriedPayment(
    PaymentId paymentId,
    PaymentMethod method,
    @Nullable ProviderName provider,
    @Nullable VoucherId voucherId,
    long amountMinor) {

  static CarriedPayment of(Payment payment, long amountMinor) {
    return new CarriedPayment(
        payment.id(), payment.method(), payment.provider(), payment.voucherId(), amountMinor);
  }

  /** As a payment of the order that it goes to. */
  Payment received(OrderEvent.PaidByExchange by) {
    return new Payment(
        paymentId,
        method,
        provider,
        voucherId,
        null, // what a pass paid stays with its performance
        new Money(amountMinor, by.currency()),
        PaymentStatus.CAPTURED);
  }
}

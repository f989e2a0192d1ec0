package org.counterfoil.domain.order;

import java.util.List;
import org.counterfoil.domain.money.PaymentMethod;
import org.counterfoil.domain.voucher.VoucherId;
import org.jspecify.annotations.Nullable;

/**
 * The part of a refund that goes one way.
 *
 * @param paymentId whose money it is
 * @param method how it goes back
 * @param provider who sends it back; missing where it is paid at the counter
 * @param amountMinor how much, tax included
 * @param taxes what it is made of, by rate
 * @param isPaid whether it was paid in this moment; else it is owed until that is recorded
 */
public record RefundPart(
    RefundId refundId,
    PaymentId paymentId,
    PaymentMethod method,
    @Nullable ProviderName provider,
    long amountMinor,
    List<TaxShare> taxes,
    boolean isPaid) {

  public RefundPart {
    taxes = List.copyOf(taxes);
  }

  /** Whether it goes to a new voucher; what goes back to one that paid has a provider. */
  boolean isToNewVoucher() {
    return method.equals(PaymentMethod.VOUCHER) && provider == null;
  }

  /**
   * The new voucher that parts of one refund go to, which has the id of the first of them; null
   * where they go to none.
   */
  public static @Nullable VoucherId newVoucher(List<RefundPart> parts) {
    return parts.isEmpty() || !parts.getFirst().isToNewVoucher()
        ? null
        : new VoucherId(parts.getFirst().refundId().value());
  }
}

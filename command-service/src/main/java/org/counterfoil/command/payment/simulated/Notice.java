package org.counterfoil.command.payment.simulated;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The body of a notification.
 *
 * @param id the same whenever it is sent again
 * @param type {@code payment.captured}, {@code payment.failed}, {@code refund.paid}, {@code
 *     payment.taken-back} or {@code payment.restored}
 * @param feeMinor what is asked for a dispute, or comes back of that; missing for other types
 */
record Notice(
    UUID id,
    String type,
    UUID orderId,
    UUID paymentId,
    @Nullable UUID refundId,
    long amountMinor,
    String currency,
    @Nullable Long feeMinor) {

  static final String CAPTURED = "payment.captured";
  static final String FAILED = "payment.failed";
  static final String REFUNDED = "refund.paid";
  static final String TAKEN_BACK = "payment.taken-back";
  static final String RESTORED = "payment.restored";
}

package org.counterfoil.command.payment.simulated;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The body of a notification.
 *
 * @param id the same whenever it is sent again
 * @param type {@code payment.captured}, {@code payment.failed} or {@code refund.paid}
 */
record Notice(
    UUID id,
    String type,
    UUID orderId,
    UUID paymentId,
    @Nullable UUID refundId,
    long amountMinor,
    String currency) {

  static final String CAPTURED = "payment.captured";
  static final String FAILED = "payment.failed";
  static final String REFUNDED = "refund.paid";
}

package org.counterfoil.domain.voucher;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.money.Money;
import org.counterfoil.domain.order.PaymentId;
import org.counterfoil.domain.order.RefundId;
import org.counterfoil.domain.voucher.VoucherEvent.VoucherIssued;
import org.jspecify.annotations.Nullable;

/** The state of a voucher. */
public final class Voucher {

  @Nullable VoucherIssued issued;
  @Nullable Money balance;
  @Nullable Instant expiresAt;
  final Map<PaymentId, OrderId> spent = new HashMap<>();
  final Set<PaymentId> givenUp = new HashSet<>();
  final Set<RefundId> credited = new HashSet<>();

  /** Whether it was issued. */
  public boolean exists() {
    return issued != null;
  }

  /** What it was issued as; asking before that is an error. */
  public VoucherIssued issued() {
    return Objects.requireNonNull(issued, "Expected a voucher that was issued, but it is not");
  }

  /** What is left of it. */
  public Money balance() {
    return Objects.requireNonNull(balance, "Expected a voucher that was issued, but it is not");
  }

  /** Until when (exclusive) it can be spent. */
  public Instant expiresAt() {
    return Objects.requireNonNull(expiresAt, "Expected a voucher that was issued, but it is not");
  }

  /** Whether the payment of the order was made with it. */
  public boolean hasPaid(OrderId order, PaymentId payment) {
    return order.equals(spent.get(payment));
  }

  boolean isOverAt(Instant now) {
    return !now.isBefore(expiresAt());
  }
}

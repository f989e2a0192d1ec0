package org.counterfoil.domain.voucher;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.money.Money;
import org.counterfoil.domain.money.TaxRate;
import org.counterfoil.domain.money.TaxSplit;
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

  /**
   * What of a single-purpose voucher lies between its balance and another one: the difference of
   * their splits, so that all parts of a voucher add up to it. Nothing of any other.
   */
  @Nullable TaxedPart taxedUntil(Money other) {
    TaxRate rate = issued().taxRate();
    if (rate == null) {
      return null;
    }
    TaxSplit more = rate.split(balance().isMoreThan(other) ? balance() : other);
    TaxSplit less = rate.split(balance().isMoreThan(other) ? other : balance());
    return new TaxedPart(
        rate, more.net().minor() - less.net().minor(), more.tax().minor() - less.tax().minor());
  }

  boolean isOverAt(Instant now) {
    return !now.isBefore(expiresAt());
  }
}

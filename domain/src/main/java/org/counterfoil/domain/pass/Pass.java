package org.counterfoil.domain.pass;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.order.PaymentId;
import org.counterfoil.domain.order.RefundId;
import org.counterfoil.domain.pass.PassEvent.PassIssued;
import org.counterfoil.domain.performance.PerformanceId;
import org.jspecify.annotations.Nullable;

/** The state of a pass. */
public final class Pass {

  @Nullable PassIssued issued;
  int usesLeft;
  @Nullable Instant expiresAt;
  final Map<PaymentId, OrderId> used = new HashMap<>();
  final Set<PaymentId> givenUp = new HashSet<>();
  final Set<RefundId> returned = new HashSet<>();
  final Map<PerformanceId, Integer> usedFor = new HashMap<>();

  /** Whether it was issued. */
  public boolean exists() {
    return issued != null;
  }

  /** What it was issued as; asking before that is an error. */
  public PassIssued issued() {
    return Objects.requireNonNull(issued, "Expected a pass that was issued, but it is not");
  }

  /** How many tickets it can still pay for, while its time is not over. */
  public int usesLeft() {
    return usesLeft;
  }

  /** Until when (exclusive) it can be used. */
  public Instant expiresAt() {
    return Objects.requireNonNull(expiresAt, "Expected a pass that was issued, but it is not");
  }

  /** Whether the payment of the order was made with it. */
  public boolean hasPaid(OrderId order, PaymentId payment) {
    return order.equals(used.get(payment));
  }

  boolean isOverAt(Instant now) {
    return !now.isBefore(expiresAt());
  }

  int usedFor(PerformanceId performance) {
    return usedFor.getOrDefault(performance, 0);
  }

  void count(PerformanceId performance, int uses) {
    usesLeft -= uses;
    usedFor.merge(performance, uses, Integer::sum);
  }
}

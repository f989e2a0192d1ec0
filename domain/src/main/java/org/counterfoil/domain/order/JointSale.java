package org.counterfoil.domain.order;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a decision about a joint order is made on: its parts, in their order. */
public record JointSale(List<Sale> parts) {
  public JointSale {
    parts = List.copyOf(parts);
  }

  /** Whether the state is that of a joint order of exactly these parts. */
  boolean isOf(List<OrderPart> named) {
    for (Sale part : parts) {
      if (!part.order().exists() || !part.order().parts().equals(named)) {
        return false;
      }
    }
    return parts.size() == named.size();
  }

  boolean isCompleted() {
    return parts.stream().allMatch(part -> part.order().status() == Order.Status.COMPLETED);
  }

  /** Only where every part is payable may any be sold. */
  boolean isPayableAt(Instant now) {
    return parts.stream().allMatch(part -> part.isPayableAt(now));
  }

  boolean isOwing() {
    return parts.stream().anyMatch(part -> part.order().isOwing());
  }

  /** What is still to be paid of each part, in minor units. */
  List<Long> outstanding() {
    return parts.stream().map(part -> part.order().outstanding().minor()).toList();
  }

  long outstandingMinor() {
    return outstanding().stream().mapToLong(Long::longValue).sum();
  }

  /** The part that knows the payment, or null where none does. */
  @Nullable Sale partOf(PaymentId payment) {
    return parts.stream()
        .filter(part -> part.order().payment(payment) != null)
        .findFirst()
        .orElse(null);
  }

  boolean allKnow(PaymentId payment) {
    return parts.stream()
        .allMatch(part -> part.order().exists() && part.order().payment(payment) != null);
  }

  boolean isCaptured(PaymentId payment) {
    return parts.stream()
        .map(part -> part.order().payment(payment))
        .anyMatch(known -> known != null && known.status() == Order.PaymentStatus.CAPTURED);
  }

  /**
   * What an amount pays of each part, in minor units: by what is still to be paid of it. Before all
   * is paid, something stays to be paid of every part that costs anything, so that none waits paid
   * for the others; null where the amount leaves too little for that.
   */
  @Nullable List<Long> shares(long amountMinor) {
    List<Long> outstanding = outstanding();
    long all = outstandingMinor();
    if (amountMinor == all) {
      return outstanding;
    }
    List<Long> shares = new ArrayList<>();
    long rest = amountMinor;
    for (long each : outstanding) {
      long share =
          BigInteger.valueOf(amountMinor)
              .multiply(BigInteger.valueOf(each))
              .divide(BigInteger.valueOf(all))
              .longValueExact();
      shares.add(share);
      rest -= share;
    }
    for (int i = 0; i < shares.size() && rest > 0; i++) {
      long room = Math.max(0, outstanding.get(i) - 1 - shares.get(i));
      long more = Math.min(room, rest);
      shares.set(i, shares.get(i) + more);
      rest -= more;
    }
    return rest == 0 ? shares : null;
  }
}

package org.counterfoil.command.process;

import java.util.HashMap;
import java.util.Map;
import org.counterfoil.domain.order.OrderEvent.RefundPaid;
import org.counterfoil.domain.order.OrderEvent.RefundPaidOut;
import org.counterfoil.domain.order.OrderEvent.TicketsRefunded;
import org.counterfoil.domain.order.RefundId;
import org.counterfoil.domain.order.RefundPart;
import org.counterfoil.domain.order.RevenueStand;
import org.counterfoil.domain.performance.PerformanceId;
import org.jspecify.annotations.Nullable;

/** How far the money that cancelled performances owe has gone back. Safe for many threads. */
final class OwedRefunds {

  private final Map<PerformanceId, Tally> tallies = new HashMap<>();
  private final Map<RefundId, Owed> unpaid = new HashMap<>();

  private record Owed(PerformanceId performance, long amountMinor) {}

  /**
   * Refunds of a performance: one for each payment that something goes back of.
   *
   * @param atCounter those of the owed ones that no provider sends back: buyers come for them
   */
  record Tally(long owed, long owedMinor, long paid, long paidMinor, long atCounter) {

    private static final Tally NOTHING = new Tally(0, 0, 0, 0, 0);

    private Tally owing(RefundPart part) {
      return new Tally(
          owed + 1,
          owedMinor + part.amountMinor(),
          paid,
          paidMinor,
          part.provider() == null ? atCounter + 1 : atCounter);
    }

    private Tally paying(long amountMinor) {
      return new Tally(owed, owedMinor, paid + 1, paidMinor + amountMinor, atCounter);
    }
  }

  synchronized Tally of(PerformanceId performance) {
    return tallies.getOrDefault(performance, Tally.NOTHING);
  }

  synchronized void follow(Object event) {
    if (event instanceof TicketsRefunded refunded && refunded.revenue() == RevenueStand.OWED) {
      refunded.parts().forEach(part -> owe(refunded.performanceId(), part));
    } else if (event instanceof RefundPaid paid) {
      pay(unpaid.remove(paid.refundId()));
    } else if (event instanceof RefundPaidOut paid) {
      pay(unpaid.remove(paid.refundId()));
    }
  }

  private void owe(PerformanceId performance, RefundPart part) {
    Tally tally = of(performance).owing(part);
    if (part.isPaid()) {
      tally = tally.paying(part.amountMinor());
    } else {
      unpaid.put(part.refundId(), new Owed(performance, part.amountMinor()));
    }
    tallies.put(performance, tally);
  }

  private void pay(@Nullable Owed owed) {
    if (owed != null) {
      tallies.put(owed.performance(), of(owed.performance()).paying(owed.amountMinor()));
    }
  }
}

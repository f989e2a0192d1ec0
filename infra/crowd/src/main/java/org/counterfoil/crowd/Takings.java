package org.counterfoil.crowd;

import java.util.Collection;
import java.util.Comparator;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.counterfoil.crowd.check.SeenOrder;

/** How much was sold, and when. Times are {@link System#nanoTime}. */
final class Takings {

  /** So many tickets that a buyer was told of. */
  private record Sale(long at, int tickets) {}

  private final Collection<Sale> sales = new ConcurrentLinkedQueue<>();
  private final AtomicLong sold = new AtomicLong();
  private final AtomicLong grossMinor = new AtomicLong();
  private final AtomicLong firstHoldAt = new AtomicLong(Long.MAX_VALUE);
  private final AtomicLong lastSaleAt = new AtomicLong(Long.MIN_VALUE);

  void held(long at) {
    firstHoldAt.accumulateAndGet(at, Math::min);
  }

  void sold(SeenOrder order, long at) {
    sold.addAndGet(order.tickets().size());
    grossMinor.addAndGet(order.totalMinor());
    lastSaleAt.accumulateAndGet(at, Math::max);
    sales.add(new Sale(at, order.tickets().size()));
  }

  long sold() {
    return sold.get();
  }

  long grossMinor() {
    return grossMinor.get();
  }

  /** When the last sale was told; meaningless where there was none. */
  long lastSaleAt() {
    return lastSaleAt.get();
  }

  /** From the first hold until the last sale; 0 where there was none. */
  long sellingMillis() {
    return sold.get() == 0
        ? 0
        : TimeUnit.NANOSECONDS.toMillis(lastSaleAt.get() - firstHoldAt.get());
  }

  /** From the first hold until so many tickets were sold; 0 where they never were. */
  long millisUntilSold(long tickets) {
    long counted = 0;
    for (Sale sale : sales.stream().sorted(Comparator.comparingLong(Sale::at)).toList()) {
      counted += sale.tickets();
      if (counted >= tickets) {
        return TimeUnit.NANOSECONDS.toMillis(sale.at() - firstHoldAt.get());
      }
    }
    return 0;
  }
}

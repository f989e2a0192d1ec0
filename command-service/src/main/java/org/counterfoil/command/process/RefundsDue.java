package org.counterfoil.command.process;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Currency;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import org.counterfoil.command.payment.PaymentProvider;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.money.Money;
import org.counterfoil.domain.order.OrderEvent.RefundDue;
import org.counterfoil.domain.order.OrderEvent.RefundPaid;
import org.counterfoil.domain.order.OrderEvent.TicketsExchanged;
import org.counterfoil.domain.order.OrderEvent.TicketsExchangedElsewhere;
import org.counterfoil.domain.order.OrderEvent.TicketsRefunded;
import org.counterfoil.domain.order.PaymentId;
import org.counterfoil.domain.order.ProviderName;
import org.counterfoil.domain.order.RefundId;
import org.counterfoil.domain.order.RefundPart;
import org.jspecify.annotations.Nullable;

/**
 * The refunds that providers owe and have not confirmed, and when each is to be asked for again.
 * Many may be asked for at once, but of one payment they are asked for in the order of the log: the
 * next is not before the provider took the one before it. Whoever took one from here says how it
 * went; until then nobody else gets it. Safe for many threads.
 */
final class RefundsDue {

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

  private static final Comparator<Waiting> SOONEST_FIRST =
      Comparator.comparing(Waiting::next).thenComparingLong(Waiting::number);

  private final Map<RefundId, Waiting> waiting = new HashMap<>();
  private final Map<ProviderName, Queue<Waiting>> queues = new HashMap<>();

  /** Of each payment, in their order, the refunds that the provider did not take yet. */
  private final Map<PaymentId, Deque<RefundId>> lines = new HashMap<>();

  private long added;

  /** What a provider is asked for. */
  record AtProvider(ProviderName provider, PaymentProvider.Refund refund) {}

  private record Waiting(AtProvider due, long number, Instant next, Duration pause) {
    Waiting later(Instant now) {
      Duration longer = pause.multipliedBy(2);
      return new Waiting(
          due,
          number,
          now.plus(pause),
          longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE);
    }
  }

  synchronized void follow(Object event) {
    if (event instanceof RefundDue due) {
      add(
          due.provider(),
          new PaymentProvider.Refund(due.refundId(), due.paymentId(), due.orderId(), due.amount()));
    } else if (event instanceof TicketsRefunded refunded) {
      add(refunded.orderId(), refunded.currency(), refunded.parts());
    } else if (event instanceof TicketsExchanged exchanged) {
      add(exchanged.orderId(), exchanged.currency(), exchanged.parts());
    } else if (event instanceof TicketsExchangedElsewhere elsewhere) {
      add(elsewhere.orderId(), elsewhere.currency(), elsewhere.parts());
    } else if (event instanceof RefundPaid paid) {
      end(paid.refundId());
    }
  }

  private void add(OrderId order, Currency currency, List<RefundPart> parts) {
    for (RefundPart part : parts) {
      Money amount = new Money(part.amountMinor(), currency);
      add(
          part.provider(),
          new PaymentProvider.Refund(part.refundId(), part.paymentId(), order, amount));
    }
  }

  /** What no provider owes is paid at the counter. */
  private void add(@Nullable ProviderName provider, PaymentProvider.Refund refund) {
    if (provider != null) {
      Waiting one =
          new Waiting(new AtProvider(provider, refund), added++, Instant.EPOCH, FIRST_PAUSE);
      waiting.put(refund.refundId(), one);
      Deque<RefundId> line =
          lines.computeIfAbsent(refund.paymentId(), payment -> new ArrayDeque<>());
      line.add(refund.refundId());
      if (line.size() == 1) {
        enqueue(one);
      }
    }
  }

  private void end(RefundId paid) {
    Waiting one = waiting.remove(paid);
    if (one != null) {
      PaymentId payment = one.due().refund().paymentId();
      Deque<RefundId> line = lines.get(payment);
      if (line != null && !paid.equals(line.peek())) {
        line.remove(paid);
      }
      moveUp(payment, paid);
    }
  }

  /** The providers that anything was ever owed by. */
  synchronized Set<ProviderName> providers() {
    return Set.copyOf(queues.keySet());
  }

  /** Whether the provider is to be asked for something now. */
  synchronized boolean isDue(ProviderName provider, Instant now) {
    return isDue(queue(provider), now);
  }

  private static boolean isDue(Queue<Waiting> queue, Instant now) {
    Waiting first = queue.peek();
    return first != null && !first.next().isAfter(now);
  }

  private Queue<Waiting> queue(ProviderName provider) {
    return queues.computeIfAbsent(provider, name -> new PriorityQueue<>(SOONEST_FIRST));
  }

  /** What the provider is to be asked for now; nothing where there is nothing. */
  synchronized @Nullable AtProvider take(ProviderName provider, Instant now) {
    Queue<Waiting> queue = queue(provider);
    while (isDue(queue, now)) {
      Waiting first = queue.remove();
      if (first.equals(waiting.get(first.due().refund().refundId()))) {
        return first.due();
      }
    }
    return null;
  }

  /**
   * It is known to the provider, or it was refused: the next of its payment need not wait for it.
   * It is asked for again after a pause that doubles, until it is confirmed.
   */
  synchronized void asked(AtProvider due, Instant now) {
    later(due, now);
    moveUp(due.refund().paymentId(), due.refund().refundId());
  }

  /** Nobody knows whether the provider took it: it is asked for again, and before the next. */
  synchronized void missed(AtProvider due, Instant now) {
    later(due, now);
  }

  private void later(AtProvider due, Instant now) {
    Waiting one = waiting.get(due.refund().refundId());
    if (one != null) {
      Waiting again = one.later(now);
      waiting.put(due.refund().refundId(), again);
      enqueue(again);
    }
  }

  /** If it was the first in its payment's line, the next one is. */
  private void moveUp(PaymentId payment, RefundId first) {
    Deque<RefundId> line = lines.get(payment);
    if (line == null || !first.equals(line.peek())) {
      return;
    }
    line.remove();
    Waiting next = line.isEmpty() ? null : waiting.get(line.peek());
    if (next == null) {
      lines.remove(payment);
    } else {
      enqueue(next);
    }
  }

  private void enqueue(Waiting one) {
    queue(one.due().provider()).add(one);
  }

  synchronized int count() {
    return waiting.size();
  }
}

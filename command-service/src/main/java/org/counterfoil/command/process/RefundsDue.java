package org.counterfoil.command.process;

import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.counterfoil.command.payment.PaymentProvider;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.money.Money;
import org.counterfoil.domain.order.OrderEvent.RefundDue;
import org.counterfoil.domain.order.OrderEvent.RefundPaid;
import org.counterfoil.domain.order.OrderEvent.TicketsExchanged;
import org.counterfoil.domain.order.OrderEvent.TicketsRefunded;
import org.counterfoil.domain.order.ProviderName;
import org.counterfoil.domain.order.RefundId;
import org.counterfoil.domain.order.RefundPart;
import org.jspecify.annotations.Nullable;

/**
 * The refunds that a provider owes and has not confirmed, and when each is to be asked for again.
 */
final class RefundsDue {

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

  private final Map<RefundId, Waiting> waiting = new LinkedHashMap<>();

  /** What a provider is asked for. */
  record AtProvider(ProviderName provider, PaymentProvider.Refund refund) {}

  private record Waiting(AtProvider due, Instant next, Duration pause) {}

  void follow(Object event) {
    if (event instanceof RefundDue due) {
      add(
          due.provider(),
          new PaymentProvider.Refund(due.refundId(), due.paymentId(), due.orderId(), due.amount()));
    } else if (event instanceof TicketsRefunded refunded) {
      add(refunded.orderId(), refunded.currency(), refunded.parts());
    } else if (event instanceof TicketsExchanged exchanged) {
      add(exchanged.orderId(), exchanged.currency(), exchanged.parts());
    } else if (event instanceof RefundPaid paid) {
      waiting.remove(paid.refundId());
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
      waiting.put(
          refund.refundId(),
          new Waiting(new AtProvider(provider, refund), Instant.EPOCH, FIRST_PAUSE));
    }
  }

  /** Those to be asked for now; each is due again after a pause that doubles. */
  List<AtProvider> take(Instant now) {
    List<Waiting> due = waiting.values().stream().filter(w -> !w.next().isAfter(now)).toList();
    for (Waiting one : due) {
      Duration longer = one.pause().multipliedBy(2);
      waiting.put(
          one.due().refund().refundId(),
          new Waiting(
              one.due(),
              now.plus(one.pause()),
              longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE));
    }
    return due.stream().map(Waiting::due).toList();
  }

  int count() {
    return waiting.size();
  }
}

package org.counterfoil.command.process;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.counterfoil.domain.order.OrderEvent.RefundDue;
import org.counterfoil.domain.order.OrderEvent.RefundPaid;
import org.counterfoil.domain.order.RefundId;

/**
 * The refunds that a provider owes and has not confirmed, and when each is to be asked for again.
 */
final class RefundsDue {

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

  private final Map<RefundId, Waiting> waiting = new LinkedHashMap<>();

  private record Waiting(RefundDue refund, Instant next, Duration pause) {}

  void follow(Object event) {
    if (event instanceof RefundDue due && due.provider() != null) {
      waiting.put(due.refundId(), new Waiting(due, Instant.EPOCH, FIRST_PAUSE));
    } else if (event instanceof RefundPaid paid) {
      waiting.remove(paid.refundId());
    }
  }

  /** Those to be asked for now; each is due again after a pause that doubles. */
  List<RefundDue> take(Instant now) {
    List<Waiting> due = waiting.values().stream().filter(w -> !w.next().isAfter(now)).toList();
    for (Waiting one : due) {
      Duration longer = one.pause().multipliedBy(2);
      waiting.put(
          one.refund().refundId(),
          new Waiting(
              one.refund(),
              now.plus(one.pause()),
              longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE));
    }
    return due.stream().map(Waiting::refund).toList();
  }

  int count() {
    return waiting.size();
  }
}

package org.counterfoil.domain.pass;

import java.util.UUID;
import org.counterfoil.domain.Command;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.money.Money;
import org.counterfoil.domain.order.PaymentId;
import org.counterfoil.domain.order.RefundId;
import org.counterfoil.domain.performance.PerformanceId;

/** Commands about one pass, decided in its own lane. Repeating one changes nothing. */
public sealed interface PassCommand extends Command {

  PassId passId();

  @Override
  default UUID laneKey() {
    return passId().value();
  }

  /**
   * Pays for tickets of a performance with it.
   *
   * @param amount of whole uses
   */
  record UsePass(
      PassId passId,
      OrderId orderId,
      PerformanceId performanceId,
      PaymentId paymentId,
      Money amount)
      implements PassCommand {}

  /** Sees to it that a payment is never made with it, unless it was made already. */
  record GiveUpPassPayment(PassId passId, OrderId orderId, PaymentId paymentId)
      implements PassCommand {}

  /**
   * Gives uses back to it.
   *
   * @param amount of whole uses
   */
  record ReturnUses(
      PassId passId, OrderId orderId, PerformanceId performanceId, RefundId refundId, Money amount)
      implements PassCommand {}

  /** Ends it, where its time is over and uses are left. */
  record ExpirePass(PassId passId) implements PassCommand {}
}

package org.counterfoil.domain.accounting;

import org.counterfoil.domain.money.PaymentMethod;
import org.counterfoil.domain.order.PaymentId;

/**
 * A payment as the books know it.
 *
 * @param share what it stands for of the order's price, where tax was due with it
 */
public record Received(
    PaymentId paymentId, PaymentMethod method, long amountMinor, State state, ByRate share) {

  /** What became of it. */
  public enum State {
    /** Received; the next event of the order says what for, and books it. */
    WAITING,
    /** Booked as paid in advance. */
    DEPOSIT,
    /** It bought tickets. */
    SPENT,
    /** Who had paid took it back. */
    TAKEN_BACK,
    /** It is owed back, or went back. */
    OWED,
    /** In another currency than the books'. */
    FOREIGN
  }

  Received in(State next) {
    return new Received(paymentId, method, amountMinor, next, share);
  }
}

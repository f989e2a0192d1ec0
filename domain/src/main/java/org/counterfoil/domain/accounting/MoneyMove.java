package org.counterfoil.domain.accounting;

import org.counterfoil.domain.money.PaymentMethod;

/**
 * Money that came in, or went back.
 *
 * @param amountMinor negative where it went back
 */
public record MoneyMove(PaymentMethod method, long amountMinor) {

  /** Whether no money moved, but a debt. */
  boolean isDebt() {
    return method.isDebt();
  }
}

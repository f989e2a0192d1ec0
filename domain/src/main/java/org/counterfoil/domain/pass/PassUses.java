package org.counterfoil.domain.pass;

import java.util.Currency;
import org.counterfoil.domain.money.Money;
import org.counterfoil.domain.money.TaxRate;

/**
 * Some uses of a pass, with the price and the tax that were paid for them; amounts in minor units.
 * Each use has the same, to the cent, so that the uses of a pass add up to it in whatever order
 * they are taken.
 *
 * @param count how many
 */
public record PassUses(
    int count, Currency currency, long grossMinor, long netMinor, long taxMinor, TaxRate taxRate) {

  public PassUses {
    if (grossMinor != netMinor + taxMinor) {
      throw new IllegalArgumentException(
          "Expected gross = net + tax, but "
              + grossMinor
              + " is not "
              + netMinor
              + " + "
              + taxMinor);
    }
  }

  /** What was paid for them, tax included. */
  public Money gross() {
    return new Money(grossMinor, currency);
  }
}

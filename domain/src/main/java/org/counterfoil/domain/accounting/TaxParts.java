package org.counterfoil.domain.accounting;

import java.util.Currency;
import org.counterfoil.domain.money.Money;
import org.counterfoil.domain.money.TaxRate;

/** Tax of parts of a price. */
public final class TaxParts {

  /** The split knows no currency; minor units are whole in all of them. */
  private static final Currency ANY = Currency.getInstance("EUR");

  private TaxParts() {}

  /**
   * The tax of what goes back of a price: split(before) − split(after). However a price is taken
   * apart, the parts' taxes add up to its own.
   *
   * @param beforeMinor what is left of the price, tax included
   * @param partMinor what goes back of it
   */
  public static long taxOfPart(TaxRate rate, long beforeMinor, long partMinor) {
    return taxMinor(rate, beforeMinor) - taxMinor(rate, Math.subtractExact(beforeMinor, partMinor));
  }

  static long taxMinor(TaxRate rate, long grossMinor) {
    return rate.split(new Money(grossMinor, ANY)).tax().minor();
  }
}

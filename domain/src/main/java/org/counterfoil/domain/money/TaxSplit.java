package org.counterfoil.domain.money;

/** A price with its tax taken apart; {@code gross = net + tax} always holds. */
public record TaxSplit(Money gross, Money net, Money tax, TaxRate rate) {

  public TaxSplit {
    if (!net.plus(tax).equals(gross)) {
      throw new IllegalArgumentException(
          "Expected net + tax = gross, but " + net + " + " + tax + " is not " + gross);
    }
  }
}

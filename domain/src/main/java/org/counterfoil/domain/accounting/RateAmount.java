package org.counterfoil.domain.accounting;

import org.counterfoil.domain.money.TaxRate;

/** An amount at one tax rate, in minor units: {@code gross = net + tax}. */
public record RateAmount(TaxRate rate, long netMinor, long taxMinor) {

  public long grossMinor() {
    return Math.addExact(netMinor, taxMinor);
  }

  RateAmount plus(RateAmount other) {
    return new RateAmount(
        rate, Math.addExact(netMinor, other.netMinor), Math.addExact(taxMinor, other.taxMinor));
  }

  RateAmount negated() {
    return new RateAmount(rate, Math.negateExact(netMinor), Math.negateExact(taxMinor));
  }

  boolean isZero() {
    return netMinor == 0 && taxMinor == 0;
  }
}

package org.counterfoil.domain.order;

import org.counterfoil.domain.money.TaxRate;

/** The net and the tax in an amount, of one rate. */
public record TaxShare(TaxRate taxRate, long netMinor, long taxMinor) {

  TaxShare plus(TaxShare more) {
    return new TaxShare(taxRate, netMinor + more.netMinor, taxMinor + more.taxMinor);
  }

  boolean isZero() {
    return netMinor == 0 && taxMinor == 0;
  }

  TaxShare negated() {
    return new TaxShare(taxRate, -netMinor, -taxMinor);
  }
}

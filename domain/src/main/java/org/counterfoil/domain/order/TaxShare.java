package org.counterfoil.domain.order;

import org.counterfoil.domain.money.TaxRate;

/** The net and the tax in an amount, of one rate. */
public record TaxShare(TaxRate taxRate, long netMinor, long taxMinor) {

  TaxShare plus(long net, long tax) {
    return new TaxShare(taxRate, netMinor + net, taxMinor + tax);
  }
}

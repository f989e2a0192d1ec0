package org.counterfoil.eventstore.check;

import java.util.List;
import org.counterfoil.domain.order.TaxShare;

/** What of an order's tickets and lines is not paid, tax included, and the tax in it. */
record Unpaid(long grossMinor, long taxMinor) {

  static final Unpaid NOTHING = new Unpaid(0, 0);

  Unpaid plus(List<TaxShare> shares) {
    long net = shares.stream().mapToLong(TaxShare::netMinor).sum();
    long tax = shares.stream().mapToLong(TaxShare::taxMinor).sum();
    return new Unpaid(grossMinor + net + tax, taxMinor + tax);
  }

  Unpaid minus(List<TaxShare> shares) {
    Unpaid less = NOTHING.plus(shares);
    return new Unpaid(grossMinor - less.grossMinor, taxMinor - less.taxMinor);
  }
}

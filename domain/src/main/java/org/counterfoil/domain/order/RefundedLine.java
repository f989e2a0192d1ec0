package org.counterfoil.domain.order;

import org.counterfoil.domain.money.TaxRate;

/**
 * What goes back for one line; like {@link RefundedTicket}, the difference of the splits before and
 * after.
 *
 * @param remainingMinor what is left of its price, tax included
 */
public record RefundedLine(
    LineId lineId,
    LineProduct product,
    long grossMinor,
    long netMinor,
    long taxMinor,
    TaxRate taxRate,
    long remainingMinor) {

  public RefundedLine {
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
}

package org.counterfoil.domain.order;

import org.counterfoil.domain.money.TaxRate;

/**
 * A line of an order after it was paid.
 *
 * @param refundedMinor what went back of its price, in minor units
 */
public record OrderLine(PricedLine line, long refundedMinor) implements Refundable {

  @Override
  public long remainingMinor() {
    return line.grossMinor() - refundedMinor;
  }

  @Override
  public TaxRate taxRate() {
    return line.taxRate();
  }

  OrderLine refunded(RefundedLine refunded) {
    return new OrderLine(line, refundedMinor + refunded.grossMinor());
  }
}

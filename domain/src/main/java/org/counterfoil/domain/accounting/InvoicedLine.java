package org.counterfoil.domain.accounting;

import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.money.Money;
import org.counterfoil.domain.money.TaxRate;
import org.counterfoil.domain.money.TaxSplit;
import org.counterfoil.domain.order.LineId;
import org.counterfoil.domain.order.LineProduct;
import org.counterfoil.domain.order.Order;
import org.counterfoil.domain.order.OrderLine;
import org.counterfoil.domain.order.PricedLine;
import org.counterfoil.domain.order.RefundedLine;
import org.jspecify.annotations.Nullable;

/**
 * What an order sells beside tickets with what is asked for it, or taken back of it; amounts in
 * minor units.
 *
 * @param name as the price list has it; missing where the product says it all
 * @param quantity how often it is charged
 */
public record InvoicedLine(
    LineId lineId,
    LineProduct product,
    @Nullable PublicLabel name,
    int quantity,
    TaxRate taxRate,
    long netMinor,
    long taxMinor) {

  /** What is left of a line's price: parts that went back were split off it. */
  static InvoicedLine left(OrderLine line, Order order) {
    TaxSplit split =
        line.taxRate().split(new Money(line.remainingMinor(), order.placed().currency()));
    return of(line.line(), split.net().minor(), split.tax().minor());
  }

  /**
   * What was taken back of a line of the order.
   *
   * @throws IllegalArgumentException where it is another order's
   */
  public static InvoicedLine returned(RefundedLine refunded, Order order) {
    return order.lines().stream()
        .map(OrderLine::line)
        .filter(line -> line.lineId().equals(refunded.lineId()))
        .map(line -> of(line, refunded.netMinor(), refunded.taxMinor()))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Expected a line of the order, but " + refunded.lineId() + " is none"));
  }

  private static InvoicedLine of(PricedLine line, long netMinor, long taxMinor) {
    return new InvoicedLine(
        line.lineId(),
        line.product(),
        line.name(),
        line.quantity(),
        line.taxRate(),
        netMinor,
        taxMinor);
  }

  /** Tax included. */
  public long grossMinor() {
    return Math.addExact(netMinor, taxMinor);
  }
}

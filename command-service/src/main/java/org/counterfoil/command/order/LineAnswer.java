package org.counterfoil.command.order;

import java.util.List;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.money.TaxRate;
import org.counterfoil.domain.order.LineId;
import org.counterfoil.domain.order.LineProduct;
import org.counterfoil.domain.order.Order;
import org.counterfoil.domain.order.OrderLine;
import org.counterfoil.domain.order.PricedLine;
import org.counterfoil.domain.performance.FeeCode;
import org.jspecify.annotations.Nullable;

/**
 * What an order sells beside tickets; amounts in minor units of its currency, of the whole line.
 *
 * @param amountMinor tax included
 * @param refundedMinor what goes back or went back of it
 */
record LineAnswer(
    LineId lineId,
    LineProduct product,
    @Nullable FeeCode fee,
    @Nullable PublicLabel name,
    int quantity,
    long amountMinor,
    long taxMinor,
    TaxRate taxRate,
    long refundedMinor) {

  static LineAnswer of(PricedLine line, long refundedMinor) {
    return new LineAnswer(
        line.lineId(),
        line.product(),
        line.fee(),
        line.name(),
        line.quantity(),
        line.grossMinor(),
        line.taxMinor(),
        line.taxRate(),
        refundedMinor);
  }

  static List<LineAnswer> of(Order order) {
    return order.placed().lines().stream()
        .map(
            line ->
                of(
                    line,
                    order.lines().stream()
                        .filter(paid -> paid.line().lineId().equals(line.lineId()))
                        .mapToLong(OrderLine::refundedMinor)
                        .sum()))
        .toList();
  }
}

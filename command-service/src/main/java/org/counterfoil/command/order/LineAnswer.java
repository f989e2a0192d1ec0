package org.counterfoil.command.order;

import java.util.List;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.money.TaxRate;
import org.counterfoil.domain.order.LineId;
import org.counterfoil.domain.order.LineProduct;
import org.counterfoil.domain.order.Order;
import org.counterfoil.domain.order.OrderEvent.OrderPlaced;
import org.counterfoil.domain.order.PricedLine;
import org.counterfoil.domain.performance.FeeCode;
import org.counterfoil.domain.performance.PassOfferCode;
import org.jspecify.annotations.Nullable;

/**
 * What an order sells beside tickets; amounts in minor units of its currency, of the whole line.
 *
 * @param amountMinor tax included
 * @param refundedMinor what goes back or went back of it
 * @param pass which pass it is
 * @param passCode what a pass is used with, once it is paid; keep it secret
 * @param voucherCode what a voucher is spent with, once it is paid; keep it secret
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
    long refundedMinor,
    @Nullable PassOfferCode pass,
    @Nullable String voucherCode,
    @Nullable String passCode) {

  static LineAnswer of(
      PricedLine line,
      long refundedMinor,
      @Nullable String voucherCode,
      @Nullable String passCode) {
    return new LineAnswer(
        line.lineId(),
        line.product(),
        line.fee(),
        line.name(),
        line.quantity(),
        line.grossMinor(),
        line.taxMinor(),
        line.taxRate(),
        refundedMinor,
        line.pass() == null ? null : line.pass().pass(),
        voucherCode,
        passCode);
  }

  /** As they are ordered; nothing of them is paid yet. */
  static List<LineAnswer> of(OrderPlaced placed) {
    return placed.lines().stream().map(line -> of(line, 0, null, null)).toList();
  }

  static List<LineAnswer> of(Order order, LineCodes codes) {
    return order.lines().isEmpty()
        ? of(order.placed())
        : order.lines().stream()
            .map(
                paid ->
                    of(
                        paid.line(),
                        paid.refundedMinor(),
                        codes.voucher(paid.line()),
                        codes.pass(paid.line())))
            .toList();
  }
}

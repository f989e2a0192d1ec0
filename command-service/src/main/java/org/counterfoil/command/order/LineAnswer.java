package org.counterfoil.command.order;

import java.util.List;
import org.counterfoil.command.code.VoucherCodes;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.money.TaxRate;
import org.counterfoil.domain.order.LineId;
import org.counterfoil.domain.order.LineProduct;
import org.counterfoil.domain.order.Order;
import org.counterfoil.domain.order.OrderEvent.OrderPlaced;
import org.counterfoil.domain.order.PricedLine;
import org.counterfoil.domain.performance.FeeCode;
import org.counterfoil.domain.voucher.VoucherId;
import org.jspecify.annotations.Nullable;

/**
 * What an order sells beside tickets; amounts in minor units of its currency, of the whole line.
 *
 * @param amountMinor tax included
 * @param refundedMinor what goes back or went back of it
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
    @Nullable String voucherCode) {

  static LineAnswer of(PricedLine line, long refundedMinor, @Nullable String voucherCode) {
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
        voucherCode);
  }

  /** As they are ordered; nothing of them is paid yet. */
  static List<LineAnswer> of(OrderPlaced placed) {
    return placed.lines().stream().map(line -> of(line, 0, null)).toList();
  }

  static List<LineAnswer> of(Order order, VoucherCodes codes) {
    return order.lines().isEmpty()
        ? of(order.placed())
        : order.lines().stream()
            .map(paid -> of(paid.line(), paid.refundedMinor(), code(paid.line(), codes)))
            .toList();
  }

  private static @Nullable String code(PricedLine line, VoucherCodes codes) {
    return line.product() == LineProduct.VOUCHER
        ? codes.text(new VoucherId(line.lineId().value()))
        : null;
  }
}

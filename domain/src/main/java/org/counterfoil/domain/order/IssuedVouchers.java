package org.counterfoil.domain.order;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.counterfoil.domain.money.Money;
import org.counterfoil.domain.money.TaxRate;
import org.counterfoil.domain.order.OrderEvent.OrderPlaced;
import org.counterfoil.domain.voucher.VoucherEvent;
import org.counterfoil.domain.voucher.VoucherEvent.VoucherIssued;
import org.counterfoil.domain.voucher.VoucherId;
import org.counterfoil.domain.voucher.VoucherOrigin;
import org.jspecify.annotations.Nullable;

/**
 * Issues vouchers in one unit of work with what pays for them. Each begins a stream of its own, in
 * which all that happens to it later is decided.
 */
final class IssuedVouchers {

  private IssuedVouchers() {}

  /** Those that an order sells, whose tickets were just paid. Each has the id of its line. */
  static List<VoucherEvent> sold(OrderPlaced order, Instant now) {
    return order.lines().stream()
        .filter(line -> line.product() == LineProduct.VOUCHER)
        .map(
            line ->
                issued(
                    new VoucherId(line.lineId().value()),
                    order,
                    VoucherOrigin.SALE,
                    line.grossMinor(),
                    line.taxMinor() == 0 ? null : line.taxRate(),
                    daysOf(line),
                    now))
        .toList();
  }

  /** One to which money of the order goes back. */
  static VoucherEvent refunded(
      VoucherId id, OrderPlaced order, long amountMinor, int validDays, Instant now) {
    return issued(id, order, VoucherOrigin.REFUND, amountMinor, null, validDays, now);
  }

  private static int daysOf(PricedLine voucher) {
    return Objects.requireNonNull(
        voucher.validDays(), "Expected a voucher to say how long it is valid, but it does not");
  }

  private static VoucherEvent issued(
      VoucherId id,
      OrderPlaced order,
      VoucherOrigin origin,
      long amountMinor,
      @Nullable TaxRate taxRate,
      int validDays,
      Instant now) {
    return new VoucherIssued(
        id,
        order.organisationId(),
        order.orderId(),
        origin,
        new Money(amountMinor, order.currency()),
        taxRate,
        now.plus(Duration.ofDays(validDays)));
  }
}

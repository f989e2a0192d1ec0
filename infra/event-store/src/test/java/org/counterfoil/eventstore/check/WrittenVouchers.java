package org.counterfoil.eventstore.check;

import static org.counterfoil.eventstore.check.WrittenNames.EUR;
import static org.counterfoil.eventstore.check.WrittenNames.PERFORMANCE;
import static org.counterfoil.eventstore.check.WrittenNames.THEATRE;
import static org.counterfoil.eventstore.check.WrittenNames.WEB;
import static org.counterfoil.eventstore.check.WrittenNames.id;
import static org.counterfoil.eventstore.check.WrittenNames.order;
import static org.counterfoil.eventstore.check.WrittenNames.payment;

import java.util.List;
import org.counterfoil.domain.money.Money;
import org.counterfoil.domain.money.PaymentMethod;
import org.counterfoil.domain.money.TaxRate;
import org.counterfoil.domain.order.LineId;
import org.counterfoil.domain.order.LineProduct;
import org.counterfoil.domain.order.OrderEvent;
import org.counterfoil.domain.order.PricedLine;
import org.counterfoil.domain.order.ProviderName;
import org.counterfoil.domain.order.RefundId;
import org.counterfoil.domain.order.RefundReason;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.voucher.TaxedPart;
import org.counterfoil.domain.voucher.VoucherEvent.VoucherCredited;
import org.counterfoil.domain.voucher.VoucherEvent.VoucherIssued;
import org.counterfoil.domain.voucher.VoucherEvent.VoucherSpent;
import org.counterfoil.domain.voucher.VoucherId;
import org.counterfoil.domain.voucher.VoucherOrigin;

/** Vouchers: sold, issued, spent and credited. */
interface WrittenVouchers<L> extends Writing<L> {

  /** Sold by an order of its own, which is told and not paid here. */
  default L voucher(String voucher, long minor) {
    VoucherId id = new VoucherId(id("voucher " + voucher));
    money(
        new OrderEvent.OrderPlaced(
            order("of " + voucher),
            THEATRE,
            PerformanceId.NONE,
            WEB,
            List.of(),
            List.of(),
            List.of(
                new PricedLine(
                    new LineId(id.value()),
                    LineProduct.VOUCHER,
                    null,
                    null,
                    1,
                    minor,
                    minor,
                    0,
                    new TaxRate("0"),
                    null,
                    365)),
            EUR,
            minor,
            0,
            now().plusSeconds(480)));
    return issued(voucher, minor);
  }

  default L issued(String voucher, long minor) {
    VoucherId id = new VoucherId(id("voucher " + voucher));
    return write(
        id.value(),
        new VoucherIssued(
            id, THEATRE, order("o"), VoucherOrigin.SALE, new Money(minor, EUR), now()));
  }

  /** A single-purpose voucher at 5.5 %, and what it pays with what is said of its tax. */
  default L taxedVoucher(String voucher, long minor) {
    VoucherId id = new VoucherId(id("voucher " + voucher));
    money(
        new OrderEvent.OrderPlaced(
            order("of " + voucher),
            THEATRE,
            PerformanceId.NONE,
            WEB,
            List.of(),
            List.of(),
            List.of(
                new PricedLine(
                    new LineId(id.value()),
                    LineProduct.VOUCHER,
                    null,
                    null,
                    1,
                    minor,
                    minor,
                    0,
                    new TaxRate("0"),
                    null,
                    365)),
            EUR,
            minor,
            0,
            now().plusSeconds(480)));
    return write(
        id.value(),
        new VoucherIssued(
            id,
            THEATRE,
            order("of " + voucher),
            VoucherOrigin.SALE,
            new Money(minor, EUR),
            new TaxRate("5.5"),
            now()));
  }

  default L taxedSpent(String voucher, String order, String payment, long net, long tax) {
    VoucherId id = new VoucherId(id("voucher " + voucher));
    return write(
        id.value(),
        new VoucherSpent(
            id,
            THEATRE,
            order(order),
            payment(payment),
            new Money(net + tax, EUR),
            new TaxedPart(new TaxRate("5.5"), net, tax)));
  }

  default L spent(String voucher, String order, String payment, long minor) {
    VoucherId id = new VoucherId(id("voucher " + voucher));
    return write(
        id.value(),
        new VoucherSpent(id, THEATRE, order(order), payment(payment), new Money(minor, EUR)));
  }

  default L credited(String voucher, String order, String refund, long minor) {
    VoucherId id = new VoucherId(id("voucher " + voucher));
    return write(
        id.value(),
        new VoucherCredited(
            id,
            THEATRE,
            order(order),
            new RefundId(id("refund of " + refund)),
            new Money(minor, EUR),
            now()));
  }

  default L capturedByVoucher(String order, String payment, long minor) {
    return money(
        new OrderEvent.PaymentCaptured(
            order(order),
            THEATRE,
            PERFORMANCE,
            payment(payment),
            PaymentMethod.VOUCHER,
            ProviderName.VOUCHERS,
            null,
            new Money(minor, EUR)));
  }

  /** What a voucher paid goes back to it. */
  default L owedToVoucher(String order, String payment, long minor) {
    return money(
        new OrderEvent.RefundDue(
            order(order),
            THEATRE,
            PERFORMANCE,
            new RefundId(id("refund of " + payment)),
            payment(payment),
            PaymentMethod.VOUCHER,
            ProviderName.VOUCHERS,
            new Money(minor, EUR),
            RefundReason.PAID_TWICE));
  }
}

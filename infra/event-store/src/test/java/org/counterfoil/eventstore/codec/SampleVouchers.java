package org.counterfoil.eventstore.codec;

import static org.counterfoil.eventstore.codec.SampleEvents.EUR;
import static org.counterfoil.eventstore.codec.SampleEvents.THEATRE;
import static org.counterfoil.eventstore.codec.SampleEvents.id;

import java.time.Instant;
import java.util.List;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.money.Money;
import org.counterfoil.domain.money.TaxRate;
import org.counterfoil.domain.order.PaymentId;
import org.counterfoil.domain.order.RefundId;
import org.counterfoil.domain.voucher.TaxedPart;
import org.counterfoil.domain.voucher.VoucherEvent.VoucherCredited;
import org.counterfoil.domain.voucher.VoucherEvent.VoucherExpired;
import org.counterfoil.domain.voucher.VoucherEvent.VoucherIssued;
import org.counterfoil.domain.voucher.VoucherEvent.VoucherPaymentGivenUp;
import org.counterfoil.domain.voucher.VoucherEvent.VoucherSpent;
import org.counterfoil.domain.voucher.VoucherId;
import org.counterfoil.domain.voucher.VoucherOrigin;

/** One of each event of a voucher. A sample MUST NOT be changed once its file is approved. */
final class SampleVouchers {

  private static final VoucherId VOUCHER = new VoucherId(id(33));
  private static final OrderId ORDER = new OrderId(id(21));
  private static final PaymentId PAYMENT = new PaymentId(id(22));
  private static final Instant EXPIRES_AT = Instant.parse("2027-11-20T09:30:00.123456Z");

  private SampleVouchers() {}

  static List<Event> all() {
    return List.of(
        new VoucherIssued(
            VOUCHER,
            THEATRE,
            ORDER,
            VoucherOrigin.SALE,
            new Money(5000, EUR),
            new TaxRate("5.5"),
            EXPIRES_AT),
        new VoucherSpent(VOUCHER, THEATRE, ORDER, PAYMENT, new Money(2500, EUR), share(2369, 131)),
        new VoucherPaymentGivenUp(VOUCHER, THEATRE, ORDER, PAYMENT),
        new VoucherCredited(
            VOUCHER,
            THEATRE,
            ORDER,
            new RefundId(id(23)),
            new Money(2500, EUR),
            share(2369, 131),
            EXPIRES_AT),
        new VoucherExpired(VOUCHER, THEATRE, new Money(5000, EUR), share(4739, 261)));
  }

  private static TaxedPart share(long netMinor, long taxMinor) {
    return new TaxedPart(new TaxRate("5.5"), netMinor, taxMinor);
  }
}

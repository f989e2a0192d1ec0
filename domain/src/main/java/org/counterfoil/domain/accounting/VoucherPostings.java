package org.counterfoil.domain.accounting;

import java.util.List;
import org.counterfoil.domain.money.TaxRate;
import org.counterfoil.domain.voucher.VoucherEvent;
import org.counterfoil.domain.voucher.VoucherEvent.VoucherCredited;
import org.counterfoil.domain.voucher.VoucherEvent.VoucherExpired;
import org.counterfoil.domain.voucher.VoucherEvent.VoucherIssued;
import org.counterfoil.domain.voucher.VoucherEvent.VoucherPaymentGivenUp;
import org.counterfoil.domain.voucher.VoucherEvent.VoucherSpent;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of vouchers. What is paid for one, with one and back to one is posted with the order
 * that it is about; what nobody spent is posted here.
 */
public final class VoucherPostings {

  private static final TaxRate UNTAXED = new TaxRate("0");

  private VoucherPostings() {}

  /** Null where the order's own event is posted. */
  public static @Nullable Operation post(VoucherEvent event) {
    return switch (event) {
      case VoucherIssued issued -> null;
      case VoucherSpent spent -> null;
      case VoucherPaymentGivenUp given -> null;
      case VoucherCredited credited -> null;
      case VoucherExpired expired -> expire(expired.amount().minor());
    };
  }

  /** A debt that falls is earned without anything being sold for it; no tax is due on it. */
  private static Operation expire(long minor) {
    ByRate earned = ByRate.of(UNTAXED, minor, 0);
    return new Operation(
        OperationKind.VOUCHER_EXPIRED,
        earned,
        earned,
        List.of(),
        0,
        -minor,
        ByRate.NOTHING,
        0,
        Posting.in(Journal.GENERAL)
            .debit(Account.DEPOSITS, minor)
            .credit(Account.EXPIRED_VOUCHERS, minor)
            .toPosting());
  }
}

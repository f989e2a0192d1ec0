package org.counterfoil.domain.accounting;

import java.util.List;
import org.counterfoil.domain.money.TaxRate;
import org.counterfoil.domain.voucher.TaxedPart;
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
      case VoucherIssued issued -> issue(issued);
      case VoucherSpent spent -> spent.taxed() == null ? null : tax(spent.taxed(), -1);
      case VoucherPaymentGivenUp given -> null;
      case VoucherCredited credited -> credited.taxed() == null ? null : tax(credited.taxed(), 1);
      case VoucherExpired expired -> expire(expired.amount().minor(), expired.taxed());
    };
  }

  private static @Nullable Operation issue(VoucherIssued issued) {
    TaxRate rate = issued.taxRate();
    long gross = issued.amount().minor();
    if (rate == null) {
      return null;
    }
    long tax = TaxParts.taxMinor(rate, gross);
    return tax(new TaxedPart(rate, gross - tax, tax), 1);
  }

  /**
   * A single-purpose voucher is taxed when it is issued (directive 2006/112/EC, art. 30b(1)). Its
   * order books a debt as of any voucher; here that becomes one net of tax, and the tax is due.
   * When it is spent this is taken back, because then the order says what is due.
   *
   * @param sign 1 where tax is due, -1 where it is no more
   */
  private static Operation tax(TaxedPart share, int sign) {
    long net = sign * share.netMinor();
    long tax = sign * share.taxMinor();
    return new Operation(
        OperationKind.VOUCHER_TAXED,
        ByRate.NOTHING,
        ByRate.NOTHING,
        List.of(),
        0,
        0,
        ByRate.of(share.taxRate(), net, tax),
        0,
        Posting.in(Journal.GENERAL)
            .debit(Account.DEPOSITS, net + tax)
            .credit(Account.SINGLE_PURPOSE_VOUCHERS, net)
            .credit(Account.TAX_COLLECTED, tax)
            .toPosting());
  }

  /** A debt that falls is earned without anything being sold for it; its tax, if any, stays due. */
  private static Operation expire(long minor, @Nullable TaxedPart taxed) {
    long net = taxed == null ? minor : taxed.netMinor();
    Account debt = taxed == null ? Account.DEPOSITS : Account.SINGLE_PURPOSE_VOUCHERS;
    ByRate earned =
        taxed == null
            ? ByRate.of(UNTAXED, minor, 0)
            : ByRate.of(taxed.taxRate(), taxed.netMinor(), taxed.taxMinor());
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
            .debit(debt, net)
            .credit(Account.EXPIRED_VOUCHERS, net)
            .toPosting());
  }
}

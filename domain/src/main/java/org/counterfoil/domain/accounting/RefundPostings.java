package org.counterfoil.domain.accounting;

import java.util.List;
import org.counterfoil.domain.money.PaymentMethod;
import org.jspecify.annotations.Nullable;

/**
 * Money that goes back. Tax that was due falls when the money has gone back, not when it is owed
 * (CJEU C-107/13, C-660/16).
 */
final class RefundPostings {

  private RefundPostings() {}

  /** Money came that buys nothing, and is owed back at once. No tax was ever due on it. */
  static Operation oweUnspent(Received payment) {
    long amount = payment.amountMinor();
    return new Operation(
        OperationKind.REFUND_DUE,
        ByRate.NOTHING,
        List.of(new MoneyMove(payment.method(), amount)),
        -amount,
        0,
        ByRate.NOTHING,
        0,
        Posting.in(Journal.MONEY)
            .takings(payment.method(), amount)
            .credit(Account.REFUNDS_DUE, amount)
            .toPosting());
  }

  /** What was paid in advance is owed back: one debt becomes another. */
  static Operation oweDeposit(Received payment) {
    ByRate share = payment.share();
    return new Operation(
        OperationKind.REFUND_DUE,
        ByRate.NOTHING,
        List.of(),
        0,
        0,
        ByRate.NOTHING,
        0,
        Posting.in(Journal.GENERAL)
            .debit(Account.DEPOSITS, share.netMinor())
            .debit(Account.TAX_PENDING, share.taxMinor())
            .credit(Account.REFUNDS_DUE, share.grossMinor())
            .toPosting());
  }

  /**
   * What was owed has gone back.
   *
   * @param by another method than the one it was owed by
   */
  static Posted payBack(Owed owed, @Nullable PaymentMethod by, OrderBooks books) {
    OrderBooks after = books.without(owed);
    if (owed.isForeign()) {
      return new Posted(after, Operation.without(OperationKind.FOREIGN_MONEY, 0));
    }
    PaymentMethod method = by == null ? owed.method() : by;
    return new Posted(
        after,
        new Operation(
            OperationKind.REFUND_PAID,
            ByRate.NOTHING,
            List.of(new MoneyMove(method, -owed.amountMinor())),
            0,
            -owed.amountMinor(),
            owed.due().negated(),
            0,
            Posting.in(Journal.MONEY)
                .debit(Account.REFUNDS_DUE, owed.amountMinor())
                .debit(Account.TAX_COLLECTED, owed.due().taxMinor())
                .takings(method, -owed.amountMinor())
                .credit(Account.TAX_PENDING, owed.due().taxMinor())
                .toPosting()));
  }
}

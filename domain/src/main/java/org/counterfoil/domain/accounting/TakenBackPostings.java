package org.counterfoil.domain.accounting;

import java.util.List;
import org.counterfoil.domain.accounting.Received.State;
import org.counterfoil.domain.money.PaymentMethod;
import org.counterfoil.domain.order.OrderEvent.PaymentRestored;
import org.counterfoil.domain.order.OrderEvent.PaymentTakenBack;
import org.counterfoil.domain.order.PaymentId;
import org.counterfoil.domain.order.ProviderName;
import org.counterfoil.domain.order.RefundId;
import org.counterfoil.domain.order.TaxShare;
import org.jspecify.annotations.Nullable;

/**
 * Money that was received and is taken back by whoever paid: cheques that come back unpaid, card
 * payments that are charged back. The buyer owes it as he owes tickets on account (411), and its
 * tax waits (4458) until it is paid after all, because tax on services is due on what is received
 * (art. 269-2-c CGI). What the bank asks for it is the organisation's (627); what a provider asks,
 * its payouts say.
 */
final class TakenBackPostings {

  private TakenBackPostings() {}

  static Posted takeBack(PaymentTakenBack taken, OrderBooks books) {
    long amount = taken.amount().minor();
    ByRate share = shares(taken.taxes());
    long fee = fee(taken.provider(), taken.feeMinor());
    Posting.Draft draft =
        Posting.in(Journal.MONEY)
            .debit(Account.RECEIVABLES, amount)
            .debit(Account.PROVIDER_FEES, fee)
            .debit(Account.TAX_COLLECTED, share.taxMinor());
    money(draft, taken.isFromBank(), taken.method(), -amount);
    fee(draft, taken.isFromBank(), taken.method(), -fee);
    draft.credit(Account.TAX_PENDING, share.taxMinor());
    return new Posted(
        in(books, taken.paymentId(), State.TAKEN_BACK)
            .owing(books.receivableMinor() + amount, books.unpaid().plus(share)),
        new Operation(
            kind(taken.method()),
            ByRate.NOTHING,
            List.of(new MoneyMove(taken.method(), -amount)),
            amount,
            0,
            share.negated(),
            0,
            draft.toPosting()));
  }

  static Posted restore(PaymentRestored restored, OrderBooks books) {
    long amount = restored.amount().minor();
    RefundId refund = restored.refundId();
    ByRate share = shares(restored.taxes());
    long fee = fee(restored.provider(), restored.feeMinor());
    boolean isOwed = refund == null;
    Posting.Draft draft = Posting.in(Journal.MONEY);
    money(draft, restored.isToBank(), restored.method(), amount);
    fee(draft, restored.isToBank(), restored.method(), fee);
    draft
        .debit(Account.TAX_PENDING, share.taxMinor())
        .credit(isOwed ? Account.RECEIVABLES : Account.REFUNDS_DUE, amount)
        .credit(Account.PROVIDER_FEES, fee)
        .credit(Account.TAX_COLLECTED, share.taxMinor());
    OrderBooks after =
        refund == null
            ? in(books, restored.paymentId(), State.SPENT)
                .owing(books.receivableMinor() - amount, books.unpaid().minus(share))
            : in(books, restored.paymentId(), State.OWED)
                .with(new Owed(refund, restored.method(), amount, ByRate.NOTHING, false));
    return new Posted(
        after,
        new Operation(
            OperationKind.PAYMENT_RESTORED,
            ByRate.NOTHING,
            List.of(new MoneyMove(restored.method(), amount)),
            isOwed ? 0 : -amount,
            isOwed ? amount : 0,
            share,
            0,
            draft.toPosting()));
  }

  /** What a provider keeps is booked with the payout that it is missing in. */
  private static long fee(@Nullable ProviderName provider, long minor) {
    return provider == null ? minor : 0;
  }

  private static OperationKind kind(PaymentMethod method) {
    return method.equals(PaymentMethod.CHEQUE)
        ? OperationKind.UNPAID_CHEQUE
        : OperationKind.CHARGEBACK;
  }

  /** Where money of a method is, or the bank account once it has arrived there. */
  private static void money(
      Posting.Draft draft, boolean isAtBank, PaymentMethod method, long minor) {
    if (isAtBank) {
      draft.debit(Account.BANK, minor);
    } else {
      draft.takings(method, minor);
    }
  }

  /** Banks take their fees from the account, providers from what they pay over. */
  private static void fee(Posting.Draft draft, boolean isAtBank, PaymentMethod method, long minor) {
    money(draft, isAtBank || method.equals(PaymentMethod.CHEQUE), method, minor);
  }

  private static ByRate shares(List<TaxShare> taxes) {
    return ByRate.sum(
        taxes.stream()
            .map(tax -> new RateAmount(tax.taxRate(), tax.netMinor(), tax.taxMinor()))
            .toList());
  }

  private static OrderBooks in(OrderBooks books, PaymentId id, State state) {
    return books.changing(payment -> payment.paymentId().equals(id) ? payment.in(state) : payment);
  }
}

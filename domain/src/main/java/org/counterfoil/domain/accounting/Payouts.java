package org.counterfoil.domain.accounting;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.accounting.AccountingCommand.RecordPayout;
import org.counterfoil.domain.accounting.AccountingEvent.PayoutRecorded;
import org.counterfoil.domain.money.PaymentMethod;

/** What a provider pays over: decided about once, and booked as it arrived. */
public final class Payouts {

  private Payouts() {}

  static Decision<AccountingEvent> record(RecordPayout command, Books state) {
    PayoutRecorded payout = command.payout();
    Integer known = state.payouts.get(key(payout));
    if (known != null) {
      return known == payout.hashCode()
          ? Decision.accept()
          : Decision.reject(
              AccountingRejection.PAYOUT_KNOWN,
              "Expected a payout that is new, but "
                  + payout.provider()
                  + " has one of that reference that says something else");
    }
    Set<Object> seen = new HashSet<>();
    if (!payout.lines().stream().allMatch(line -> seen.add(line.reference()))) {
      return Decision.reject(
          AccountingRejection.PAYOUT_LINE_REPEATED,
          "Expected each reference once in a payout, but one repeats");
    }
    long sum = Math.subtractExact(grossMinor(payout.lines()), feeMinor(payout.lines()));
    return sum == payout.amountMinor()
        ? Decision.accept(payout)
        : Decision.reject(
            AccountingRejection.PAYOUT_DOES_NOT_ADD_UP,
            "Expected lines that add up to "
                + payout.amountMinor()
                + " less fees, but they add up to "
                + sum);
  }

  /** Known by what the provider calls it. */
  static String key(PayoutRecorded payout) {
    return payout.provider() + "/" + payout.reference();
  }

  /** It is money of ours that moves from one place to another; the fee is an expense. */
  public static Operation book(PayoutRecorded payout) {
    long gross = grossMinor(payout.lines());
    return new Operation(
        OperationKind.PAYOUT,
        ByRate.NOTHING,
        List.of(),
        0,
        0,
        ByRate.NOTHING,
        0,
        gross == 0 && payout.amountMinor() == 0
            ? null
            : Posting.in(Journal.MONEY)
                .debit(Account.BANK, payout.amountMinor())
                .debit(Account.PROVIDER_FEES, feeMinor(payout.lines()))
                .takings(PaymentMethod.CARD, -gross)
                .toPosting());
  }

  private static long grossMinor(List<PayoutLine> lines) {
    return lines.stream().mapToLong(PayoutLine::grossMinor).reduce(0, Math::addExact);
  }

  private static long feeMinor(List<PayoutLine> lines) {
    return lines.stream().mapToLong(PayoutLine::feeMinor).reduce(0, Math::addExact);
  }
}

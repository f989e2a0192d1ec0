package org.counterfoil.domain.accounting;

import java.util.List;
import org.counterfoil.domain.pass.PassEvent;
import org.counterfoil.domain.pass.PassEvent.PassExpired;
import org.counterfoil.domain.pass.PassEvent.PassIssued;
import org.counterfoil.domain.pass.PassEvent.PassPaymentGivenUp;
import org.counterfoil.domain.pass.PassEvent.PassUsed;
import org.counterfoil.domain.pass.PassEvent.PassUsesReturned;
import org.counterfoil.domain.pass.PassUses;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of passes. The order that sells one books a debt of all of it, and the order that a
 * use pays for takes that debt back. Here it becomes, for as long as it is not used, revenue of
 * later with its tax due: what a use buys is known, and so is its rate (art. 269-2-c CGI).
 */
public final class PassPostings {

  private PassPostings() {}

  /** Null where nothing is booked. */
  public static @Nullable Operation post(PassEvent event) {
    return switch (event) {
      case PassIssued issued -> defer(OperationKind.PASS_ISSUED, issued.uses(), 1);
      case PassUsed used -> defer(OperationKind.PASS_USED, used.uses(), -1);
      case PassPaymentGivenUp given -> null;
      case PassUsesReturned back -> defer(OperationKind.PASS_USES_RETURNED, back.uses(), 1);
      case PassExpired expired -> expire(expired.uses());
    };
  }

  /**
   * Uses that can be taken now, or no more.
   *
   * @param sign 1 where they can be, -1 where they were taken
   */
  private static Operation defer(OperationKind kind, PassUses uses, int sign) {
    long net = sign * uses.netMinor();
    long tax = sign * uses.taxMinor();
    return new Operation(
        kind,
        ByRate.NOTHING,
        ByRate.NOTHING,
        List.of(),
        0,
        0,
        ByRate.of(uses.taxRate(), net, tax),
        0,
        Posting.in(Journal.GENERAL)
            .debit(Account.DEPOSITS, net + tax)
            .credit(Account.PASSES, net)
            .credit(Account.TAX_COLLECTED, tax)
            .toPosting());
  }

  /** What nobody took is earned without a performance; its tax stays due. */
  private static Operation expire(PassUses uses) {
    ByRate earned = ByRate.of(uses.taxRate(), uses.netMinor(), uses.taxMinor());
    return new Operation(
        OperationKind.PASS_UNUSED,
        earned,
        earned,
        List.of(),
        0,
        -uses.grossMinor(),
        ByRate.NOTHING,
        0,
        Posting.in(Journal.GENERAL)
            .debit(Account.PASSES, uses.netMinor())
            .credit(Account.UNUSED_PASSES, uses.netMinor())
            .toPosting());
  }
}

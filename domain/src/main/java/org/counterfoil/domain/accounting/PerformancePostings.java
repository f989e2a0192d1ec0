package org.counterfoil.domain.accounting;

import java.util.List;
import org.counterfoil.domain.accounting.PerformanceBooks.Stage;
import org.jspecify.annotations.Nullable;

/** What the fate of a performance means for the books. */
public final class PerformancePostings {

  private PerformancePostings() {}

  /** It took place: what was deferred for it is earned. */
  public static Operation recognise(PerformanceBooks books) {
    refuseUnlessComing(books);
    ByRate unearned = books.unearned();
    return new Operation(
        OperationKind.RECOGNITION,
        ByRate.NOTHING,
        List.of(),
        0,
        0,
        ByRate.NOTHING,
        0,
        postingUnlessZero(
            unearned,
            Posting.in(Journal.GENERAL)
                .debit(Account.DEFERRED_REVENUE, unearned.netMinor())
                .credit(Account.REVENUE, unearned.netMinor())));
  }

  /**
   * It was cancelled: the debt arises for everything that was sold and not taken back. Its tax
   * falls only when the money goes back.
   */
  public static Operation cancel(PerformanceBooks books) {
    refuseUnlessComing(books);
    ByRate unearned = books.unearned();
    return new Operation(
        OperationKind.CANCELLATION,
        unearned.negated(),
        List.of(),
        -unearned.grossMinor(),
        0,
        ByRate.NOTHING,
        0,
        postingUnlessZero(
            unearned,
            Posting.in(Journal.GENERAL)
                .debit(Account.DEFERRED_REVENUE, unearned.netMinor())
                .debit(Account.TAX_PENDING, unearned.taxMinor())
                .credit(Account.REFUNDS_DUE, unearned.grossMinor())));
  }

  /** The books of the performance afterwards. */
  public static PerformanceBooks ended(Stage stage) {
    return new PerformanceBooks(stage, ByRate.NOTHING);
  }

  private static @Nullable Posting postingUnlessZero(ByRate unearned, Posting.Draft draft) {
    return unearned.isZero() ? null : draft.toPosting();
  }

  private static void refuseUnlessComing(PerformanceBooks books) {
    if (books.stage() != Stage.COMING) {
      throw new IllegalStateException(
          "Expected a performance that is to come, but it is " + books.stage());
    }
  }
}

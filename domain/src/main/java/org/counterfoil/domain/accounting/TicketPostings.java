package org.counterfoil.domain.accounting;

import java.util.ArrayList;
import java.util.List;
import org.counterfoil.domain.order.OrderEvent.TicketsRefunded;
import org.counterfoil.domain.order.RefundPart;
import org.counterfoil.domain.order.RevenueStand;

/**
 * Tickets that are taken back, wholly or in part. The amounts were decided: split(before) −
 * split(after), so that parts of a price add up to it.
 */
final class TicketPostings {

  private TicketPostings() {}

  static Posted refund(TicketsRefunded refunded, OrderBooks books) {
    ByRate goods =
        ByRate.sum(
            refunded.tickets().stream()
                .map(t -> new RateAmount(t.taxRate(), t.netMinor(), t.taxMinor()))
                .toList());
    ByRate paid = ByRate.NOTHING;
    ByRate owed = ByRate.NOTHING;
    OrderBooks after = books;
    List<MoneyMove> money = new ArrayList<>();
    for (RefundPart part : refunded.parts()) {
      ByRate share = taxes(part);
      if (part.isPaid()) {
        paid = paid.plus(share);
        money.add(new MoneyMove(part.method(), -part.amountMinor()));
      } else {
        owed = owed.plus(share);
        after =
            after.with(new Owed(part.refundId(), part.method(), part.amountMinor(), share, false));
      }
    }
    boolean isOwedAlready = refunded.revenue() == RevenueStand.OWED;
    int tickets =
        (int) -refunded.tickets().stream().filter(ticket -> ticket.remainingMinor() == 0).count();
    return new Posted(
        after,
        new Operation(
            OperationKind.REFUND,
            isOwedAlready ? ByRate.NOTHING : goods.negated(),
            money,
            isOwedAlready ? 0 : -owed.grossMinor(),
            isOwedAlready ? -paid.grossMinor() : 0,
            paid.negated(),
            tickets,
            switch (refunded.revenue()) {
              case DEFERRED -> giveUp(Account.DEFERRED_REVENUE, goods, paid, owed, money);
              case EARNED -> giveUp(Account.REVENUE, goods, paid, owed, money);
              case OWED -> paid.isZero() ? null : payOwed(paid, money);
            }));
  }

  /** Revenue is given up: what went back takes its tax with it, what is owed does when it goes. */
  private static Posting giveUp(
      Account revenue, ByRate goods, ByRate paid, ByRate owed, List<MoneyMove> money) {
    Posting.Draft draft =
        Posting.in(Journal.SALES)
            .debit(revenue, goods.netMinor())
            .debit(Account.TAX_COLLECTED, paid.taxMinor())
            .debit(Account.TAX_PENDING, owed.taxMinor());
    money.forEach(move -> draft.takings(move.method(), move.amountMinor()));
    return draft.credit(Account.REFUNDS_DUE, owed.grossMinor()).toPosting();
  }

  /** Its performance was cancelled: the debt exists already. */
  private static Posting payOwed(ByRate paid, List<MoneyMove> money) {
    Posting.Draft draft =
        Posting.in(Journal.MONEY)
            .debit(Account.REFUNDS_DUE, paid.grossMinor())
            .debit(Account.TAX_COLLECTED, paid.taxMinor());
    money.forEach(move -> draft.takings(move.method(), move.amountMinor()));
    return draft.credit(Account.TAX_PENDING, paid.taxMinor()).toPosting();
  }

  private static ByRate taxes(RefundPart part) {
    return ByRate.sum(
        part.taxes().stream()
            .map(tax -> new RateAmount(tax.taxRate(), tax.netMinor(), tax.taxMinor()))
            .toList());
  }
}

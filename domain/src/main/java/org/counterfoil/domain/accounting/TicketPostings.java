package org.counterfoil.domain.accounting;

import java.util.ArrayList;
import java.util.List;
import org.counterfoil.domain.accounting.Received.State;
import org.counterfoil.domain.order.OrderEvent.TicketsExchanged;
import org.counterfoil.domain.order.OrderEvent.TicketsRefunded;
import org.counterfoil.domain.order.RefundedTicket;
import org.counterfoil.domain.order.RevenueStand;
import org.counterfoil.domain.seathold.IssuedTicket;
import org.jspecify.annotations.Nullable;

/**
 * Tickets that are taken back, wholly or in part. The amounts were decided: split(before) −
 * split(after), so that parts of a price add up to it.
 */
final class TicketPostings {

  private TicketPostings() {}

  static Posted refund(TicketsRefunded refunded, OrderBooks books) {
    ByRate goods = goods(refunded.tickets());
    GoneBack back = GoneBack.of(refunded.parts());
    ByRate paid = back.paid();
    ByRate owed = back.owed();
    List<MoneyMove> money = back.money();
    ByRate unpaid = refunded.unpaidMinor() == 0 ? ByRate.NOTHING : goods;
    OrderBooks after = back.oweIn(books).withoutUnpaid(unpaid);
    boolean isOwedAlready = refunded.revenue() == RevenueStand.OWED;
    int tickets =
        (int) -refunded.tickets().stream().filter(ticket -> ticket.remainingMinor() == 0).count();
    return new Posted(
        after,
        new Operation(
            OperationKind.REFUND,
            isOwedAlready ? ByRate.NOTHING : goods.negated(),
            money,
            isOwedAlready ? 0 : -owed.plus(unpaid).grossMinor(),
            isOwedAlready ? -paid.grossMinor() : 0,
            paid.negated(),
            tickets,
            switch (refunded.revenue()) {
              case DEFERRED -> giveUp(Account.DEFERRED_REVENUE, goods, paid, owed, unpaid, money);
              case EARNED -> giveUp(Account.REVENUE, goods, paid, owed, unpaid, money);
              case OWED -> unpaid.isZero() ? payOwed(paid, money) : oweNothing(unpaid);
            }));
  }

  /**
   * Tickets are exchanged: the revenue of one for that of the other, and the difference came in,
   * went back, or is owed back, in which case its tax falls when it goes.
   */
  static Posted exchange(TicketsExchanged exchanged, OrderBooks books) {
    ByRate returned = goods(exchanged.returned());
    ByRate issued =
        ByRate.sum(
            exchanged.issued().stream()
                .map(IssuedTicket::ticket)
                .map(t -> new RateAmount(t.taxRate(), t.netMinor(), t.taxMinor()))
                .toList());
    GoneBack back = GoneBack.of(exchanged.parts());
    List<MoneyMove> money = new ArrayList<>(back.money());
    books.in(State.WAITING).forEach(p -> money.add(new MoneyMove(p.method(), p.amountMinor())));
    ByRate change = issued.minus(returned);
    Posting.Draft draft =
        Posting.in(Journal.SALES)
            .debit(revenue(exchanged.revenue()), returned.netMinor())
            .debit(Account.TAX_COLLECTED, returned.taxMinor() - back.owed().taxMinor())
            .debit(Account.TAX_PENDING, back.owed().taxMinor());
    money.forEach(move -> draft.takings(move.method(), move.amountMinor()));
    draft
        .credit(revenue(exchanged.revenue()), issued.netMinor())
        .credit(Account.TAX_COLLECTED, issued.taxMinor())
        .credit(Account.REFUNDS_DUE, back.owed().grossMinor());
    return new Posted(
        back.oweIn(books).completed(),
        new Operation(
            OperationKind.EXCHANGE,
            change,
            money,
            -back.owed().grossMinor(),
            0,
            change.plus(back.owed()),
            exchanged.issued().size() - exchanged.returned().size(),
            draft.toPostingUnlessEmpty()));
  }

  private static ByRate goods(List<RefundedTicket> tickets) {
    return ByRate.sum(
        tickets.stream()
            .map(t -> new RateAmount(t.taxRate(), t.netMinor(), t.taxMinor()))
            .toList());
  }

  private static Account revenue(RevenueStand stand) {
    return switch (stand) {
      case DEFERRED -> Account.DEFERRED_REVENUE;
      case EARNED -> Account.REVENUE;
      case OWED -> Account.REFUNDS_DUE;
    };
  }

  /** Revenue is given up: what went back takes its tax with it, what is owed does when it goes. */
  private static Posting giveUp(
      Account revenue,
      ByRate goods,
      ByRate paid,
      ByRate owed,
      ByRate unpaid,
      List<MoneyMove> money) {
    Posting.Draft draft =
        Posting.in(Journal.SALES)
            .debit(revenue, goods.netMinor())
            .debit(Account.TAX_COLLECTED, paid.taxMinor())
            .debit(Account.TAX_PENDING, owed.plus(unpaid).taxMinor());
    money.forEach(move -> draft.takings(move.method(), move.amountMinor()));
    return draft
        .credit(Account.REFUNDS_DUE, owed.grossMinor())
        .credit(Account.RECEIVABLES, unpaid.grossMinor())
        .toPosting();
  }

  /** Its performance was cancelled before the tickets were paid: one debt is worth the other. */
  private static Posting oweNothing(ByRate unpaid) {
    return Posting.in(Journal.GENERAL)
        .debit(Account.REFUNDS_DUE, unpaid.grossMinor())
        .credit(Account.RECEIVABLES, unpaid.grossMinor())
        .toPosting();
  }

  /** Its performance was cancelled: the debt exists already. */
  private static @Nullable Posting payOwed(ByRate paid, List<MoneyMove> money) {
    if (paid.isZero()) {
      return null;
    }
    Posting.Draft draft =
        Posting.in(Journal.MONEY)
            .debit(Account.REFUNDS_DUE, paid.grossMinor())
            .debit(Account.TAX_COLLECTED, paid.taxMinor());
    money.forEach(move -> draft.takings(move.method(), move.amountMinor()));
    return draft.credit(Account.TAX_PENDING, paid.taxMinor()).toPosting();
  }
}

package org.counterfoil.domain.accounting;

import java.util.ArrayList;
import java.util.List;
import org.counterfoil.domain.accounting.Received.State;
import org.counterfoil.domain.money.PaymentMethod;
import org.counterfoil.domain.order.OrderEvent.TicketsExchanged;
import org.counterfoil.domain.order.OrderEvent.TicketsExchangedElsewhere;
import org.counterfoil.domain.order.OrderEvent.TicketsRefunded;
import org.counterfoil.domain.order.RefundedLine;
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
    List<LineGoods> lines =
        refunded.lines().stream().map(line -> LineGoods.of(line, books)).toList();
    ByRate beside = LineGoods.sum(lines);
    GoneBack back = GoneBack.of(refunded.parts());
    ByRate paid = back.paid();
    ByRate owed = back.owed();
    List<MoneyMove> money = back.money();
    ByRate unpaid =
        refunded.unpaidMinor() == 0 ? ByRate.NOTHING : goods.plus(beside).minus(paid).minus(owed);
    OrderBooks after = back.oweIn(books).withoutUnpaid(unpaid);
    boolean isOwedAlready = refunded.revenue() == RevenueStand.OWED;
    int tickets =
        (int) -refunded.tickets().stream().filter(ticket -> ticket.remainingMinor() == 0).count();
    return new Posted(
        after,
        new Operation(
            OperationKind.REFUND,
            (isOwedAlready ? beside : goods.plus(beside)).negated(),
            beside.negated(),
            money,
            isOwedAlready ? -beside.grossMinor() : -owed.plus(unpaid).grossMinor(),
            isOwedAlready ? -paid.grossMinor() : 0,
            paid.negated(),
            tickets,
            switch (refunded.revenue()) {
              case DEFERRED -> giveUp(Account.DEFERRED_REVENUE, goods, lines, back, unpaid);
              case EARNED -> giveUp(Account.REVENUE, goods, lines, back, unpaid);
              case OWED -> payOwed(lines, back, unpaid.grossMinor());
            }));
  }

  /**
   * What goes back for a line.
   *
   * @param revenue the account it was posted on
   */
  private record LineGoods(LineAccount revenue, ByRate amount) {

    static LineGoods of(RefundedLine line, OrderBooks books) {
      return new LineGoods(
          books.line(line.lineId()).revenue(),
          ByRate.of(line.taxRate(), line.netMinor(), line.taxMinor()));
    }

    static ByRate sum(List<LineGoods> lines) {
      ByRate sum = ByRate.NOTHING;
      for (LineGoods line : lines) {
        sum = sum.plus(line.amount());
      }
      return sum;
    }
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

  /**
   * Tickets are exchanged for those of another performance: their revenue is given up, and what of
   * it goes with them is a debt that the sale of the others settles in the same commit. A
   * difference went back, or is owed back, in which case its tax falls when it goes.
   */
  static Posted leave(TicketsExchangedElsewhere elsewhere, OrderBooks books) {
    ByRate returned = goods(elsewhere.returned());
    GoneBack back = GoneBack.of(elsewhere.parts());
    List<MoneyMove> money = new ArrayList<>(back.money());
    money.add(new MoneyMove(PaymentMethod.EXCHANGE, -elsewhere.carriedMinor()));
    Posting.Draft draft =
        Posting.in(Journal.SALES)
            .debit(revenue(elsewhere.revenue()), returned.netMinor())
            .debit(Account.TAX_COLLECTED, returned.taxMinor() - back.owed().taxMinor())
            .debit(Account.TAX_PENDING, back.owed().taxMinor());
    money.forEach(move -> draft.takings(move.method(), move.amountMinor()));
    draft.credit(Account.REFUNDS_DUE, back.owed().grossMinor());
    return new Posted(
        back.oweIn(books),
        new Operation(
            OperationKind.EXCHANGE,
            returned.negated(),
            money,
            -back.owed().grossMinor(),
            0,
            back.owed().minus(returned),
            -elsewhere.returned().size(),
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
      Account revenue, ByRate goods, List<LineGoods> lines, GoneBack back, ByRate unpaid) {
    Posting.Draft draft = Posting.in(Journal.SALES).debit(revenue, goods.netMinor());
    lines.forEach(line -> draft.debit(line.revenue(), line.amount().netMinor()));
    draft
        .debit(Account.TAX_COLLECTED, back.paid().taxMinor())
        .debit(Account.TAX_PENDING, back.owed().plus(unpaid).taxMinor());
    back.money().forEach(move -> draft.takings(move.method(), move.amountMinor()));
    return draft
        .credit(Account.REFUNDS_DUE, back.owed().grossMinor())
        .credit(Account.RECEIVABLES, unpaid.grossMinor())
        .toPosting();
  }

  /**
   * The performance was cancelled: the debt for tickets exists already, and the one for lines
   * arises here; nothing is booked where tickets alone are owed. Where they were not paid, one debt
   * is worth the other.
   */
  private static @Nullable Posting payOwed(List<LineGoods> lines, GoneBack back, long unpaidMinor) {
    ByRate beside = LineGoods.sum(lines);
    ByRate paid = back.paid();
    Journal journal = beside.isZero() ? Journal.MONEY : Journal.SALES;
    Posting.Draft draft =
        Posting.in(unpaidMinor > 0 && back.money().isEmpty() ? Journal.GENERAL : journal);
    long due = paid.grossMinor() + unpaidMinor - beside.grossMinor();
    draft.debit(Account.REFUNDS_DUE, unpaidMinor > 0 ? due : 0);
    lines.forEach(line -> draft.debit(line.revenue(), line.amount().netMinor()));
    draft
        .debit(Account.REFUNDS_DUE, unpaidMinor > 0 ? 0 : due)
        .debit(Account.TAX_COLLECTED, paid.taxMinor());
    back.money().forEach(move -> draft.takings(move.method(), move.amountMinor()));
    return draft
        .credit(Account.TAX_PENDING, paid.taxMinor() - beside.taxMinor())
        .credit(Account.RECEIVABLES, unpaidMinor)
        .toPostingUnlessEmpty();
  }
}

package org.counterfoil.domain.accounting;

import java.util.List;
import org.counterfoil.domain.accounting.Received.State;
import org.counterfoil.domain.money.PaymentMethod;
import org.counterfoil.domain.order.CarriedPayment;
import org.counterfoil.domain.order.OrderEvent;
import org.counterfoil.domain.order.OrderEvent.AgentGaveMoneyBack;
import org.counterfoil.domain.order.OrderEvent.AgentNamed;
import org.counterfoil.domain.order.OrderEvent.AgentTookMoney;
import org.counterfoil.domain.order.OrderEvent.ExchangeStarted;
import org.counterfoil.domain.order.OrderEvent.OrderCompleted;
import org.counterfoil.domain.order.OrderEvent.OrderJoined;
import org.counterfoil.domain.order.OrderEvent.OrderLapsed;
import org.counterfoil.domain.order.OrderEvent.OrderPlaced;
import org.counterfoil.domain.order.OrderEvent.OrderPutOnAccount;
import org.counterfoil.domain.order.OrderEvent.PaidByExchange;
import org.counterfoil.domain.order.OrderEvent.PassAsked;
import org.counterfoil.domain.order.OrderEvent.PaymentCaptured;
import org.counterfoil.domain.order.OrderEvent.PaymentFailed;
import org.counterfoil.domain.order.OrderEvent.PaymentRestored;
import org.counterfoil.domain.order.OrderEvent.PaymentStarted;
import org.counterfoil.domain.order.OrderEvent.PaymentTakenBack;
import org.counterfoil.domain.order.OrderEvent.RefundDue;
import org.counterfoil.domain.order.OrderEvent.RefundPaid;
import org.counterfoil.domain.order.OrderEvent.RefundPaidOut;
import org.counterfoil.domain.order.OrderEvent.TicketReissued;
import org.counterfoil.domain.order.OrderEvent.TicketTransferred;
import org.counterfoil.domain.order.OrderEvent.TicketsExchanged;
import org.counterfoil.domain.order.OrderEvent.TicketsExchangedElsewhere;
import org.counterfoil.domain.order.OrderEvent.TicketsInvalidated;
import org.counterfoil.domain.order.OrderEvent.TicketsRefunded;

/**
 * What the events of an order mean for the books.
 *
 * <p>Money is booked when it is known what it is for. A payment that leaves something to be paid is
 * a deposit, with the tax on its share of the price, because tax on services is due when money is
 * received (art. 269-2-c CGI). One that could pay in full waits for the next event of its order,
 * which is in the same commit: a sale, an exchange, or a refund that is due.
 */
public final class OrderPostings {

  private OrderPostings() {}

  /** The books of an order that was just placed. */
  public static OrderBooks begin(OrderPlaced placed) {
    ByRate tickets =
        ByRate.sum(
            placed.tickets().stream()
                .map(t -> new RateAmount(t.taxRate(), t.netMinor(), t.taxMinor()))
                .toList());
    List<BookedLine> booked = placed.lines().stream().map(BookedLine::of).toList();
    ByRate lines = ByRate.NOTHING;
    for (BookedLine line : booked) {
      lines = lines.plus(line.amount());
    }
    return OrderBooks.placed(
        placed.performanceId(), placed.currency(), tickets.plus(lines), booked);
  }

  /**
   * Posts an event.
   *
   * @param books of the order so far
   * @param performance whose tickets it has
   */
  public static Posted post(OrderEvent event, OrderBooks books, PerformanceBooks performance) {
    Posted posted = postAtHome(event, books, performance);
    return books.isThroughAgent() ? AgentPostings.instead(posted) : posted;
  }

  private static Posted postAtHome(
      OrderEvent event, OrderBooks books, PerformanceBooks performance) {
    return switch (event) {
      case OrderPlaced placed -> new Posted(books, null);
      case OrderJoined joined -> new Posted(books, null); // each part's books are its own
      case AgentNamed named -> new Posted(books.throughAgent(), null);
      case AgentTookMoney others -> new Posted(books, null); // the agent's: see AgentPostings
      case AgentGaveMoneyBack others -> new Posted(books, null);
      case PaymentStarted started -> new Posted(books, null);
      case PassAsked asked -> new Posted(books, null);
      case PaymentFailed failed -> new Posted(books, null);
      case OrderLapsed lapsed -> new Posted(books, null);
      case OrderPutOnAccount put -> new Posted(books, null);
      case TicketReissued reissued -> new Posted(books, null);
      case TicketTransferred transferred -> new Posted(books, null);
      case ExchangeStarted started -> new Posted(books, null);
      case PaymentCaptured captured -> receive(captured, books);
      case OrderCompleted completed -> sell(completed.tickets().size(), books, performance);
      case RefundDue due -> owe(due, books);
      case PaymentTakenBack taken -> TakenBackPostings.takeBack(taken, books);
      case PaymentRestored restored -> TakenBackPostings.restore(restored, books);
      case RefundPaid paid -> RefundPostings.payBack(books.owed(paid.refundId()), null, books);
      case RefundPaidOut paid ->
          RefundPostings.payBack(books.owed(paid.refundId()), paid.method(), books);
      case TicketsRefunded refunded -> TicketPostings.refund(refunded, books);
      case TicketsExchanged exchanged -> TicketPostings.exchange(exchanged, books);
      case TicketsExchangedElsewhere elsewhere -> TicketPostings.leave(elsewhere, books);
      case PaidByExchange paid -> new Posted(carried(paid, books), null);
      case TicketsInvalidated voided ->
          new Posted(books, Operation.without(OperationKind.VOID, -voided.tickets().size()));
    };
  }

  /** What goes with exchanged tickets buys others in the same commit, with the difference. */
  private static OrderBooks carried(PaidByExchange paid, OrderBooks books) {
    OrderBooks after = books;
    for (CarriedPayment share : paid.carried()) {
      after =
          after.with(
              new Received(
                  share.paymentId(),
                  PaymentMethod.EXCHANGE,
                  share.amountMinor(),
                  State.WAITING,
                  ByRate.NOTHING));
    }
    return after;
  }

  private static Posted receive(PaymentCaptured captured, OrderBooks books) {
    long amount = captured.amount().minor();
    Received payment =
        new Received(
            captured.paymentId(), captured.method(), amount, State.WAITING, ByRate.NOTHING);
    if (!captured.amount().currency().equals(books.currency())) {
      return new Posted(
          books.with(payment.in(State.FOREIGN)), Operation.without(OperationKind.FOREIGN_MONEY, 0));
    }
    if (books.receivableMinor() > 0 && amount == books.receivableMinor()) {
      return payAccount(payment, books);
    }
    long before = books.depositsMinor();
    long waiting = books.in(State.WAITING).stream().mapToLong(Received::amountMinor).sum();
    if (books.isCompleted() || before + waiting + amount >= books.price().grossMinor()) {
      return new Posted(books.with(payment), null);
    }
    ByRate share = books.price().share(before + amount).minus(books.price().share(before));
    Posting posting =
        Posting.in(Journal.MONEY)
            .takings(captured.method(), amount)
            .credit(Account.DEPOSITS, share.netMinor())
            .credit(Account.TAX_COLLECTED, share.taxMinor())
            .toPosting();
    Received deposit =
        new Received(captured.paymentId(), captured.method(), amount, State.DEPOSIT, share);
    return new Posted(
        books.with(deposit),
        new Operation(
            OperationKind.DEPOSIT,
            ByRate.NOTHING,
            List.of(new MoneyMove(captured.method(), amount)),
            -amount,
            0,
            share,
            0,
            posting));
  }

  /** What was owed is paid, in one: its tax is due now. */
  private static Posted payAccount(Received payment, OrderBooks books) {
    long amount = payment.amountMinor();
    ByRate share = books.unpaid();
    Posting posting =
        Posting.in(Journal.MONEY)
            .takings(payment.method(), amount)
            .debit(Account.TAX_PENDING, share.taxMinor())
            .credit(Account.RECEIVABLES, amount)
            .credit(Account.TAX_COLLECTED, share.taxMinor())
            .toPosting();
    return new Posted(
        books.with(payment.in(State.SPENT)).owing(0, ByRate.NOTHING),
        new Operation(
            OperationKind.RECEIVABLE_PAID,
            ByRate.NOTHING,
            List.of(new MoneyMove(payment.method(), amount)),
            0,
            amount,
            share,
            0,
            posting));
  }

  private static Posted sell(int tickets, OrderBooks books, PerformanceBooks performance) {
    ByRate price = books.price();
    if (price.isZero()) {
      return new Posted(books.completed(), Operation.without(OperationKind.COMPS, tickets));
    }
    List<Received> waiting = books.in(State.WAITING);
    ByRate deposits = ByRate.NOTHING;
    for (Received deposit : books.in(State.DEPOSIT)) {
      deposits = deposits.plus(deposit.share());
    }
    long cash = waiting.stream().mapToLong(Received::amountMinor).sum();
    long unpaid = price.grossMinor() - cash - deposits.grossMinor();
    ByRate paid = price.share(price.grossMinor() - unpaid);
    ByRate vouchers = books.vouchers();
    ByRate due = paid.minus(deposits);
    Posting.Draft draft = Posting.in(Journal.SALES);
    waiting.forEach(payment -> draft.takings(payment.method(), payment.amountMinor()));
    draft
        .debit(Account.DEPOSITS, deposits.netMinor())
        .debit(Account.RECEIVABLES, unpaid)
        .credit(performance.revenue(), price.minus(books.beside()).minus(vouchers).netMinor());
    books.lines().forEach(line -> draft.credit(line.revenue(), line.amount().netMinor()));
    draft
        .credit(Account.TAX_COLLECTED, due.taxMinor())
        .credit(Account.TAX_PENDING, price.taxMinor() - paid.taxMinor());
    return new Posted(
        books.completed().owing(unpaid, price.minus(paid)),
        new Operation(
            OperationKind.SALE,
            price.minus(vouchers),
            books.beside(),
            waiting.stream().map(p -> new MoneyMove(p.method(), p.amountMinor())).toList(),
            unpaid - vouchers.grossMinor(),
            -deposits.grossMinor(),
            due.minus(vouchers),
            tickets,
            draft.toPosting()));
  }

  private static Posted owe(RefundDue due, OrderBooks books) {
    Received payment = books.payment(due.paymentId());
    long amount = due.amount().minor();
    OrderBooks after =
        books
            .changing(p -> p.equals(payment) ? p.in(State.OWED) : p)
            .with(
                new Owed(
                    due.refundId(),
                    due.method(),
                    amount,
                    payment.share(),
                    payment.state() == State.FOREIGN));
    return new Posted(
        after,
        switch (payment.state()) {
          case FOREIGN -> Operation.without(OperationKind.FOREIGN_MONEY, 0);
          case WAITING -> RefundPostings.oweUnspent(payment);
          case DEPOSIT -> RefundPostings.oweDeposit(payment);
          case SPENT, OWED, TAKEN_BACK ->
              throw new IllegalStateException(
                  "Expected money that bought nothing, but " + payment + " did");
        });
  }
}

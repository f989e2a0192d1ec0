package org.counterfoil.eventstore.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.order.IssuedNumber;
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
import org.counterfoil.domain.order.PaymentId;
import org.counterfoil.domain.order.PricedLine;
import org.counterfoil.domain.order.RefundId;
import org.counterfoil.domain.seathold.HoldId;
import org.counterfoil.domain.seathold.IssuedTicket;
import org.counterfoil.domain.seathold.PricedTicket;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldSold;
import org.counterfoil.domain.seathold.TicketEvent.TicketsVoided;
import org.counterfoil.domain.seathold.VoidedTicket;

/** Orders, what was paid for them, and what that led to (I8). */
final class MoneyBooks {

  private static final class Account {
    final OrderPlaced placed;
    final Map<PaymentId, Long> kept = new HashMap<>();
    final Map<PaymentId, Long> takenBack = new HashMap<>();
    final Set<Integer> sold = new HashSet<>();
    final Set<Integer> completed = new HashSet<>();
    final ReturnBooks returns = new ReturnBooks();
    long takenMinor;

    /** What of tickets and lines is not paid, and the tax of it, which waits. */
    Unpaid unpaid = Unpaid.NOTHING;

    boolean isOnAccount;
    boolean isCompleted;
    boolean isLapsed;
    boolean isThroughAgent;

    Account(OrderPlaced placed) {
      this.placed = placed;
    }

    long keptMinor() {
      return kept.values().stream().mapToLong(Long::longValue).sum();
    }

    /** What it costs and is not paid. */
    long owedMinor() {
      return placed.totalMinor() + takenMinor - returns.givenUpMinor() - keptMinor();
    }

    /**
     * What it was paid is what it costs; on account it may be owed, but never in part, and so may
     * what was taken back by who had paid.
     */
    boolean isSettled() {
      long owed = owedMinor();
      long gone = takenBack.values().stream().mapToLong(Long::longValue).sum();
      boolean mayOwe = (isOnAccount && keptMinor() == 0) || (owed > 0 && owed <= gone);
      return owed == 0 ? unpaid.equals(Unpaid.NOTHING) : mayOwe;
    }
  }

  private final Findings findings;
  private final Map<OrderId, Account> accounts = new LinkedHashMap<>();
  private final JointBooks joint;
  private final ExchangeBooks exchanges;
  private long payments;
  private long refunds;

  /**
   * Nothing is known yet.
   *
   * @param isWhole whether all performances are looked at
   */
  MoneyBooks(Findings findings, boolean isWhole) {
    this.findings = findings;
    this.exchanges = new ExchangeBooks(findings, isWhole);
    this.joint = new JointBooks(findings);
  }

  void apply(OrderEvent event) {
    if (event instanceof OrderPlaced placed) {
      accounts.put(placed.orderId(), new Account(placed));
      joint.place(placed);
      checkTotal(placed);
      return;
    }
    Account account = accounts.get(event.orderId());
    if (account == null) {
      findings.add(
          Invariant.SOLD_AS_ORDERED,
          "Expected an order, but %s was never placed".formatted(event.orderId()));
      return;
    }
    switch (event) {
      case OrderPlaced placed -> accounts.put(placed.orderId(), account);
      case OrderJoined joined -> joint.join(joined);
      case AgentNamed named -> account.isThroughAgent = true;
      case AgentTookMoney took -> takenByAgent(took, account);
      case AgentGaveMoneyBack gave -> {} // of what was owed; RefundPaidOut says so
      case PaymentStarted started -> {}
      case PassAsked asked -> {} // how it is paid, the pass says
      case PaymentCaptured captured -> capture(captured, account);
      case PaymentFailed failed -> {}
      case OrderPutOnAccount put -> {
        account.isOnAccount = true;
        account.unpaid = new Unpaid(account.placed.totalMinor(), account.placed.taxMinor());
      }
      case PaymentTakenBack taken -> takeBack(taken, account);
      case PaymentRestored restored -> restore(restored, account);
      case OrderCompleted completed -> complete(completed, account);
      case OrderLapsed lapsed -> account.isLapsed = true;
      case RefundDue due -> owe(due, account);
      case TicketReissued reissued -> {} // codes are the doors'
      case TicketTransferred transferred -> {}
      case ExchangeStarted started -> {}
      case TicketsInvalidated invalid ->
          invalid.tickets().forEach(id -> account.returns.invalidate(id, findings));
      case TicketsRefunded refunded -> {
        refunds += refunded.parts().size();
        account.unpaid = account.returns.refund(refunded, account.kept, account.unpaid, findings);
      }
      case TicketsExchanged exchanged -> {
        refunds += exchanged.parts().size();
        account.takenMinor += exchanged.takenMinor();
        exchanged.issued().forEach(issued -> account.completed.add(issued.ticketNumber()));
        account.returns.exchange(exchanged, account.kept, findings);
      }
      case TicketsExchangedElsewhere elsewhere -> {
        refunds += elsewhere.parts().size();
        account.returns.leave(elsewhere, account.kept, findings);
        exchanges.leave(elsewhere);
      }
      case PaidByExchange paid -> {
        paid.carried().forEach(share -> keep(share.paymentId(), share.amountMinor(), account));
        exchanges.arrive(paid);
      }
      case RefundPaid paid -> account.returns.pay(paid.refundId(), findings);
      case RefundPaidOut paid -> account.returns.pay(paid.refundId(), findings);
    }
  }

  private void checkTotal(OrderPlaced placed) {
    long total =
        placed.tickets().stream().mapToLong(PricedTicket::faceValueMinor).sum()
            + placed.lines().stream().mapToLong(PricedLine::grossMinor).sum();
    findings.require(
        total == placed.totalMinor(),
        Invariant.MONEY_ACCOUNTED_FOR,
        () ->
            "Expected order %s to cost what its tickets and lines do, but %d is not %d"
                .formatted(placed.orderId(), placed.totalMinor(), total));
  }

  /** Hears of the sale of a hold, which stands in the performance's stream. */
  void sold(HoldSold sold) {
    Account account = accounts.get(sold.orderId());
    for (IssuedTicket ticket : sold.tickets()) {
      findings.require(
          account != null && account.sold.add(ticket.ticketNumber()),
          Invariant.SOLD_AS_ORDERED,
          () ->
              "Expected ticket %d to be sold to an order once, but %s has it already or is none"
                  .formatted(ticket.ticketNumber(), sold.orderId()));
    }
  }

  private void capture(PaymentCaptured captured, Account account) {
    payments++;
    if (account.isCompleted && captured.amount().minor() == account.owedMinor()) {
      account.unpaid = Unpaid.NOTHING;
    }
    keep(captured.paymentId(), captured.amount().minor(), account);
  }

  private void keep(PaymentId payment, long minor, Account account) {
    findings.require(
        account.kept.put(payment, minor) == null,
        Invariant.MONEY_ACCOUNTED_FOR,
        () -> "Expected payment %s to be captured once, but it was again".formatted(payment));
  }

  /** At most what it brought, and once until it comes again. */
  private void takeBack(PaymentTakenBack taken, Account account) {
    long amount = taken.amount().minor();
    long kept = account.kept.getOrDefault(taken.paymentId(), 0L);
    account.unpaid = account.unpaid.plus(taken.taxes());
    findings.require(
        account.isCompleted
            && amount > 0
            && amount <= kept
            && account.takenBack.put(taken.paymentId(), amount) == null,
        Invariant.MONEY_ACCOUNTED_FOR,
        () ->
            "Expected at most the %d of payment %s to be taken back once, but %d was"
                .formatted(kept, taken.paymentId(), amount));
    account.kept.put(taken.paymentId(), kept - amount);
  }

  /** What was taken back comes again whole; it pays what is owed, or is owed back. */
  private void restore(PaymentRestored restored, Account account) {
    long amount = restored.amount().minor();
    RefundId refund = restored.refundId();
    Long gone = account.takenBack.get(restored.paymentId());
    findings.require(
        gone != null && gone == amount && (refund == null) == (amount <= account.owedMinor()),
        Invariant.MONEY_ACCOUNTED_FOR,
        () ->
            "Expected what was taken back of payment %s to come again, but %d came and %s had gone"
                .formatted(restored.paymentId(), amount, gone));
    if (refund == null) {
      account.unpaid = account.unpaid.minus(restored.taxes());
      account.takenBack.remove(restored.paymentId());
      account.kept.merge(restored.paymentId(), amount, Long::sum);
    } else {
      refunds++;
      account.returns.owe(refund, findings);
    }
  }

  /** The agent's books say what the order's say. */
  private void takenByAgent(AgentTookMoney took, Account account) {
    Long captured = account.kept.get(took.paymentId());
    findings.require(
        account.isThroughAgent && captured != null && captured == took.amount().minor(),
        Invariant.MONEY_ACCOUNTED_FOR,
        () ->
            "Expected an agent to have taken what payment %s captured, but it was %s"
                .formatted(took.paymentId(), captured));
  }

  private void complete(OrderCompleted completed, Account account) {
    findings.require(
        !account.isCompleted,
        Invariant.SOLD_AS_ORDERED,
        () ->
            "Expected order %s to be completed once, but it was again"
                .formatted(completed.orderId()));
    account.isCompleted = true;
    joint.complete(completed.orderId());
    account.returns.issue(account.placed, completed);
    completed.tickets().stream().map(IssuedNumber::ticketNumber).forEach(account.completed::add);
  }

  /** Hears of tickets that are void, which stands in the performance's stream. */
  void voided(TicketsVoided voided) {
    Account account = accounts.get(voided.orderId());
    for (VoidedTicket ticket : voided.tickets()) {
      findings.require(
          account != null && account.returns.voided(ticket.ticketId()),
          Invariant.TICKET_VOID_AS_SAID,
          () ->
              "Expected ticket %d to be void as order %s says, but it does not say so"
                  .formatted(ticket.ticketNumber(), voided.orderId()));
    }
  }

  private void owe(RefundDue due, Account account) {
    refunds++;
    Long kept = account.kept.remove(due.paymentId());
    if (kept != null) {
      account.returns.owe(due.refundId(), findings);
    }
    findings.require(
        kept != null && kept == due.amount().minor(),
        Invariant.MONEY_ACCOUNTED_FOR,
        () ->
            "Expected the refund %s to give back a payment once, but of %s there was %s"
                .formatted(due.refundId(), due.paymentId(), kept));
  }

  /** Looks, at the end, whether something is left hanging. */
  void close(Predicate<HoldId> isLive) {
    accounts.values().forEach(account -> close(account, isLive));
    joint.close();
    exchanges.close();
  }

  private void close(Account account, Predicate<HoldId> isLive) {
    OrderPlaced placed = account.placed;
    long kept = account.keptMinor();
    findings.require(
        account.sold.equals(account.completed),
        Invariant.SOLD_AS_ORDERED,
        () ->
            "Expected order %s to have exactly the tickets it was sold, but it has %s and was sold %s"
                .formatted(placed.orderId(), account.completed, account.sold));
    account.returns.close(placed, findings);
    if (account.isCompleted) {
      findings.require(
          account.isSettled(),
          Invariant.MONEY_ACCOUNTED_FOR,
          () ->
              "Expected %d for the completed order %s, but %d was kept"
                  .formatted(placed.totalMinor() + account.takenMinor, placed.orderId(), kept));
    } else if (kept > 0) {
      findings.require(
          !account.isLapsed && placed.holds().stream().allMatch(isLive),
          Invariant.MONEY_ACCOUNTED_FOR,
          () ->
              "Expected tickets or a refund for the %d kept of order %s, but there is neither"
                  .formatted(kept, placed.orderId()));
    }
  }

  LogReport.Orders report() {
    long completed = accounts.values().stream().filter(account -> account.isCompleted).count();
    long lapsed =
        accounts.values().stream()
            .filter(account -> account.isLapsed && !account.isCompleted)
            .count();
    return new LogReport.Orders(
        accounts.size(),
        completed,
        lapsed,
        accounts.size() - completed - lapsed,
        payments,
        refunds);
  }
}

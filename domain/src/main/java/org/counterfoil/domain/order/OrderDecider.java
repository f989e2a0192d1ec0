package org.counterfoil.domain.order;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.money.Money;
import org.counterfoil.domain.order.OrderCommand.ConfirmPayment;
import org.counterfoil.domain.order.OrderCommand.FailPayment;
import org.counterfoil.domain.order.OrderCommand.LapseOrder;
import org.counterfoil.domain.order.OrderCommand.PlaceOrder;
import org.counterfoil.domain.order.OrderCommand.PlaceOrderWithoutTickets;
import org.counterfoil.domain.order.OrderCommand.RecordRefundPaid;
import org.counterfoil.domain.order.OrderCommand.ReissueTicket;
import org.counterfoil.domain.order.OrderCommand.ReturnCommand;
import org.counterfoil.domain.order.OrderCommand.SellOnAccount;
import org.counterfoil.domain.order.OrderCommand.StartPassPayment;
import org.counterfoil.domain.order.OrderCommand.StartPayment;
import org.counterfoil.domain.order.OrderCommand.TakePayment;
import org.counterfoil.domain.order.OrderCommand.TransferTicket;
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
import org.counterfoil.domain.seathold.IssuedTicket;
import org.counterfoil.domain.seathold.PricedTicket;
import org.counterfoil.domain.seathold.TicketId;
import org.counterfoil.domain.voucher.VoucherId;
import org.jspecify.annotations.Nullable;

/**
 * Decides about orders. Orders and seats change together: a decision holds {@link OrderEvent}s for
 * the order's stream and {@link org.counterfoil.domain.seathold.SeatHoldEvent}s for the
 * performance's, which are stored in one unit of work or not at all. Therefore it decides on both,
 * and applies only its own. Vouchers and passes that are issued begin streams of their own in the
 * same unit of work.
 */
public final class OrderDecider {

  /** Answers what the command leads to, in the order in which it is to be recorded. */
  public Decision<Event> decide(OrderCommand command, Sale sale, Instant now) {
    boolean isNew = command instanceof PlaceOrder || command instanceof PlaceOrderWithoutTickets;
    if (!isNew && !isOrderOf(command, sale.order())) {
      return Decision.reject(
          OrderRejection.UNKNOWN_ORDER,
          "Expected an order, but there is none with id " + command.orderId());
    }
    Decision<Event> refusal = refusePart(command, sale.order());
    return refusal == null
        ? AgentMoney.follow(sale.order(), decideAlone(command, sale, now))
        : refusal;
  }

  /** What it leads to in the organiser's own books. */
  private static Decision<Event> decideAlone(OrderCommand command, Sale sale, Instant now) {
    return switch (command) {
      case PlaceOrder place -> new OrderPlacing(place, sale, now).decide();
      case PlaceOrderWithoutTickets place -> WithoutTickets.place(place, sale.order(), now);
      case TakePayment take -> Payments.take(take, sale, now);
      case SellOnAccount sell -> OnAccount.put(sale, now);
      case StartPayment start -> Payments.start(start, sale, now);
      case StartPassPayment start -> PassPayments.start(start, sale, now);
      case ConfirmPayment confirm -> Payments.confirm(confirm, sale, now);
      case FailPayment fail -> Payments.fail(fail, sale);
      case LapseOrder lapse -> Lapsing.lapse(lapse, sale.order());
      case RecordRefundPaid paid -> Lapsing.refundPaid(paid, sale.order());
      case ReissueTicket reissue -> Reissuing.reissue(reissue, sale.order());
      case TransferTicket transfer -> Reissuing.transfer(transfer, sale);
      case ReturnCommand back -> Returns.decide(back, sale, now);
    };
  }

  /**
   * What is paid for is paid for all parts of a joint order: none is sold without the others, so
   * that {@link JointOrderDecider} alone may say so. What becomes of tickets is each part's affair.
   */
  private static @Nullable Decision<Event> refusePart(OrderCommand command, Order order) {
    boolean isForAll =
        switch (command) {
          case TakePayment take -> true;
          case SellOnAccount sell -> true;
          case StartPayment start -> true;
          case StartPassPayment start -> true;
          case ConfirmPayment confirm -> true;
          case FailPayment fail -> true;
          case PlaceOrder place -> false;
          case PlaceOrderWithoutTickets place -> false;
          case LapseOrder lapse -> false;
          case RecordRefundPaid paid -> false;
          case ReissueTicket reissue -> false;
          case TransferTicket transfer -> false;
          case ReturnCommand back -> false;
        };
    return order.parts().isEmpty() || !isForAll
        ? null
        : Decision.reject(
            OrderRejection.PART_OF_JOINT_ORDER,
            "Expected an order that stands alone, but it is a part of order "
                + order.parts().getFirst().orderId());
  }

  /** An order sells places of one performance; asked about another, it is not there. */
  private static boolean isOrderOf(OrderCommand command, Order order) {
    return order.exists() && order.placed().performanceId().equals(command.performanceId());
  }

  /** Applies a fact to the order. */
  public void evolve(Order state, OrderEvent event) {
    switch (event) {
      case OrderPlaced placed -> state.placed = placed;
      case OrderJoined joined -> state.parts = joined.parts();
      case PassAsked asked -> {
        state.passAsked = asked;
        state.passTickets.addAll(asked.tickets());
      }
      case AgentNamed named -> state.agent = named.agentId();
      case AgentTookMoney took -> {} // the order's own money is what was captured
      case AgentGaveMoneyBack gave -> {}
      case PaymentStarted started ->
          state.payments.put(
              started.paymentId(),
              new Order.Payment(
                  started.paymentId(),
                  started.method(),
                  started.provider(),
                  started.voucherId(),
                  started.passId(),
                  started.amount(),
                  Order.PaymentStatus.PENDING));
      case PaymentCaptured captured -> capture(state, captured);
      case PaymentFailed failed ->
          state.payments.computeIfPresent(
              failed.paymentId(), (id, p) -> p.with(Order.PaymentStatus.FAILED, p.amount()));
      case OrderPutOnAccount put -> {
        state.isOnAccount = true;
        placedGoods(state).forEach(share -> Unpaid.add(state.unpaid, share));
      }
      case PaymentTakenBack taken -> {
        state.takenBack.put(taken.paymentId(), taken.amount().minor());
        state.wentOnce.add(taken.paymentId());
        taken.taxes().forEach(share -> Unpaid.add(state.unpaid, share));
      }
      case PaymentRestored restored -> restore(state, restored);
      case OrderCompleted completed -> {
        state.status = Order.Status.COMPLETED;
        issue(state, completed);
      }
      case OrderLapsed lapsed -> state.status = Order.Status.LAPSED;
      case RefundDue due -> {
        state.refunded.add(due.paymentId());
        state.owed.put(due.refundId(), new Owed(due.method(), due.provider(), due.amount()));
      }
      case TicketsInvalidated invalid ->
          invalid
              .tickets()
              .forEach(id -> state.tickets.computeIfPresent(id, (key, t) -> t.voided()));
      case TicketsRefunded refunded -> refund(state, refunded);
      case ExchangeStarted started -> state.exchangesStarted.put(started.paymentId(), started);
      case TicketsExchanged exchanged -> exchange(state, exchanged);
      case TicketsExchangedElsewhere elsewhere -> exchange(state, elsewhere);
      case PaidByExchange paid -> {
        paid.carried().forEach(each -> state.payments.put(each.paymentId(), each.received(paid)));
        state.exchangedFrom =
            new OtherOrder(paid.fromOrderId(), paid.fromPerformanceId(), paid.carriedMinor());
      }
      case RefundPaid paid -> pay(state, paid.refundId());
      case RefundPaidOut paid -> pay(state, paid.refundId());
      case TicketReissued reissued -> state.reissues.put(reissued.ticketId(), reissued.issue());
      case TicketTransferred transferred -> {
        state.reissues.put(transferred.ticketId(), transferred.issue());
        state.transfers.put(transferred.ticketId(), transferred.issue());
      }
    }
  }

  /** Who owes pays in one: then nothing is unpaid any more. */
  private static void capture(Order state, PaymentCaptured captured) {
    if (state.isOwing() && captured.amount().equals(state.outstanding())) {
      state.unpaid.clear();
    }
    Order.Payment begun = state.payment(captured.paymentId());
    VoucherId named = begun == null ? null : begun.voucherId();
    state.payments.put(
        captured.paymentId(),
        new Order.Payment(
            captured.paymentId(),
            captured.method(),
            captured.provider(),
            captured.voucherId() == null ? named : captured.voucherId(),
            begun == null ? null : begun.passId(),
            captured.amount(),
            Order.PaymentStatus.CAPTURED));
  }

  private static List<TaxShare> placedGoods(Order state) {
    List<TaxShare> goods = new ArrayList<>();
    for (PricedTicket ticket : state.placed().tickets()) {
      goods.add(new TaxShare(ticket.taxRate(), ticket.netMinor(), ticket.taxMinor()));
    }
    for (PricedLine line : state.placed().lines()) {
      goods.add(new TaxShare(line.taxRate(), line.netMinor(), line.taxMinor()));
    }
    return goods;
  }

  private static void restore(Order state, PaymentRestored restored) {
    RefundId refund = restored.refundId();
    if (refund == null) {
      state.takenBack.remove(restored.paymentId());
      restored.taxes().forEach(share -> Unpaid.add(state.unpaid, share.negated()));
    } else {
      state.restored.add(restored.paymentId());
      state.owed.put(refund, new Owed(restored.method(), null, restored.amount()));
    }
  }

  private static void issue(Order state, OrderCompleted completed) {
    Map<TicketId, Integer> numbers = new HashMap<>();
    completed.tickets().forEach(issued -> numbers.put(issued.ticketId(), issued.ticketNumber()));
    for (PricedTicket ticket : state.placed().tickets()) {
      Integer number = numbers.get(ticket.ticketId());
      if (number != null) {
        state.tickets.put(
            ticket.ticketId(), new OrderTicket(new IssuedTicket(number, ticket), 0, false));
      }
    }
    for (PricedLine line : state.placed().lines()) {
      state.lines.put(line.lineId(), new OrderLine(line, 0));
    }
  }

  private static void refund(Order state, TicketsRefunded refunded) {
    state.refundCount = refunded.refundNumber();
    state.givenUpMinor += refunded.unpaidMinor();
    giveUp(state, refunded);
    for (RefundedTicket each : refunded.tickets()) {
      state.tickets.computeIfPresent(each.ticketId(), (id, ticket) -> ticket.refunded(each));
    }
    for (RefundedLine each : refunded.lines()) {
      state.lines.computeIfPresent(each.lineId(), (id, line) -> line.refunded(each));
    }
    giveBack(state, refunded.parts());
  }

  /** What comes back and was not paid is not owed any more: all that no money goes back for. */
  private static void giveUp(Order state, TicketsRefunded refunded) {
    if (refunded.unpaidMinor() == 0) {
      return;
    }
    for (RefundedTicket each : refunded.tickets()) {
      Unpaid.add(state.unpaid, new TaxShare(each.taxRate(), -each.netMinor(), -each.taxMinor()));
    }
    for (RefundedLine each : refunded.lines()) {
      Unpaid.add(state.unpaid, new TaxShare(each.taxRate(), -each.netMinor(), -each.taxMinor()));
    }
    refunded.parts().stream()
        .flatMap(part -> part.taxes().stream())
        .forEach(share -> Unpaid.add(state.unpaid, share));
  }

  private static void exchange(Order state, TicketsExchanged exchanged) {
    state.exchangeCount = exchanged.exchangeNumber();
    state.takenMinor += exchanged.takenMinor();
    for (RefundedTicket each : exchanged.returned()) {
      state.tickets.computeIfPresent(each.ticketId(), (id, ticket) -> ticket.refunded(each));
    }
    for (IssuedTicket issued : exchanged.issued()) {
      state.tickets.put(issued.ticket().ticketId(), new OrderTicket(issued, 0, false));
    }
    giveBack(state, exchanged.parts());
  }

  private static void exchange(Order state, TicketsExchangedElsewhere elsewhere) {
    state.exchangeCount = elsewhere.exchangeNumber();
    for (RefundedTicket each : elsewhere.returned()) {
      state.tickets.computeIfPresent(each.ticketId(), (id, ticket) -> ticket.refunded(each));
    }
    elsewhere
        .carried()
        .forEach(each -> state.carried.merge(each.paymentId(), each.amountMinor(), Long::sum));
    state.exchangedInto.add(
        new OtherOrder(
            elsewhere.intoOrderId(), elsewhere.intoPerformanceId(), elsewhere.carriedMinor()));
    giveBack(state, elsewhere.parts());
  }

  private static void giveBack(Order state, List<RefundPart> parts) {
    for (RefundPart part : parts) {
      state.givenBack.merge(part.paymentId(), part.amountMinor(), Long::sum);
      if (part.isPaid()) {
        state.refundsPaid.add(part.refundId());
      } else {
        Money amount = new Money(part.amountMinor(), state.placed().currency());
        state.owed.put(part.refundId(), new Owed(part.method(), part.provider(), amount));
      }
    }
  }

  private static void pay(Order state, RefundId refund) {
    state.owed.remove(refund);
    state.refundsPaid.add(refund);
  }
}

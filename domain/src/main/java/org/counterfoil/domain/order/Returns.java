package org.counterfoil.domain.order;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.order.OrderCommand.ExchangeTickets;
import org.counterfoil.domain.order.OrderCommand.PayRefund;
import org.counterfoil.domain.order.OrderCommand.RefundTickets;
import org.counterfoil.domain.order.OrderCommand.RestorePayment;
import org.counterfoil.domain.order.OrderCommand.ReturnCancelled;
import org.counterfoil.domain.order.OrderCommand.TakeBackPayment;
import org.counterfoil.domain.order.OrderCommand.VoidTickets;
import org.counterfoil.domain.order.OrderEvent.OrderPlaced;
import org.counterfoil.domain.order.OrderEvent.RefundPaidOut;
import org.counterfoil.domain.order.OrderEvent.TicketsInvalidated;
import org.counterfoil.domain.order.OrderEvent.TicketsRefunded;
import org.counterfoil.domain.performance.Performance;
import org.counterfoil.domain.performance.PerformanceRejection;
import org.counterfoil.domain.performance.PerformanceStage;
import org.counterfoil.domain.seathold.TicketEvent.TicketsVoided;
import org.counterfoil.domain.seathold.TicketId;
import org.counterfoil.domain.seathold.TicketReason;
import org.counterfoil.domain.seathold.VoidedTicket;
import org.counterfoil.domain.voucher.VoucherId;
import org.jspecify.annotations.Nullable;

/** Decides what becomes of tickets that were issued: void, with or without money going back. */
record Returns(Sale sale, Instant now) {

  static Decision<Event> decide(OrderCommand.ReturnCommand command, Sale sale, Instant now) {
    Returns returns = new Returns(sale, now);
    return switch (command) {
      case RefundTickets refund -> returns.refund(refund);
      case VoidTickets wish -> returns.invalidate(wish);
      case ReturnCancelled all -> returns.returnAll(all);
      case ExchangeTickets exchange -> new Exchanging(exchange, returns).decide();
      case PayRefund pay -> payRefund(pay, sale.order());
      case TakeBackPayment taken -> TakingBack.takeBack(taken, sale, returns);
      case RestorePayment restored -> TakingBack.restore(restored, sale);
    };
  }

  private Decision<Event> refund(RefundTickets refund) {
    RefundScope scope = new RefundScope(refund, this);
    Decision<Event> refusal = scope.refuse();
    if (refusal == null && refund.to() == RefundTo.VOUCHER) {
      refusal = Payments.refuseAgent(sale.order());
    }
    if (refusal != null) {
      return refusal;
    }
    Long amount = refund.amountMinor();
    Refunding refunding =
        new Refunding(sale.order(), refund.to(), refund.isAtCounter(), refund.spareRefundIds());
    refunding.give(scope.all(), amount == null ? scope.leftMinor() : amount);
    List<Event> events = new ArrayList<>();
    events.add(refunded(refunding, refund.reason()));
    voided(whole(refunding, scope.tickets()), refund.reason(), events);
    giveVoucher(refunding.parts(), refund.voucherDays(), events);
    return Decision.accept(events);
  }

  /** What goes back to a new voucher: one for all of it. */
  void giveVoucher(List<RefundPart> parts, int validDays, List<Event> events) {
    VoucherId voucher = RefundPart.newVoucher(parts);
    if (voucher != null) {
      long minor = parts.stream().mapToLong(RefundPart::amountMinor).sum();
      events.add(IssuedVouchers.refunded(voucher, sale.order().placed(), minor, validDays, now));
    }
  }

  private Decision<Event> invalidate(VoidTickets wish) {
    Decision<Event> refusal = refuse(wish.tickets());
    if (refusal != null) {
      return refusal;
    }
    List<OrderTicket> valid =
        wish.tickets().stream().map(this::ticket).filter(ticket -> !ticket.isVoid()).toList();
    List<Event> events = new ArrayList<>();
    invalidated(valid, wish.reason(), events);
    return Decision.accept(events);
  }

  private Decision<Event> returnAll(ReturnCancelled all) {
    if (performance().stage() != PerformanceStage.CANCELLED) {
      return Decision.reject(
          PerformanceRejection.PERFORMANCE_NOT_CANCELLED,
          "Expected a cancelled performance, but it is " + performance().stage());
    }
    TicketReason reason = TicketReason.PERFORMANCE_CANCELLED;
    List<OrderTicket> paid =
        sale.order().tickets().stream().filter(ticket -> ticket.remainingMinor() > 0).toList();
    List<OrderTicket> free =
        sale.order().tickets().stream()
            .filter(ticket -> ticket.remainingMinor() == 0 && !ticket.isVoid())
            .toList();
    List<Event> events = new ArrayList<>();
    if (!paid.isEmpty()) {
      Refunding refunding =
          new Refunding(sale.order(), RefundTo.ORIGINAL, false, all.spareRefundIds());
      List<Refundable> left = new ArrayList<>(paid);
      if (performance().refundsFees()) {
        left.addAll(fees());
      }
      refunding.give(left, left.stream().mapToLong(Refundable::remainingMinor).sum());
      events.add(refunded(refunding, reason));
      voided(whole(refunding, paid), reason, events);
    }
    invalidated(free, reason, events);
    return Decision.accept(events);
  }

  private static Decision<Event> payRefund(PayRefund pay, Order state) {
    if (state.refundsPaid.contains(pay.refundId())) {
      return Decision.accept();
    }
    Owed owed = state.owed.get(pay.refundId());
    if (owed == null) {
      return Decision.reject(
          OrderRejection.UNKNOWN_REFUND,
          "Expected a refund of this order, but there is none with id " + pay.refundId());
    }
    if (owed.provider() != null) {
      return Decision.reject(
          OrderRejection.REFUND_PAID_BY_PROVIDER,
          "Expected a refund that is paid at the counter, but "
              + owed.provider()
              + " sends it back");
    }
    OrderPlaced order = state.placed();
    return Decision.accept(
        new RefundPaidOut(
            order.orderId(),
            order.organisationId(),
            order.performanceId(),
            pay.refundId(),
            pay.method(),
            pay.reference(),
            owed.amount()));
  }

  /** Null where every ticket named is one of the order's, once; else the refusal. */
  @Nullable Decision<Event> refuse(List<TicketId> named) {
    Decision<Event> unknown = refuseUnknown(named);
    if (unknown != null) {
      return unknown;
    }
    Set<TicketId> seen = new HashSet<>();
    if (named.isEmpty()) {
      return Decision.reject(
          OrderRejection.NO_TICKET_NAMED, "Expected at least one ticket, but none is named");
    }
    for (TicketId id : named) {
      if (!seen.add(id)) {
        return Decision.reject(
            OrderRejection.TICKET_REPEATED, "Expected each ticket once, but " + id + " repeats");
      }
    }
    return refuseUnlessCompleted();
  }

  /** Null where no ticket named is another order's; else the refusal. */
  @Nullable Decision<Event> refuseUnknown(List<TicketId> named) {
    for (TicketId id : named) {
      if (sale.order().status() == Order.Status.COMPLETED && sale.order().ticket(id) == null) {
        return Decision.reject(
            OrderRejection.UNKNOWN_TICKET,
            "Expected tickets of this order, but " + id + " is none");
      }
    }
    return null;
  }

  /** Null where the order has been paid, and its tickets are issued; else the refusal. */
  @Nullable Decision<Event> refuseUnlessCompleted() {
    return sale.order().status() == Order.Status.COMPLETED
        ? null
        : Decision.reject(
            OrderRejection.ORDER_NOT_COMPLETED,
            "Expected an order with tickets, but it is " + sale.order().status());
  }

  /** The fees of which something is left to give back. */
  List<OrderLine> fees() {
    return sale.order().lines().stream()
        .filter(one -> one.line().product() == LineProduct.FEE && one.remainingMinor() > 0)
        .toList();
  }

  OrderTicket ticket(TicketId id) {
    OrderTicket ticket = sale.order().ticket(id);
    if (ticket == null) {
      throw new IllegalStateException("Expected a ticket that was not refused, but it was");
    }
    return ticket;
  }

  private TicketsRefunded refunded(Refunding refunding, TicketReason reason) {
    OrderPlaced order = sale.order().placed();
    return new TicketsRefunded(
        order.orderId(),
        order.organisationId(),
        order.performanceId(),
        sale.order().refundCount + 1,
        reason,
        revenue(),
        order.currency(),
        refunding.tickets(),
        refunding.lines(),
        refunding.parts());
  }

  RevenueStand revenue() {
    return switch (performance().stage()) {
      case SCHEDULED -> RevenueStand.DEFERRED;
      case COMPLETED -> RevenueStand.EARNED;
      case CANCELLED -> RevenueStand.OWED;
    };
  }

  /** Those of which nothing is left, unless they were void before. */
  private static List<OrderTicket> whole(Refunding refunding, List<OrderTicket> tickets) {
    Set<TicketId> gone = new HashSet<>();
    for (RefundedTicket refunded : refunding.tickets()) {
      if (refunded.remainingMinor() == 0) {
        gone.add(refunded.ticketId());
      }
    }
    return tickets.stream()
        .filter(ticket -> !ticket.isVoid() && gone.contains(ticket.issued().ticket().ticketId()))
        .toList();
  }

  /** Makes tickets void for which no money goes back. */
  void invalidated(List<OrderTicket> tickets, TicketReason reason, List<Event> events) {
    if (!tickets.isEmpty()) {
      OrderPlaced order = sale.order().placed();
      events.add(
          new TicketsInvalidated(
              order.orderId(),
              order.organisationId(),
              order.performanceId(),
              tickets.stream().map(ticket -> ticket.issued().ticket().ticketId()).toList(),
              reason));
      voided(tickets, reason, events);
    }
  }

  void voided(List<OrderTicket> tickets, TicketReason reason, List<Event> events) {
    if (!tickets.isEmpty()) {
      events.add(
          new TicketsVoided(
              performance().id(),
              sale.order().placed().orderId(),
              tickets.stream()
                  .map(ticket -> VoidedTicket.of(ticket.issued(), performance().plan()))
                  .toList(),
              reason,
              performance().isBeforeStart(now)));
    }
  }

  Performance performance() {
    return sale.seats().performance();
  }
}

package org.counterfoil.domain.order;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.money.Money;
import org.counterfoil.domain.order.OrderEvent.ExchangeStarted;
import org.counterfoil.domain.order.OrderEvent.OrderPlaced;
import org.counterfoil.domain.order.OrderEvent.TicketsExchanged;
import org.counterfoil.domain.performance.PerformanceStage;
import org.counterfoil.domain.seathold.HoldId;
import org.counterfoil.domain.seathold.IssuedTicket;
import org.counterfoil.domain.seathold.PricedTicket;
import org.counterfoil.domain.seathold.SeatHold;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldSold;
import org.counterfoil.domain.seathold.TicketId;
import org.counterfoil.domain.seathold.TicketReason;

/**
 * Exchanges tickets for others when the difference is settled: the hold is sold, the new ones have
 * the next numbers, the old ones are void. One event of the order carries all of it, so that the
 * books never see half an exchange.
 */
record TicketExchange(
    HoldId hold, List<OrderTicket> old, List<PricedTicket> wanted, Returns returns) {

  /** What the new tickets cost more than what is left of the old ones. */
  long differenceMinor() {
    return wanted.stream().mapToLong(PricedTicket::faceValueMinor).sum()
        - old.stream().mapToLong(OrderTicket::remainingMinor).sum();
  }

  /**
   * The events of the exchange.
   *
   * @param to how a difference downwards goes back
   * @param voucherDays for how many days a new voucher can be spent that it goes back to
   * @param spareRefundIds at least one per payment where there is such a difference
   */
  List<Event> events(RefundTo to, int voucherDays, List<RefundId> spareRefundIds) {
    OrderPlaced order = returns.sale().order().placed();
    long difference = differenceMinor();
    List<IssuedTicket> issued = new ArrayList<>();
    for (PricedTicket ticket : wanted) {
      int number = returns.sale().seats().inventory().lastTicketNumber() + issued.size() + 1;
      issued.add(new IssuedTicket(number, ticket));
    }
    List<Event> events = new ArrayList<>();
    events.add(
        new HoldSold(order.performanceId(), hold, order.orderId(), order.currency(), issued));
    Refunding refunding = new Refunding(returns.sale().order(), to, true, spareRefundIds);
    refunding.exchange(old, wanted, Math.max(0, -difference));
    events.add(
        new TicketsExchanged(
            order.orderId(),
            order.organisationId(),
            order.performanceId(),
            returns.sale().order().exchangeCount + 1,
            returns.revenue(),
            order.currency(),
            refunding.tickets(),
            issued,
            Math.max(0, difference),
            refunding.parts()));
    returns.voided(old, TicketReason.EXCHANGED, events);
    returns.giveVoucher(refunding.parts(), voucherDays, events);
    return events;
  }

  /**
   * The exchange that a provider's payment was for, or nothing where it cannot be any more: the
   * hold is over, the performance is, something happened to the old tickets, or they are owed for.
   */
  static List<Event> paid(ExchangeStarted started, Money amount, Sale sale, Instant now) {
    Returns returns = new Returns(sale, now);
    List<OrderTicket> old = new ArrayList<>();
    for (TicketId id : started.tickets()) {
      OrderTicket ticket = sale.order().ticket(id);
      if (ticket != null && !ticket.isVoid()) {
        old.add(ticket);
      }
    }
    TicketExchange exchange = new TicketExchange(started.holdId(), old, started.wanted(), returns);
    SeatHold hold = sale.seats().inventory().hold(started.holdId());
    boolean isAsItWas =
        hold != null
            && !hold.isOverAt(now)
            && !sale.order().isOwing()
            && returns.performance().stage() == PerformanceStage.SCHEDULED
            && old.size() == started.tickets().size()
            && exchange.differenceMinor() == started.differenceMinor()
            && amount.minor() == started.differenceMinor();
    return isAsItWas ? exchange.events(RefundTo.ORIGINAL, 0, List.of()) : List.of();
  }
}

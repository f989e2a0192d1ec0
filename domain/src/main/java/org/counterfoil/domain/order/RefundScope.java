package org.counterfoil.domain.order;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.order.OrderCommand.RefundTickets;
import org.jspecify.annotations.Nullable;

/** What a refund is for: the tickets and lines that it names, and the fees where it says so. */
final class RefundScope {

  private final RefundTickets wish;
  private final Returns returns;
  private final List<OrderTicket> tickets = new ArrayList<>();
  private final List<OrderLine> lines = new ArrayList<>();

  RefundScope(RefundTickets wish, Returns returns) {
    this.wish = wish;
    this.returns = returns;
  }

  /** Null where it can be given back; to be called once, before anything else is asked. */
  @Nullable Decision<Event> refuse() {
    boolean isForTickets =
        !wish.tickets().isEmpty() || (wish.lines().isEmpty() && !wish.withFees());
    Decision<Event> refusal = returns.refuseUnknown(wish.tickets());
    refusal = refusal == null ? refuseLines() : refusal;
    if (refusal == null) {
      refusal = isForTickets ? returns.refuse(wish.tickets()) : returns.refuseUnlessCompleted();
    }
    refusal = refusal == null ? refuseAmount() : refusal;
    if (refusal == null) {
      collect();
      refusal = refuseNothingLeft();
    }
    return refusal;
  }

  private void collect() {
    Set<OrderLine> named = new LinkedHashSet<>();
    wish.lines().forEach(id -> named.add(returns.sale().order().lines.get(id)));
    if (wish.withFees()) {
      named.addAll(returns.fees());
    }
    wish.tickets().forEach(id -> tickets.add(returns.ticket(id)));
    lines.addAll(named);
  }

  List<OrderTicket> tickets() {
    return tickets;
  }

  /** Tickets first, each in the order in which it is named. */
  List<Refundable> all() {
    List<Refundable> all = new ArrayList<>(tickets);
    all.addAll(lines);
    return all;
  }

  /** What is left to give back of all of it. */
  long leftMinor() {
    return all().stream().mapToLong(Refundable::remainingMinor).sum();
  }

  private @Nullable Decision<Event> refuseLines() {
    Order order = returns.sale().order();
    for (LineId id : wish.lines()) {
      if (order.status() == Order.Status.COMPLETED && !order.lines.containsKey(id)) {
        return Decision.reject(
            OrderRejection.UNKNOWN_LINE, "Expected lines of this order, but " + id + " is none");
      }
    }
    Set<LineId> seen = new HashSet<>();
    for (LineId id : wish.lines()) {
      if (!seen.add(id)) {
        return Decision.reject(
            OrderRejection.LINE_REPEATED, "Expected each line once, but " + id + " repeats");
      }
    }
    return null;
  }

  private @Nullable Decision<Event> refuseAmount() {
    Long amount = wish.amountMinor();
    return amount == null || amount > 0
        ? null
        : Decision.reject(
            OrderRejection.AMOUNT_NOT_POSITIVE,
            "Expected an amount of more than 0, but it is " + amount);
  }

  private @Nullable Decision<Event> refuseNothingLeft() {
    for (OrderLine line : lines) {
      if (line.line().product() == LineProduct.VOUCHER) {
        return Decision.reject(
            OrderRejection.VOUCHER_NOT_REFUNDED,
            "Expected fees and donations, but line "
                + line.line().lineId()
                + " is a voucher, which is spent and not given back");
      }
    }
    Decision<Event> ofPass = refuseOfPasses();
    if (ofPass != null) {
      return ofPass;
    }
    for (OrderTicket ticket : tickets) {
      if (ticket.remainingMinor() == 0) {
        return nothing("of number " + ticket.issued().ticketNumber() + " there is nothing");
      }
    }
    for (OrderLine line : lines) {
      if (line.remainingMinor() == 0) {
        return nothing("of line " + line.line().lineId() + " there is nothing");
      }
    }
    long left = leftMinor();
    if (left == 0) {
      return nothing("no fee of the order has anything left");
    }
    Long amount = wish.amountMinor();
    if (amount != null && amount > left) {
      return Decision.reject(
          OrderRejection.REFUND_EXCEEDS_PAID,
          "Expected at most " + left + ", but the amount is " + amount);
    }
    return returns.sale().order().isOwing() && amount != null && amount < left
        ? Decision.reject(
            OrderRejection.ORDER_NOT_PAID,
            "Expected whole tickets back, because the order is not paid, but "
                + amount
                + " of "
                + left
                + " is asked")
        : null;
  }

  /** A use goes back to its pass, and nowhere else; a pass is used, and not given back. */
  private @Nullable Decision<Event> refuseOfPasses() {
    for (OrderLine line : lines) {
      if (line.line().product() == LineProduct.PASS) {
        return Decision.reject(
            OrderRejection.PASS_NOT_REFUNDED,
            "Expected fees and donations, but line "
                + line.line().lineId()
                + " is a pass, which is used and not given back");
      }
    }
    Order order = returns.sale().order();
    boolean hasSome =
        tickets.stream().anyMatch(ticket -> order.isOfPass(ticket.issued().ticket().ticketId()));
    Long amount = wish.amountMinor();
    boolean isWhole = amount == null || amount == leftMinor();
    return hasSome && (wish.to() != RefundTo.ORIGINAL || !isWhole)
        ? Decision.reject(
            OrderRejection.USE_GOES_BACK_WHOLE,
            "Expected ORIGINAL and all that is left, because a pass paid for a ticket among them, but"
                + " it is not so")
        : null;
  }

  private static Decision<Event> nothing(String but) {
    return Decision.reject(
        OrderRejection.NOTHING_TO_REFUND,
        "Expected something that is left to give back, but " + but);
  }
}

package org.counterfoil.eventstore.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.counterfoil.domain.order.IssuedNumber;
import org.counterfoil.domain.order.LineId;
import org.counterfoil.domain.order.OrderEvent.OrderCompleted;
import org.counterfoil.domain.order.OrderEvent.OrderPlaced;
import org.counterfoil.domain.order.OrderEvent.TicketsExchanged;
import org.counterfoil.domain.order.OrderEvent.TicketsExchangedElsewhere;
import org.counterfoil.domain.order.OrderEvent.TicketsRefunded;
import org.counterfoil.domain.order.PaymentId;
import org.counterfoil.domain.order.PricedLine;
import org.counterfoil.domain.order.RefundId;
import org.counterfoil.domain.order.RefundPart;
import org.counterfoil.domain.order.RefundedLine;
import org.counterfoil.domain.order.RefundedTicket;
import org.counterfoil.domain.order.TaxShare;
import org.counterfoil.domain.seathold.IssuedTicket;
import org.counterfoil.domain.seathold.PricedTicket;
import org.counterfoil.domain.seathold.TicketId;

/** What came back of one order: tickets, and money for them. */
final class ReturnBooks {

  /** What is left of a ticket's price. */
  private static final class Left {
    long grossMinor;
    long netMinor;

    Left(PricedTicket ticket) {
      grossMinor = ticket.faceValueMinor();
      netMinor = ticket.netMinor();
    }

    Left(PricedLine line) {
      grossMinor = line.grossMinor();
      netMinor = line.netMinor();
    }

    /** Takes a part; whether it was there to be taken, and says rightly what is left. */
    boolean take(long gross, long net, long remaining) {
      grossMinor -= gross;
      netMinor -= net;
      return gross >= 0
          && grossMinor == remaining
          && grossMinor >= 0
          && (grossMinor > 0 || netMinor == 0);
    }
  }

  private final Map<TicketId, Left> tickets = new HashMap<>();
  private final Map<LineId, Left> lines = new HashMap<>();
  private final Map<PaymentId, Long> givenBack = new HashMap<>();
  private final Set<RefundId> known = new HashSet<>();
  private final Set<RefundId> owed = new HashSet<>();
  private final Set<TicketId> said = new HashSet<>();
  private final Set<TicketId> done = new HashSet<>();
  private long givenUpMinor;

  void issue(OrderPlaced placed, OrderCompleted completed) {
    Set<TicketId> issued = new HashSet<>();
    completed.tickets().stream().map(IssuedNumber::ticketId).forEach(issued::add);
    placed.tickets().stream()
        .filter(ticket -> issued.contains(ticket.ticketId()))
        .forEach(ticket -> tickets.put(ticket.ticketId(), new Left(ticket)));
    placed.lines().forEach(line -> lines.put(line.lineId(), new Left(line)));
  }

  void owe(RefundId refund, Findings findings) {
    owed.add(refund);
    findings.require(
        known.add(refund),
        Invariant.MONEY_ACCOUNTED_FOR,
        () -> "Expected a new refund, but %s was due before".formatted(refund));
  }

  void pay(RefundId refund, Findings findings) {
    findings.require(
        owed.remove(refund),
        Invariant.MONEY_ACCOUNTED_FOR,
        () -> "Expected a refund that is owed to be paid, but %s is not".formatted(refund));
  }

  void invalidate(TicketId ticket, Findings findings) {
    findings.require(
        tickets.containsKey(ticket) && said.add(ticket),
        Invariant.TICKET_VOID_AS_SAID,
        () -> "Expected a valid ticket to become void, but %s is none".formatted(ticket));
  }

  /** Whether the order said so, and nobody has heard it yet. */
  boolean voided(TicketId ticket) {
    return said.contains(ticket) && done.add(ticket);
  }

  /** What was taken back and never paid, in minor units. */
  long givenUpMinor() {
    return givenUpMinor;
  }

  /**
   * Tickets are taken back: what is not paid is given up first, and the rest goes back.
   *
   * @return what is not paid then
   */
  Unpaid refund(
      TicketsRefunded refunded, Map<PaymentId, Long> kept, Unpaid unpaid, Findings findings) {
    refunded.tickets().forEach(ticket -> refund(ticket, findings));
    refunded.lines().forEach(line -> refund(line, findings));
    refunded.parts().forEach(part -> give(part, kept, findings));
    long gross =
        refunded.tickets().stream().mapToLong(RefundedTicket::grossMinor).sum()
            + refunded.lines().stream().mapToLong(RefundedLine::grossMinor).sum();
    long parts = refunded.parts().stream().mapToLong(RefundPart::amountMinor).sum();
    long tax =
        refunded.tickets().stream().mapToLong(RefundedTicket::taxMinor).sum()
            + refunded.lines().stream().mapToLong(RefundedLine::taxMinor).sum();
    long partsTax =
        refunded.parts().stream()
            .flatMap(part -> part.taxes().stream())
            .mapToLong(TaxShare::taxMinor)
            .sum();
    long givenUp = Math.clamp(unpaid.grossMinor(), 0, gross);
    boolean isTaxRight =
        givenUp == unpaid.grossMinor()
            ? tax - partsTax == unpaid.taxMinor()
            : refunded.parts().isEmpty();
    givenUpMinor += givenUp;
    findings.require(
        gross == parts + givenUp && isTaxRight,
        Invariant.MONEY_ACCOUNTED_FOR,
        () ->
            "Expected refund %d of order %s to add up, but %d with %d of tax goes back as %d with %d"
                .formatted(
                    refunded.refundNumber(), refunded.orderId(), gross, tax, parts, partsTax));
    return new Unpaid(unpaid.grossMinor() - givenUp, unpaid.taxMinor() - (tax - partsTax));
  }

  /** What came back and was taken more is what was issued and goes back. */
  void exchange(TicketsExchanged exchanged, Map<PaymentId, Long> kept, Findings findings) {
    exchanged.returned().forEach(ticket -> refund(ticket, findings));
    exchanged.issued().stream()
        .map(IssuedTicket::ticket)
        .forEach(ticket -> tickets.put(ticket.ticketId(), new Left(ticket)));
    exchanged.parts().forEach(part -> give(part, kept, findings));
    long in =
        exchanged.takenMinor()
            + exchanged.returned().stream().mapToLong(RefundedTicket::grossMinor).sum();
    long out =
        exchanged.issued().stream().mapToLong(issued -> issued.ticket().faceValueMinor()).sum()
            + exchanged.parts().stream().mapToLong(RefundPart::amountMinor).sum();
    findings.require(
        in == out && exchanged.returned().stream().allMatch(one -> one.remainingMinor() == 0),
        Invariant.MONEY_ACCOUNTED_FOR,
        () ->
            "Expected exchange %d of order %s to add up, but %d is exchanged for %d"
                .formatted(exchanged.exchangeNumber(), exchanged.orderId(), in, out));
  }

  /** What is left of tickets goes with them to another order, or back. */
  void leave(TicketsExchangedElsewhere left, Map<PaymentId, Long> kept, Findings findings) {
    left.returned().forEach(ticket -> refund(ticket, findings));
    left.carried().forEach(share -> take(share.paymentId(), share.amountMinor(), kept, findings));
    left.parts().forEach(part -> give(part, kept, findings));
    long in = left.returned().stream().mapToLong(RefundedTicket::grossMinor).sum();
    long out = left.carriedMinor() + left.parts().stream().mapToLong(RefundPart::amountMinor).sum();
    findings.require(
        in == out && left.returned().stream().allMatch(one -> one.remainingMinor() == 0),
        Invariant.MONEY_ACCOUNTED_FOR,
        () ->
            "Expected exchange %d of order %s to add up, but %d leaves as %d"
                .formatted(left.exchangeNumber(), left.orderId(), in, out));
  }

  private void refund(RefundedTicket refunded, Findings findings) {
    Left left = tickets.get(refunded.ticketId());
    findings.require(
        left != null
            && left.take(refunded.grossMinor(), refunded.netMinor(), refunded.remainingMinor()),
        Invariant.MONEY_ACCOUNTED_FOR,
        () ->
            "Expected at most the price of ticket %d to go back, net and tax alike, but it is not so"
                .formatted(refunded.ticketNumber()));
    if (refunded.remainingMinor() == 0) {
      said.add(refunded.ticketId());
    }
  }

  private void refund(RefundedLine refunded, Findings findings) {
    Left left = lines.get(refunded.lineId());
    findings.require(
        left != null
            && left.take(refunded.grossMinor(), refunded.netMinor(), refunded.remainingMinor()),
        Invariant.MONEY_ACCOUNTED_FOR,
        () ->
            "Expected at most the price of line %s to go back, net and tax alike, but it is not so"
                .formatted(refunded.lineId()));
  }

  private void give(RefundPart part, Map<PaymentId, Long> kept, Findings findings) {
    take(part.paymentId(), part.amountMinor(), kept, findings);
    owe(part.refundId(), findings);
    if (part.isPaid()) {
      owed.remove(part.refundId());
    }
  }

  private void take(PaymentId payment, long minor, Map<PaymentId, Long> kept, Findings findings) {
    long given = givenBack.merge(payment, minor, Long::sum);
    findings.require(
        minor > 0 && given <= kept.getOrDefault(payment, 0L),
        Invariant.MONEY_ACCOUNTED_FOR,
        () ->
            "Expected no more than payment %s brought to go back, but %d does"
                .formatted(payment, given));
  }

  /** Looks, at the end, whether every ticket is void that was said to be. */
  void close(OrderPlaced placed, Findings findings) {
    findings.require(
        said.equals(done),
        Invariant.TICKET_VOID_AS_SAID,
        () ->
            "Expected the places of order %s to hear of its void tickets, but %s are said and %s are heard"
                .formatted(placed.orderId(), said, done));
  }
}

package org.counterfoil.eventstore.check;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.accounting.AccountingEvent.CreditNoteIssued;
import org.counterfoil.domain.accounting.AccountingEvent.InvoiceIssued;
import org.counterfoil.domain.accounting.AccountingEvent.InvoicingEvent;
import org.counterfoil.domain.order.IssuedNumber;
import org.counterfoil.domain.order.OrderEvent;
import org.counterfoil.domain.order.OrderEvent.OrderCompleted;
import org.counterfoil.domain.order.OrderEvent.OrderPlaced;
import org.counterfoil.domain.order.OrderEvent.TicketsExchanged;
import org.counterfoil.domain.order.OrderEvent.TicketsExchangedElsewhere;
import org.counterfoil.domain.order.OrderEvent.TicketsRefunded;
import org.counterfoil.domain.order.PricedLine;
import org.counterfoil.domain.order.RefundedTicket;
import org.counterfoil.domain.seathold.IssuedTicket;
import org.counterfoil.domain.seathold.PricedTicket;
import org.counterfoil.domain.seathold.TicketId;
import org.counterfoil.eventstore.codec.Envelope;
import org.jspecify.annotations.Nullable;

/** Invoices and credit notes, held against what their orders say. */
final class InvoiceBooks {

  /** Credit notes follow by themselves, and a log may end in between. */
  private static final Duration UNDER_WAY = Duration.ofMinutes(1);

  /** What an event of an order sold and took back, tax included. */
  private record Change(long sequence, Instant at, long issuedMinor, long returnedMinor) {}

  private static final class Account {
    final OrderPlaced placed;
    final List<Change> changes = new ArrayList<>(1);
    final Map<Long, Long> invoiced = new TreeMap<>();
    final Map<Long, Long> credited = new TreeMap<>();

    Account(OrderPlaced placed) {
      this.placed = placed;
    }
  }

  private final Findings findings;
  private final Map<OrderId, Account> accounts = new HashMap<>();
  private final Map<String, Integer> series = new HashMap<>();

  InvoiceBooks(Findings findings) {
    this.findings = findings;
  }

  void apply(OrderEvent event, Envelope envelope) {
    if (event instanceof OrderPlaced placed) {
      accounts.put(placed.orderId(), new Account(placed));
      return;
    }
    Account account = accounts.get(event.orderId());
    if (account == null) {
      return; // that there is none is found elsewhere
    }
    if (event instanceof OrderCompleted completed) {
      add(account, envelope, priceOf(completed, account.placed), 0);
    } else if (event instanceof TicketsRefunded refunded) {
      add(account, envelope, 0, refunded.grossMinor());
    } else if (event instanceof TicketsExchangedElsewhere left) {
      add(account, envelope, 0, returned(left.returned()));
    } else if (event instanceof TicketsExchanged exchanged) {
      long issued =
          exchanged.issued().stream()
              .map(IssuedTicket::ticket)
              .mapToLong(PricedTicket::faceValueMinor)
              .sum();
      add(account, envelope, issued, returned(exchanged.returned()));
    }
  }

  private static long returned(List<RefundedTicket> tickets) {
    return tickets.stream().mapToLong(RefundedTicket::grossMinor).sum();
  }

  private static long priceOf(OrderCompleted completed, OrderPlaced placed) {
    Set<TicketId> issued = new HashSet<>();
    completed.tickets().stream().map(IssuedNumber::ticketId).forEach(issued::add);
    long tickets =
        placed.tickets().stream()
            .filter(ticket -> issued.contains(ticket.ticketId()))
            .mapToLong(PricedTicket::faceValueMinor)
            .sum();
    return tickets + placed.lines().stream().mapToLong(PricedLine::grossMinor).sum();
  }

  private static void add(Account account, Envelope envelope, long issued, long returned) {
    account.changes.add(new Change(envelope.sequence(), envelope.recordedAt(), issued, returned));
  }

  /**
   * Hears of an invoice or a credit note.
   *
   * @param isWhole whether all of them are heard, so that a gap in their numbers is one
   */
  void apply(InvoicingEvent event, boolean isWhole) {
    if (isWhole) {
      requireNext(event);
    }
    Account account = accounts.get(event.orderId());
    long gross = event.byRate().grossMinor();
    if (account == null) {
      findings.require(
          !isWhole,
          Invariant.INVOICED_AS_SOLD,
          () -> "Expected %s to be of an order, but it is of none".formatted(event.number()));
      return;
    }
    switch (event) {
      case InvoiceIssued invoice ->
          account.invoiced.merge(invoice.statedThrough(), gross, Long::sum);
      case CreditNoteIssued note -> account.credited.merge(note.statedThrough(), gross, Long::sum);
    }
  }

  private void requireNext(InvoicingEvent event) {
    String name =
        "%s/%s/%d"
            .formatted(event.organisationId(), event.number().series(), event.number().year());
    int expected = series.getOrDefault(name, 0) + 1;
    series.put(name, event.number().ordinal());
    findings.require(
        event.number().ordinal() == expected,
        Invariant.INVOICES_NUMBERED,
        () ->
            "Expected number %d next, but it is %s, in the books of %s"
                .formatted(expected, event.number(), event.organisationId()));
  }

  /** Looks, at the end, whether every invoice asks for what was sold, and no more. */
  void close(Instant end) {
    accounts.values().stream()
        .filter(account -> !account.invoiced.isEmpty())
        .forEach(account -> close(account, end));
  }

  private void close(Account account, Instant end) {
    long first = account.invoiced.keySet().iterator().next();
    long sold = 0;
    for (Change change : account.changes) {
      if (change.sequence() <= first) {
        sold += change.issuedMinor() - change.returnedMinor();
      } else {
        boolean isUnderWay = change.at().plus(UNDER_WAY).isAfter(end);
        require(
            account, change.issuedMinor(), account.invoiced.remove(change.sequence()), isUnderWay);
        require(
            account,
            change.returnedMinor(),
            account.credited.remove(change.sequence()),
            isUnderWay);
      }
    }
    require(account, sold, account.invoiced.remove(first), false);
    account.invoiced.values().forEach(more -> require(account, 0, more, false));
    account.credited.values().forEach(more -> require(account, 0, more, false));
  }

  private void require(Account account, long expected, @Nullable Long found, boolean isUnderWay) {
    long asked = found == null ? 0 : found;
    findings.require(
        asked == expected || (found == null && isUnderWay),
        Invariant.INVOICED_AS_SOLD,
        () ->
            "Expected %d of order %s to be invoiced or credited, but it is %d"
                .formatted(expected, account.placed.orderId(), asked));
  }
}

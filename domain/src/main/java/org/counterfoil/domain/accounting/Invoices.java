package org.counterfoil.domain.accounting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.accounting.AccountingEvent.InvoiceIssued;
import org.counterfoil.domain.accounting.AccountingEvent.InvoicingEvent;
import org.counterfoil.domain.order.LineId;
import org.counterfoil.domain.performance.PerformanceId;
import org.jspecify.annotations.Nullable;

/** The last number of each series, and what of each order was invoiced. */
final class Invoices {

  /** A ticket: a performance numbers its own. */
  record TicketKey(PerformanceId performanceId, int ticketNumber) {}

  /** An invoice, with the tickets and lines that are on it. */
  record Invoice(InvoiceNumber number, Set<TicketKey> tickets, Set<LineId> lines) {}

  /** The invoices of an order, and up to which of its events they and their credit notes go. */
  static final class OfOrder {
    final List<Invoice> invoices = new ArrayList<>();
    @Nullable InvoiceReference reference;
    long through = -1;
  }

  private record Series(InvoiceSeries series, int year) {}

  private final Map<Series, Integer> last = new HashMap<>();
  private final Map<OrderId, OfOrder> orders = new HashMap<>();

  /** The order's; missing where it was never invoiced. */
  @Nullable OfOrder of(OrderId order) {
    return orders.get(order);
  }

  /** The last number of a series in a fiscal year; 0 for none. */
  int last(InvoiceSeries series, int year) {
    return last.getOrDefault(new Series(series, year), 0);
  }

  void apply(InvoicingEvent event) {
    InvoiceNumber number = event.number();
    last.put(new Series(number.series(), number.year()), number.ordinal());
    OfOrder order = orders.computeIfAbsent(event.orderId(), id -> new OfOrder());
    order.through = event.statedThrough();
    if (event instanceof InvoiceIssued invoice) {
      Set<TicketKey> tickets = new HashSet<>();
      for (InvoiceLine line : invoice.lines()) {
        for (int ticket : line.ticketNumbers()) {
          tickets.add(new TicketKey(line.performanceId(), ticket));
        }
      }
      Set<LineId> lines = new HashSet<>();
      invoice.beside().forEach(line -> lines.add(line.lineId()));
      order.invoices.add(new Invoice(number, tickets, lines));
      order.reference = invoice.reference();
    }
  }
}

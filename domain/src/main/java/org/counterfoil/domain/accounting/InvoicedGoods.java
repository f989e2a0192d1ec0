package org.counterfoil.domain.accounting;

import java.util.ArrayList;
import java.util.List;

/** What an invoice asks for, or a credit note takes back; amounts in minor units. */
public record InvoicedGoods(List<InvoicedTicket> tickets, List<InvoicedLine> lines) {

  /** Nothing at all. */
  public static final InvoicedGoods NONE = new InvoicedGoods(List.of(), List.of());

  public InvoicedGoods {
    tickets = List.copyOf(tickets);
    lines = List.copyOf(lines);
  }

  /** Whether nobody has to pay anything for it. */
  boolean isFree() {
    return tickets.stream().allMatch(ticket -> ticket.grossMinor() == 0)
        && lines.stream().allMatch(line -> line.grossMinor() == 0);
  }

  /** What of it costs something and is on an invoice. */
  InvoicedGoods of(Invoices.Invoice invoice) {
    return new InvoicedGoods(
        tickets.stream()
            .filter(ticket -> ticket.grossMinor() > 0)
            .filter(ticket -> invoice.tickets().contains(ticket.key()))
            .toList(),
        lines.stream()
            .filter(line -> line.grossMinor() > 0)
            .filter(line -> invoice.lines().contains(line.lineId()))
            .toList());
  }

  boolean isEmpty() {
    return tickets.isEmpty() && lines.isEmpty();
  }

  /** Added up by rate. */
  static ByRate byRate(List<InvoiceLine> tickets, List<InvoicedLine> lines) {
    List<RateAmount> amounts = new ArrayList<>();
    tickets.forEach(
        line -> amounts.add(new RateAmount(line.taxRate(), line.netMinor(), line.taxMinor())));
    lines.forEach(
        line -> amounts.add(new RateAmount(line.taxRate(), line.netMinor(), line.taxMinor())));
    return ByRate.sum(amounts);
  }
}

package org.counterfoil.domain.accounting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.money.TaxRate;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.seating.ZoneName;

/**
 * Tickets for a performance, of one kind at one price; amounts in minor units.
 *
 * @param unitNetMinor of one, net of tax
 * @param unitTaxMinor the tax on one
 */
public record InvoiceLine(
    PerformanceId performanceId,
    ZoneName zone,
    PublicLabel priceTypeName,
    TaxRate taxRate,
    long unitNetMinor,
    long unitTaxMinor,
    List<Integer> ticketNumbers) {

  public InvoiceLine {
    ticketNumbers = List.copyOf(ticketNumbers);
  }

  /** Tickets gathered by what they are and cost, in the order of the first of each kind. */
  static List<InvoiceLine> of(List<InvoicedTicket> tickets) {
    Map<InvoiceLine, List<Integer>> kinds = new LinkedHashMap<>();
    for (InvoicedTicket ticket : tickets) {
      InvoiceLine kind =
          new InvoiceLine(
              ticket.performanceId(),
              ticket.zone(),
              ticket.priceTypeName(),
              ticket.taxRate(),
              ticket.netMinor(),
              ticket.taxMinor(),
              List.of());
      kinds.computeIfAbsent(kind, none -> new ArrayList<>()).add(ticket.ticketNumber());
    }
    List<InvoiceLine> lines = new ArrayList<>();
    kinds.forEach((kind, numbers) -> lines.add(kind.with(numbers)));
    return lines;
  }

  private InvoiceLine with(List<Integer> numbers) {
    return new InvoiceLine(
        performanceId, zone, priceTypeName, taxRate, unitNetMinor, unitTaxMinor, numbers);
  }

  public int quantity() {
    return ticketNumbers.size();
  }

  public long netMinor() {
    return Math.multiplyExact(unitNetMinor, quantity());
  }

  public long taxMinor() {
    return Math.multiplyExact(unitTaxMinor, quantity());
  }

  /** Tax included. */
  public long grossMinor() {
    return Math.addExact(netMinor(), taxMinor());
  }
}

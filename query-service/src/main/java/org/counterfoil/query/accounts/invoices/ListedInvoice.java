package org.counterfoil.query.accounts.invoices;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.counterfoil.domain.accounting.AccountingEvent.CreditNoteIssued;
import org.counterfoil.domain.accounting.AccountingEvent.InvoiceIssued;
import org.counterfoil.domain.accounting.AccountingEvent.InvoicingEvent;
import org.counterfoil.domain.accounting.ByRate;
import org.counterfoil.domain.accounting.InvoiceLine;
import org.counterfoil.domain.accounting.InvoiceNumber;
import org.counterfoil.domain.accounting.InvoiceReference;
import org.counterfoil.domain.accounting.InvoiceSeries;
import org.counterfoil.domain.accounting.Seller;
import org.counterfoil.domain.accounting.Supply;
import org.counterfoil.domain.seathold.TicketReason;
import org.counterfoil.query.accounts.posting.InvoiceRow;
import org.jspecify.annotations.Nullable;

/**
 * An invoice or a credit note; amounts in minor units.
 *
 * @param invoice the one that a credit note belongs to
 * @param reason why it was taken back, of a credit note
 * @param reference the buyer's own
 * @param owedMinor what of an invoice was still to be paid when it was issued
 * @param operationNumber under which it is in the list of operations
 */
public record ListedInvoice(
    InvoiceNumber number,
    InvoiceSeries kind,
    LocalDate issuedOn,
    UUID orderId,
    @Nullable InvoiceNumber invoice,
    @Nullable TicketReason reason,
    @Nullable InvoiceReference reference,
    Seller seller,
    Supply supply,
    String currency,
    long netMinor,
    long taxMinor,
    long grossMinor,
    long owedMinor,
    List<RateLine> byRate,
    List<Line> lines,
    long operationNumber,
    long position,
    Instant recordedAt) {

  /** What is asked for at a rate. */
  public record RateLine(String rate, long netMinor, long taxMinor) {}

  /** Tickets of one kind at one price. */
  public record Line(
      String zone,
      String priceTypeName,
      String taxRate,
      int quantity,
      long unitNetMinor,
      long netMinor,
      long taxMinor,
      long grossMinor,
      List<Integer> ticketNumbers) {

    static Line of(InvoiceLine line) {
      return new Line(
          line.zone().value(),
          line.priceTypeName().value(),
          line.taxRate().value(),
          line.quantity(),
          line.unitNetMinor(),
          line.netMinor(),
          line.taxMinor(),
          line.grossMinor(),
          line.ticketNumbers());
    }
  }

  static ListedInvoice of(InvoiceRow row) {
    InvoicingEvent document = row.document();
    ByRate sums = InvoiceLine.byRate(document.lines());
    return new ListedInvoice(
        document.number(),
        document.number().series(),
        document.issuedOn(),
        row.orderId(),
        document instanceof CreditNoteIssued note ? note.invoice() : null,
        document instanceof CreditNoteIssued note ? note.reason() : null,
        document instanceof InvoiceIssued invoice ? invoice.reference() : null,
        document.seller(),
        document.supply(),
        document.currency().getCurrencyCode(),
        sums.netMinor(),
        sums.taxMinor(),
        sums.grossMinor(),
        document instanceof InvoiceIssued invoice ? invoice.owedMinor() : 0,
        sums.amounts().stream()
            .map(one -> new RateLine(one.rate().value(), one.netMinor(), one.taxMinor()))
            .toList(),
        document.lines().stream().map(Line::of).toList(),
        row.operationNumber(),
        row.position(),
        row.at());
  }
}

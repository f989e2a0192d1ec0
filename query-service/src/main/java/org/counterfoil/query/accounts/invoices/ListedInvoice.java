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
import org.counterfoil.domain.accounting.InvoicedLine;
import org.counterfoil.domain.accounting.PaymentTerms;
import org.counterfoil.domain.accounting.Seller;
import org.counterfoil.domain.accounting.Supply;
import org.counterfoil.domain.order.LineProduct;
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
 * @param terms until when an invoice is to be paid
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
    List<Supply> supplies,
    String currency,
    long netMinor,
    long taxMinor,
    long grossMinor,
    long owedMinor,
    @Nullable PaymentTerms terms,
    List<RateLine> byRate,
    List<Line> lines,
    List<Beside> beside,
    long operationNumber,
    long position,
    Instant recordedAt) {

  /** What is asked for at a rate. */
  public record RateLine(String rate, long netMinor, long taxMinor) {}

  /** Tickets for a performance, of one kind at one price. */
  public record Line(
      UUID performanceId,
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
          line.performanceId().value(),
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

  /**
   * What else there is, such as a fee.
   *
   * @param name as the price list has it; missing where the product says it all
   */
  public record Beside(
      UUID lineId,
      LineProduct product,
      @Nullable String name,
      String taxRate,
      int quantity,
      long netMinor,
      long taxMinor,
      long grossMinor) {

    static Beside of(InvoicedLine line) {
      return new Beside(
          line.lineId().value(),
          line.product(),
          line.name() == null ? null : line.name().value(),
          line.taxRate().value(),
          line.quantity(),
          line.netMinor(),
          line.taxMinor(),
          line.grossMinor());
    }
  }

  static ListedInvoice of(InvoiceRow row) {
    InvoicingEvent document = row.document();
    ByRate sums = document.byRate();
    return new ListedInvoice(
        document.number(),
        document.number().series(),
        document.issuedOn(),
        row.orderId(),
        document instanceof CreditNoteIssued note ? note.invoice() : null,
        document instanceof CreditNoteIssued note ? note.reason() : null,
        document instanceof InvoiceIssued invoice ? invoice.reference() : null,
        document.seller(),
        document.supplies(),
        document.currency().getCurrencyCode(),
        sums.netMinor(),
        sums.taxMinor(),
        sums.grossMinor(),
        document instanceof InvoiceIssued invoice ? invoice.owedMinor() : 0,
        document instanceof InvoiceIssued invoice ? invoice.terms() : null,
        sums.amounts().stream()
            .map(one -> new RateLine(one.rate().value(), one.netMinor(), one.taxMinor()))
            .toList(),
        document.lines().stream().map(Line::of).toList(),
        document.beside().stream().map(Beside::of).toList(),
        row.operationNumber(),
        row.position(),
        row.at());
  }
}

package org.counterfoil.eventstore.check;

import static org.counterfoil.eventstore.check.WrittenNames.EUR;
import static org.counterfoil.eventstore.check.WrittenNames.PERFORMANCE;
import static org.counterfoil.eventstore.check.WrittenNames.SELLER;
import static org.counterfoil.eventstore.check.WrittenNames.SUPPLY;
import static org.counterfoil.eventstore.check.WrittenNames.THEATRE;
import static org.counterfoil.eventstore.check.WrittenNames.ZONE;
import static org.counterfoil.eventstore.check.WrittenNames.order;

import java.time.LocalDate;
import java.util.List;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.accounting.AccountingEvent.CreditNoteIssued;
import org.counterfoil.domain.accounting.AccountingEvent.InvoiceIssued;
import org.counterfoil.domain.accounting.InvoiceLine;
import org.counterfoil.domain.accounting.InvoiceNumber;
import org.counterfoil.domain.accounting.PaymentTerms;
import org.counterfoil.domain.money.TaxRate;
import org.counterfoil.domain.seathold.TicketReason;

/** Invoices and credit notes of orders. */
interface WrittenInvoices<L> extends Writing<L> {

  /** An invoice of an order, as it stood at its event of that number. */
  default L invoiced(String number, String order, long through, long minor) {
    return books(
        new InvoiceIssued(
            THEATRE,
            new InvoiceNumber(number),
            LocalDate.of(2026, 11, 20),
            order(order),
            through,
            SELLER,
            List.of(SUPPLY),
            null,
            EUR,
            lines(minor),
            List.of(),
            0,
            new PaymentTerms(LocalDate.of(2026, 12, 20), new PublicLabel("12 %"), 4_000)));
  }

  default L credited(String number, String invoice, String order, long through, long minor) {
    return books(
        new CreditNoteIssued(
            THEATRE,
            new InvoiceNumber(number),
            LocalDate.of(2026, 11, 20),
            order(order),
            through,
            new InvoiceNumber(invoice),
            SELLER,
            List.of(SUPPLY),
            TicketReason.CUSTOMER_REQUEST,
            EUR,
            lines(minor),
            List.of()));
  }

  private static List<InvoiceLine> lines(long minor) {
    return List.of(
        new InvoiceLine(
            PERFORMANCE,
            ZONE,
            new PublicLabel("Plein tarif"),
            new TaxRate("0"),
            minor,
            0,
            List.of(1)));
  }
}

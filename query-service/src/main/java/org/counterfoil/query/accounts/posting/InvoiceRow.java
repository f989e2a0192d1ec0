package org.counterfoil.query.accounts.posting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.counterfoil.domain.accounting.AccountingEvent.CreditNoteIssued;
import org.counterfoil.domain.accounting.AccountingEvent.InvoiceIssued;
import org.counterfoil.domain.accounting.AccountingEvent.InvoicingEvent;
import org.counterfoil.eventstore.log.RecordedEvent;
import org.jspecify.annotations.Nullable;

/**
 * An invoice or a credit note, whole: exactly one of the two is there.
 *
 * @param day on which it was issued
 */
public record InvoiceRow(
    UUID organisationId,
    String number,
    LocalDate day,
    UUID orderId,
    long operationNumber,
    long position,
    Instant at,
    @Nullable InvoiceIssued invoice,
    @Nullable CreditNoteIssued creditNote) {

  static InvoiceRow of(InvoicingEvent document, long operation, RecordedEvent event) {
    return new InvoiceRow(
        document.organisationId().value(),
        document.number().value(),
        document.issuedOn(),
        document.orderId().value(),
        operation,
        event.position(),
        event.envelope().recordedAt(),
        document instanceof InvoiceIssued issued ? issued : null,
        document instanceof CreditNoteIssued issued ? issued : null);
  }

  public InvoicingEvent document() {
    if (invoice != null) {
      return invoice;
    }
    if (creditNote == null) {
      throw new IllegalStateException("Expected an invoice or a credit note, but it is neither");
    }
    return creditNote;
  }
}

package org.counterfoil.query.accounts.invoices;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.counterfoil.domain.accounting.InvoiceNumber;
import org.counterfoil.http.position.Page;
import org.counterfoil.http.position.PageRequest;
import org.counterfoil.query.accounts.scope.AskedBooks;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Invoices and credit notes, listed. */
@RestController
@Tag(name = "Accounts")
class InvoicesEndpoint {

  private static final String INVOICES = "/api/v1/accounting/{organisationId}/invoices";

  private final InvoiceQueries invoices;

  InvoicesEndpoint(InvoiceQueries invoices) {
    this.invoices = invoices;
  }

  @GetMapping(INVOICES)
  @Operation(
      summary = "Invoices and credit notes in the order they were issued",
      description = "By the day of issue. Each series is gapless in its fiscal year.")
  ResponseEntity<Page<ListedInvoice>> invoices(AskedBooks books, PageRequest page) {
    return books.answer(invoices.page(books.scope(), page));
  }

  @GetMapping(INVOICES + "/{number}")
  @Operation(summary = "An invoice or a credit note")
  ResponseEntity<ListedInvoice> invoice(AskedBooks books, @PathVariable InvoiceNumber number) {
    return books.answer(invoices.one(books.allDays(), number));
  }
}

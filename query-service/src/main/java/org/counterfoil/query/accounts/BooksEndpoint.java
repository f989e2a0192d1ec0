package org.counterfoil.query.accounts;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.counterfoil.http.position.Page;
import org.counterfoil.http.position.PageRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The books of an organisation, for its accountant and its auditor. */
@RestController
@Tag(name = "Accounts")
class BooksEndpoint {

  private static final String BOOKS = "/api/v1/accounting/{organisationId}";

  private final JournalQueries journal;
  private final LedgerQueries ledgers;
  private final OperationQueries operations;

  BooksEndpoint(JournalQueries journal, LedgerQueries ledgers, OperationQueries operations) {
    this.journal = journal;
    this.ledgers = ledgers;
    this.operations = operations;
  }

  @GetMapping(BOOKS + "/journal")
  @Operation(summary = "Entries in the order of their numbers, by accounting date")
  ResponseEntity<Page<JournalEntry>> journal(AskedBooks books, PageRequest page) {
    return books.answer(journal.page(books.scope(), page));
  }

  @GetMapping(BOOKS + "/trial-balance")
  @Operation(summary = "The balance of every account")
  ResponseEntity<TrialBalance> trialBalance(AskedBooks books) {
    return books.answer(ledgers.trialBalance(books.scope(), books.reached()));
  }

  @GetMapping(BOOKS + "/vat")
  @Operation(
      summary = "Tax that became due, by rate",
      description =
          "Per ticket, net is gross / (1 + rate) rounded half up to the cent, and tax is the rest;"
              + " totals are sums of these amounts, which were frozen with the sale.")
  ResponseEntity<VatReport> vat(AskedBooks books) {
    return books.answer(ledgers.vat(books.scope(), books.reached()));
  }

  @GetMapping(BOOKS + "/ledgers")
  @Operation(
      summary = "Sales ledger and cash ledger",
      description = "sales = cash + receivables − settled receivables, at every instant")
  ResponseEntity<Ledgers> ledgers(AskedBooks books) {
    return books.answer(ledgers.ledgers(books.scope(), books.reached()));
  }

  @GetMapping(BOOKS + "/operations")
  @Operation(summary = "Every numbered operation and what caused it")
  ResponseEntity<Page<ListedOperation>> operations(
      AskedBooks books,
      @Parameter(description = "Those for training, which have a series of their own")
          @RequestParam(defaultValue = "false")
          boolean training,
      PageRequest page) {
    return books.answer(operations.page(books.scope(), training, page));
  }
}

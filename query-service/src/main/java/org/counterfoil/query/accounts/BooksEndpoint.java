package org.counterfoil.query.accounts;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.counterfoil.http.position.Page;
import org.counterfoil.http.position.PageRequest;
import org.counterfoil.http.problem.Problem;
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
  private final ShowTaxQueries showTax;

  BooksEndpoint(
      JournalQueries journal,
      LedgerQueries ledgers,
      OperationQueries operations,
      ShowTaxQueries showTax) {
    this.journal = journal;
    this.ledgers = ledgers;
    this.operations = operations;
    this.showTax = showTax;
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

  @GetMapping(BOOKS + "/show-tax")
  @Operation(
      summary = "The French tax on shows of a calendar year, by performance",
      description =
          "3.5 % of net receipts, arising when the performance ends, not due below 80.00 a year."
              + " Exempt by the production's taxCategory: SCHOOL_SHOW, SUBSIDISED_SHOW; LIVE_SHOW,"
              + " DRAMATIC_SHOW, VARIETY_SHOW or none are shows; others are not.")
  ResponseEntity<ShowTaxReport> showTax(AskedBooks books, @RequestParam int year) {
    if (year < 1900 || year > 9998) {
      throw Problem.invalid("year", "Expected a year such as 2026, but it is " + year).exception();
    }
    return books.answer(showTax.of(books.scope(), year, books.reached()));
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

package org.counterfoil.query.accounts.journal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.counterfoil.http.position.Page;
import org.counterfoil.http.position.PageRequest;
import org.counterfoil.query.accounts.scope.AskedBooks;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was booked, and what caused it. */
@RestController
@Tag(name = "Accounts")
class JournalEndpoint {

  private static final String BOOKS = "/api/v1/accounting/{organisationId}";

  private final JournalQueries journal;
  private final OperationQueries operations;

  JournalEndpoint(JournalQueries journal, OperationQueries operations) {
    this.journal = journal;
    this.operations = operations;
  }

  @GetMapping(BOOKS + "/journal")
  @Operation(summary = "Entries in the order of their numbers, by accounting date")
  ResponseEntity<Page<JournalEntry>> journal(AskedBooks books, PageRequest page) {
    return books.answer(journal.page(books.scope(), page));
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

package org.counterfoil.query.accounts.closings;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.counterfoil.http.position.Page;
import org.counterfoil.http.position.PageRequest;
import org.counterfoil.query.accounts.scope.AskedBooks;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is closed. */
@RestController
@Tag(name = "Accounts")
class ClosingsEndpoint {

  private static final String BOOKS = "/api/v1/accounting/{organisationId}";

  private final ClosingQueries closings;

  ClosingsEndpoint(ClosingQueries closings) {
    this.closings = closings;
  }

  @GetMapping(BOOKS + "/closings")
  @Operation(
      summary = "Closings, the newest first",
      description = "Totals include tax. What was sealed is never written over.")
  ResponseEntity<Page<ListedClosing>> closings(AskedBooks books, PageRequest page) {
    return books.answer(closings.page(books.scope(), page));
  }
}

package org.counterfoil.query.accounts.tills;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.counterfoil.http.position.Page;
import org.counterfoil.http.position.PageRequest;
import org.counterfoil.query.accounts.scope.AskedBooks;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Till sessions, listed. */
@RestController
@Tag(name = "Accounts")
class TillsEndpoint {

  private final TillQueries tills;

  TillsEndpoint(TillQueries tills) {
    this.tills = tills;
  }

  @GetMapping("/api/v1/accounting/{organisationId}/till-sessions")
  @Operation(
      summary = "Till sessions, the newest first, as far as they have come",
      description = "Those in which something happened on the days that are asked for.")
  ResponseEntity<Page<ListedTill>> tills(AskedBooks books, PageRequest page) {
    return books.answer(tills.page(books.scope(), page));
  }
}

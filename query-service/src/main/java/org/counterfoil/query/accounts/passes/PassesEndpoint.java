package org.counterfoil.query.accounts.passes;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.counterfoil.http.position.Page;
import org.counterfoil.http.position.PageRequest;
import org.counterfoil.query.accounts.scope.AskedBooks;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Passes, listed. */
@RestController
@Tag(name = "Accounts")
class PassesEndpoint {

  private final PassQueries passes;

  PassesEndpoint(PassQueries passes) {
    this.passes = passes;
  }

  @GetMapping("/api/v1/accounting/{organisationId}/passes")
  @Operation(
      summary = "Passes, the newest first, with how many uses are left",
      description =
          "Those that something happened to on the days that are asked for. The uses that are left"
              + " of all of them are revenue of later (4871); their codes are known to nobody who reads"
              + " this.")
  ResponseEntity<Page<ListedPass>> passes(AskedBooks books, PageRequest page) {
    return books.answer(passes.page(books.scope(), page));
  }
}

package org.counterfoil.query.accounts.closings;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.counterfoil.domain.accounting.BooksOverview;
import org.counterfoil.domain.accounting.FoundTotals;
import org.counterfoil.domain.accounting.OpenBooks;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.http.access.Access;
import org.counterfoil.http.position.MinPosition;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** How far all books are, for the process that closes them where that is another one. */
@RestController
@Tag(name = "Running it")
class OpenBooksEndpoint {

  private static final String BOOKS = "/api/v1/operations/books";

  private final BooksOverview overview;

  OpenBooksEndpoint(BooksOverview overview) {
    this.overview = overview;
  }

  /** Books that are open, and totals that are found and not sealed. */
  record Open(List<OpenBooks> books, List<FoundTotals> unsealed) {}

  @GetMapping(BOOKS)
  @Operation(
      summary = "How far the books of all organisations are",
      description =
          "For command services that close books which another process keeps; they ask at"
              + " counterfoil.books.url.")
  Open open() {
    return new Open(overview.all(), overview.unsealed());
  }

  @GetMapping(BOOKS + "/{organisationId}")
  @Operation(summary = "How far the books of one organisation are")
  OpenBooks of(
      @PathVariable OrganisationId organisationId, MinPosition minPosition, Access access) {
    access.permit(organisationId);
    return overview.of(organisationId, minPosition.value());
  }
}

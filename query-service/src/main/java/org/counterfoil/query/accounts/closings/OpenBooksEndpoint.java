package org.counterfoil.query.accounts.closings;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.counterfoil.domain.Actor;
import org.counterfoil.domain.accounting.BooksOverview;
import org.counterfoil.domain.accounting.FoundTotals;
import org.counterfoil.domain.accounting.OpenBooks;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.http.access.Access;
import org.counterfoil.http.position.MinPosition;
import org.counterfoil.http.problem.Problem;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
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

  /** Cash in minor units. */
  record Cash(long amountMinor) {}

  @GetMapping(BOOKS + "/{organisationId}/cash")
  @Operation(
      summary = "The cash that an actor took, less what it paid out",
      description = "For command services that count tills; everything up to through is booked.")
  Cash cash(
      @PathVariable OrganisationId organisationId,
      @Parameter(example = "API_TOKEN:01938000-0000-7000-8000-00000000005c") @RequestParam
          String keeper,
      @RequestParam long after,
      @RequestParam long through,
      Access access) {
    access.permit(organisationId);
    return new Cash(overview.cashTaken(organisationId, actor(keeper), after, through));
  }

  private static Actor actor(String text) {
    try {
      return Actor.parse(text);
    } catch (IllegalArgumentException | IndexOutOfBoundsException other) {
      throw Problem.invalid("keeper", "Expected KIND:id of an actor, but it is not").exception();
    }
  }
}

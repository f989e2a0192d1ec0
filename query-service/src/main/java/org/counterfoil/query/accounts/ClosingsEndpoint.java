package org.counterfoil.query.accounts;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.counterfoil.domain.accounting.ChartOfAccounts;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.http.access.Access;
import org.counterfoil.http.position.MinPosition;
import org.counterfoil.http.position.Page;
import org.counterfoil.http.position.PageRequest;
import org.counterfoil.query.live.AsOf;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What is closed, and by which chart is booked. */
@RestController
@Tag(name = "Accounts")
class ClosingsEndpoint {

  private static final String BOOKS = "/api/v1/accounting/{organisationId}";

  private final ClosingQueries closings;
  private final OrganisationQueries organisations;
  private final BooksReads reads;

  ClosingsEndpoint(ClosingQueries closings, OrganisationQueries organisations, BooksReads reads) {
    this.closings = closings;
    this.organisations = organisations;
    this.reads = reads;
  }

  @GetMapping(BOOKS + "/closings")
  @Operation(
      summary = "Closings, the newest first",
      description = "Totals include tax. What was sealed is never written over.")
  ResponseEntity<Page<ListedClosing>> closings(
      @PathVariable OrganisationId organisationId,
      PageRequest page,
      MinPosition minPosition,
      Access access) {
    long reached = reads.reached(organisationId, minPosition, new AsOf.Now(), access);
    return BooksEndpoint.answer(closings.page(organisationId, page), reached);
  }

  @GetMapping(BOOKS + "/chart")
  @Operation(summary = "Numbers, codes and labels of accounts and journals")
  ResponseEntity<ChartOfAccounts> chart(
      @PathVariable OrganisationId organisationId, MinPosition minPosition, Access access) {
    long reached = reads.reached(organisationId, minPosition, new AsOf.Now(), access);
    return BooksEndpoint.answer(organisations.get(organisationId).chart().complete(), reached);
  }
}

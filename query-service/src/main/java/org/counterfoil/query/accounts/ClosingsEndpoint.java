package org.counterfoil.query.accounts;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.counterfoil.domain.accounting.ChartOfAccounts;
import org.counterfoil.http.position.Page;
import org.counterfoil.http.position.PageRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is closed, and by which chart is booked. */
@RestController
@Tag(name = "Accounts")
class ClosingsEndpoint {

  private static final String BOOKS = "/api/v1/accounting/{organisationId}";

  private final ClosingQueries closings;
  private final OrganisationQueries organisations;

  ClosingsEndpoint(ClosingQueries closings, OrganisationQueries organisations) {
    this.closings = closings;
    this.organisations = organisations;
  }

  @GetMapping(BOOKS + "/closings")
  @Operation(
      summary = "Closings, the newest first",
      description = "Totals include tax. What was sealed is never written over.")
  ResponseEntity<Page<ListedClosing>> closings(AskedBooks books, PageRequest page) {
    return books.answer(closings.page(books.scope(), page));
  }

  @GetMapping(BOOKS + "/chart")
  @Operation(summary = "Numbers, codes and labels of accounts and journals")
  ResponseEntity<ChartOfAccounts> chart(AskedBooks books) {
    return books.answer(organisations.get(books.scope().organisationId()).chart().complete());
  }
}

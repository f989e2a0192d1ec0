package org.counterfoil.query.accounts.revenue;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.counterfoil.query.accounts.scope.AskedBooks;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Deferred and earned revenue, for whoever closes a year. */
@RestController
@Tag(name = "Accounts")
class RevenueEndpoint {

  private final RevenueQueries revenue;

  RevenueEndpoint(RevenueQueries revenue) {
    this.revenue = revenue;
  }

  @GetMapping("/api/v1/accounting/{organisationId}/revenue")
  @Operation(
      summary = "Deferred and earned revenue of a period, by performance",
      description =
          "Net of tax: what was deferred when the period began, received in it, given or owed back,"
              + " earned because the performance took place, and deferred when it ended. The"
              + " closings add up to the balance of the account (487).")
  ResponseEntity<RevenueReport> revenue(AskedBooks books) {
    return books.answer(revenue.of(books.scope(), books.reached()));
  }
}

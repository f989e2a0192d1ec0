package org.counterfoil.query.accounts.showtax;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.counterfoil.http.problem.Problem;
import org.counterfoil.query.accounts.scope.AskedBooks;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The tax on shows, for whoever declares it. */
@RestController
@Tag(name = "Accounts")
class ShowTaxEndpoint {

  private static final String BOOKS = "/api/v1/accounting/{organisationId}";

  private final ShowTaxQueries showTax;

  ShowTaxEndpoint(ShowTaxQueries showTax) {
    this.showTax = showTax;
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
}

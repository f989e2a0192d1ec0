package org.counterfoil.query.accounts.payouts;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.counterfoil.http.position.Page;
import org.counterfoil.http.position.PageRequest;
import org.counterfoil.query.accounts.payouts.ListedPayout.Outstanding;
import org.counterfoil.query.accounts.scope.AskedBooks;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What providers paid over, and what they have not yet. */
@RestController
@Tag(name = "Accounts")
class PayoutsEndpoint {

  private static final String PAYOUTS = "/api/v1/accounting/{organisationId}/payouts";

  private final PayoutQueries payouts;

  PayoutsEndpoint(PayoutQueries payouts) {
    this.payouts = payouts;
  }

  @GetMapping(PAYOUTS)
  @Operation(
      summary = "Payouts, the newest first, with their differences",
      description =
          "A line is matched with the payment or refund that has its reference: by our id of it, or"
              + " by the reference that it was captured with. UNKNOWN, AMOUNT and PAID_BEFORE are"
              + " listed.")
  ResponseEntity<Page<ListedPayout>> payouts(AskedBooks books, PageRequest page) {
    return books.answer(payouts.page(books.scope(), page));
  }

  @GetMapping(PAYOUTS + "/outstanding")
  @Operation(summary = "Payments and refunds that are in no payout yet, the oldest first")
  ResponseEntity<Page<Outstanding>> outstanding(AskedBooks books, PageRequest page) {
    return books.answer(payouts.outstanding(books.scope(), page));
  }
}

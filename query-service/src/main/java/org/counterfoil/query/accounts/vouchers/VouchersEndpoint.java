package org.counterfoil.query.accounts.vouchers;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.counterfoil.http.position.Page;
import org.counterfoil.http.position.PageRequest;
import org.counterfoil.query.accounts.scope.AskedBooks;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Vouchers, listed. */
@RestController
@Tag(name = "Accounts")
class VouchersEndpoint {

  private final VoucherQueries vouchers;

  VouchersEndpoint(VoucherQueries vouchers) {
    this.vouchers = vouchers;
  }

  @GetMapping("/api/v1/accounting/{organisationId}/vouchers")
  @Operation(
      summary = "Vouchers, the newest first, with what is left of them",
      description =
          "Those that something happened to on the days that are asked for. What is left of all of"
              + " them is a debt on the account of deposits (4191); their codes are known to nobody"
              + " who reads this.")
  ResponseEntity<Page<ListedVoucher>> vouchers(AskedBooks books, PageRequest page) {
    return books.answer(vouchers.page(books.scope(), page));
  }
}

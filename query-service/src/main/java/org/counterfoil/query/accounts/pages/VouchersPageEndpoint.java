package org.counterfoil.query.accounts.pages;

import org.counterfoil.http.position.PageRequest;
import org.counterfoil.query.accounts.scope.AskedBooks;
import org.counterfoil.query.accounts.vouchers.VoucherQueries;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The accountant's page of vouchers: what was issued, spent, and is still owed. */
@Controller
class VouchersPageEndpoint {

  private final VoucherQueries vouchers;
  private final AccountsFrame frame;

  VouchersPageEndpoint(VoucherQueries vouchers, AccountsFrame frame) {
    this.vouchers = vouchers;
    this.frame = frame;
  }

  @GetMapping("/organisations/{organisationId}/accounts/vouchers")
  String vouchers(AskedBooks books, PageRequest page, Model model) {
    model.addAttribute(
        "vouchers", vouchers.page(frame.scope(frame.fill(books, model), books, model), page));
    return "accounts/vouchers";
  }
}

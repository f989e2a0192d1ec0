package org.counterfoil.query.accounts.pages;

import org.counterfoil.http.position.PageRequest;
import org.counterfoil.query.accounts.passes.PassQueries;
import org.counterfoil.query.accounts.scope.AskedBooks;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The accountant's page of passes: what was sold, used, and is left. */
@Controller
class PassesPageEndpoint {

  private final PassQueries passes;
  private final AccountsFrame frame;

  PassesPageEndpoint(PassQueries passes, AccountsFrame frame) {
    this.passes = passes;
    this.frame = frame;
  }

  @GetMapping("/organisations/{organisationId}/accounts/passes")
  String passes(AskedBooks books, PageRequest page, Model model) {
    model.addAttribute(
        "passes", passes.page(frame.scope(frame.fill(books, model), books, model), page));
    return "accounts/passes";
  }
}

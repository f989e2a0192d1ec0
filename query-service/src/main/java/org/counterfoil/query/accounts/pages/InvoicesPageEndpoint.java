package org.counterfoil.query.accounts.pages;

import org.counterfoil.http.position.PageRequest;
import org.counterfoil.query.accounts.invoices.InvoiceQueries;
import org.counterfoil.query.accounts.scope.AskedBooks;
import org.counterfoil.query.accounts.tills.TillQueries;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The accountant's pages of invoices with their credit notes, and of tills. */
@Controller
class InvoicesPageEndpoint {

  private static final String BOOKS = "/organisations/{organisationId}/accounts";

  private final InvoiceQueries invoices;
  private final TillQueries tills;
  private final AccountsFrame frame;

  InvoicesPageEndpoint(InvoiceQueries invoices, TillQueries tills, AccountsFrame frame) {
    this.invoices = invoices;
    this.tills = tills;
    this.frame = frame;
  }

  @GetMapping(BOOKS + "/invoices")
  String invoices(AskedBooks books, PageRequest page, Model model) {
    model.addAttribute(
        "invoices", invoices.page(frame.scope(frame.fill(books, model), books, model), page));
    return "accounts/invoices";
  }

  @GetMapping(BOOKS + "/tills")
  String tills(AskedBooks books, PageRequest page, Model model) {
    model.addAttribute(
        "tills", tills.page(frame.scope(frame.fill(books, model), books, model), page));
    return "accounts/tills";
  }
}

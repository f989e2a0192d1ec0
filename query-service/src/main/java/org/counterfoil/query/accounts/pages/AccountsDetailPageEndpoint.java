package org.counterfoil.query.accounts.pages;

import java.util.List;
import java.util.UUID;
import org.counterfoil.http.position.PageRequest;
import org.counterfoil.http.problem.Problem;
import org.counterfoil.http.problem.ProblemCode;
import org.counterfoil.http.problem.ProblemException;
import org.counterfoil.query.accounts.journal.ListedOperation;
import org.counterfoil.query.accounts.journal.OperationQueries;
import org.counterfoil.query.accounts.payouts.PayoutQueries;
import org.counterfoil.query.accounts.posting.OrganisationRow;
import org.counterfoil.query.accounts.scope.AskedBooks;
import org.counterfoil.query.accounts.showtax.ShowTaxQueries;
import org.counterfoil.query.accounts.story.TicketStories;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The accountant's pages of payouts, of the tax on shows, of an order and of a ticket's story. */
@Controller
class AccountsDetailPageEndpoint {

  private static final String BOOKS = "/organisations/{organisationId}/accounts";

  private final PayoutQueries payouts;
  private final ShowTaxQueries showTax;
  private final TicketStories stories;
  private final OperationQueries operations;
  private final AccountsFrame frame;

  AccountsDetailPageEndpoint(
      PayoutQueries payouts,
      ShowTaxQueries showTax,
      TicketStories stories,
      OperationQueries operations,
      AccountsFrame frame) {
    this.payouts = payouts;
    this.showTax = showTax;
    this.stories = stories;
    this.operations = operations;
    this.frame = frame;
  }

  @GetMapping(BOOKS + "/payouts")
  String payouts(AskedBooks books, PageRequest page, Model model) {
    OrganisationRow organisation = frame.fill(books, model);
    model.addAttribute("today", frame.today(organisation));
    model.addAttribute("payouts", payouts.page(books.scope(), page));
    model.addAttribute("outstanding", payouts.outstanding(books.allDays()));
    return "accounts/payouts";
  }

  /** Of this year where none is named. */
  @GetMapping(BOOKS + "/show-tax")
  String showTax(
      AskedBooks books, @RequestParam(required = false) @Nullable Integer year, Model model) {
    OrganisationRow organisation = frame.fill(books, model);
    int asked = year == null ? frame.today(organisation).getYear() : year;
    model.addAttribute("s", showTax.of(books.scope(), asked, books.reached()));
    return "accounts/show-tax";
  }

  /** What was booked of an order, and its tickets. */
  @GetMapping(BOOKS + "/orders/{orderId}")
  String order(AskedBooks books, @PathVariable UUID orderId, Model model) {
    frame.fill(books, model);
    List<ListedOperation> booked = operations.ofOrder(books.allDays(), orderId);
    if (booked.isEmpty()) {
      throw missing("an order that was booked");
    }
    model.addAttribute("orderId", orderId);
    model.addAttribute("operations", booked);
    model.addAttribute("others", stories.ordersExchanged(books.allDays(), orderId));
    model.addAttribute("tickets", stories.ofOrder(books.allDays(), orderId));
    return "accounts/order";
  }

  @GetMapping(BOOKS + "/tickets/{ticketId}")
  String ticket(AskedBooks books, @PathVariable UUID ticketId, Model model) {
    frame.fill(books, model);
    model.addAttribute(
        "s", stories.of(books.allDays(), ticketId).orElseThrow(() -> missing("a ticket")));
    return "accounts/ticket";
  }

  private static ProblemException missing(String what) {
    return Problem.of(ProblemCode.NOT_FOUND, "Expected " + what + ", but there is none of that id")
        .exception();
  }
}

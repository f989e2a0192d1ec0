package org.counterfoil.query.accounts.pages;

import java.util.Arrays;
import java.util.List;
import org.counterfoil.http.position.PageRequest;
import org.counterfoil.http.problem.Problem;
import org.counterfoil.http.problem.ProblemCode;
import org.counterfoil.query.accounts.closings.ClosingQueries;
import org.counterfoil.query.accounts.journal.JournalQueries;
import org.counterfoil.query.accounts.journal.ListedOperation;
import org.counterfoil.query.accounts.journal.OperationQueries;
import org.counterfoil.query.accounts.ledgers.LedgerQueries;
import org.counterfoil.query.accounts.posting.OrganisationRow;
import org.counterfoil.query.accounts.reports.ReportName;
import org.counterfoil.query.accounts.scope.AskedBooks;
import org.counterfoil.query.accounts.scope.BooksScope;
import org.counterfoil.query.accounts.story.TicketStories;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The accountant's pages. A period is the fiscal year of today where none was chosen. */
@Controller
class AccountsPageEndpoint {

  private static final String BOOKS = "/organisations/{organisationId}/accounts";

  private final LedgerQueries ledgers;
  private final JournalQueries journal;
  private final OperationQueries operations;
  private final ClosingQueries closings;
  private final TicketStories stories;
  private final AccountsFrame frame;

  AccountsPageEndpoint(
      LedgerQueries ledgers,
      JournalQueries journal,
      OperationQueries operations,
      ClosingQueries closings,
      TicketStories stories,
      AccountsFrame frame) {
    this.ledgers = ledgers;
    this.journal = journal;
    this.operations = operations;
    this.closings = closings;
    this.stories = stories;
    this.frame = frame;
  }

  @GetMapping(BOOKS)
  String overview(AskedBooks books, PageRequest page, Model model) {
    OrganisationRow organisation = frame.fill(books, model);
    BooksScope scope = frame.scope(organisation, books, model);
    long reached = books.reached();
    model.addAttribute("l", ledgers.ledgers(scope, reached));
    model.addAttribute("v", ledgers.vat(scope, reached));
    model.addAttribute("b", ledgers.trialBalance(scope, reached));
    model.addAttribute("closings", closings.page(books.allDays(), page));
    model.addAttribute("years", frame.years(organisation));
    model.addAttribute(
        "reports", Arrays.stream(ReportName.values()).map(ReportName::word).toList());
    return "accounts/overview";
  }

  @GetMapping(BOOKS + "/journal")
  String journal(AskedBooks books, PageRequest page, Model model) {
    BooksScope scope = frame.scope(frame.fill(books, model), books, model);
    model.addAttribute("journal", journal.page(scope, page));
    return "accounts/journal";
  }

  /** An operation, its entry and where it comes from. */
  @GetMapping(BOOKS + "/operations/{number}")
  String operation(AskedBooks books, @PathVariable long number, Model model) {
    frame.fill(books, model);
    BooksScope all = books.allDays();
    ListedOperation operation =
        operations
            .one(all, number)
            .orElseThrow(
                () ->
                    Problem.of(
                            ProblemCode.NOT_FOUND,
                            "Expected an operation, but there is none of number " + number)
                        .exception());
    Long entry = operation.entryNumber();
    model.addAttribute("p", operation);
    model.addAttribute("entry", entry == null ? null : journal.one(all, entry));
    model.addAttribute(
        "tickets",
        operation.orderId() == null ? List.of() : stories.ofOrder(all, operation.orderId()));
    return "accounts/operation";
  }

  @GetMapping(BOOKS + "/closings")
  String closings(AskedBooks books, PageRequest page, Model model) {
    frame.fill(books, model);
    model.addAttribute("closings", closings.page(books.allDays(), page));
    return "accounts/closings";
  }
}

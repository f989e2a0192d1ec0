package org.counterfoil.query.accounts.pages;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.counterfoil.domain.accounting.Period;
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
import org.counterfoil.query.accounts.scope.OrganisationQueries;
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
  private final OrganisationQueries organisations;
  private final Clock clock;

  AccountsPageEndpoint(
      LedgerQueries ledgers,
      JournalQueries journal,
      OperationQueries operations,
      ClosingQueries closings,
      OrganisationQueries organisations,
      Clock clock) {
    this.ledgers = ledgers;
    this.journal = journal;
    this.operations = operations;
    this.closings = closings;
    this.organisations = organisations;
    this.clock = clock;
  }

  @GetMapping(BOOKS)
  String overview(AskedBooks books, PageRequest page, Model model) {
    OrganisationRow organisation = fill(books, model);
    BooksScope scope = scope(organisation, books, model);
    long reached = books.reached();
    model.addAttribute("l", ledgers.ledgers(scope, reached));
    model.addAttribute("v", ledgers.vat(scope, reached));
    model.addAttribute("b", ledgers.trialBalance(scope, reached));
    model.addAttribute("closings", closings.page(books.allDays(), page));
    model.addAttribute("years", years(organisation));
    model.addAttribute(
        "reports", Arrays.stream(ReportName.values()).map(ReportName::word).toList());
    return "accounts/overview";
  }

  @GetMapping(BOOKS + "/journal")
  String journal(AskedBooks books, PageRequest page, Model model) {
    BooksScope scope = scope(fill(books, model), books, model);
    model.addAttribute("journal", journal.page(scope, page));
    return "accounts/journal";
  }

  /** An operation, its entry and where it comes from. */
  @GetMapping(BOOKS + "/operations/{number}")
  String operation(AskedBooks books, @PathVariable long number, Model model) {
    fill(books, model);
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
    return "accounts/operation";
  }

  @GetMapping(BOOKS + "/closings")
  String closings(AskedBooks books, PageRequest page, Model model) {
    fill(books, model);
    model.addAttribute("closings", closings.page(books.allDays(), page));
    return "accounts/closings";
  }

  private OrganisationRow fill(AskedBooks books, Model model) {
    OrganisationRow organisation = organisations.get(books.scope().organisationId());
    model.addAttribute("o", organisation);
    return organisation;
  }

  private BooksScope scope(OrganisationRow organisation, AskedBooks books, Model model) {
    Period year = organisation.calendar().fiscalYear(today(organisation));
    BooksScope scope = books.scope().orWithin(year);
    model.addAttribute("from", scope.first());
    model.addAttribute("to", scope.last());
    return scope;
  }

  /** From the one in which the organisation began to today's, the newest first. */
  private List<Period> years(OrganisationRow organisation) {
    List<Period> years = new ArrayList<>();
    Period year = organisation.calendar().fiscalYear(today(organisation));
    years.add(year);
    while (year.from().isAfter(organisation.createdDay())) {
      year = organisation.calendar().fiscalYear(year.from().minusDays(1));
      years.add(year);
    }
    return years;
  }

  private LocalDate today(OrganisationRow organisation) {
    return organisation.calendar().realDay(clock.instant());
  }
}

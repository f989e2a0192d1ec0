package org.counterfoil.query.accounts;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.counterfoil.domain.accounting.Period;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.http.access.Access;
import org.counterfoil.http.position.MinPosition;
import org.counterfoil.http.position.PageRequest;
import org.counterfoil.http.problem.Problem;
import org.counterfoil.http.problem.ProblemCode;
import org.counterfoil.query.live.AsOf;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The accountant's pages. A period is the fiscal year of today where none was chosen. */
@Controller
class AccountsPageEndpoint {

  private static final String BOOKS = "/organisations/{organisationId}/accounts";

  private final LedgerQueries ledgers;
  private final JournalQueries journal;
  private final OperationQueries operations;
  private final ClosingQueries closings;
  private final OrganisationQueries organisations;
  private final BooksReads reads;
  private final Clock clock;

  AccountsPageEndpoint(
      LedgerQueries ledgers,
      JournalQueries journal,
      OperationQueries operations,
      ClosingQueries closings,
      OrganisationQueries organisations,
      BooksReads reads,
      Clock clock) {
    this.ledgers = ledgers;
    this.journal = journal;
    this.operations = operations;
    this.closings = closings;
    this.organisations = organisations;
    this.reads = reads;
    this.clock = clock;
  }

  @GetMapping(BOOKS)
  String overview(
      @PathVariable OrganisationId organisationId,
      @RequestParam(required = false) @Nullable LocalDate from,
      @RequestParam(required = false) @Nullable LocalDate to,
      PageRequest page,
      Access access,
      Model model) {
    long reached = reads.reached(organisationId, MinPosition.NONE, new AsOf.Now(), access);
    OrganisationRow organisation = fill(organisationId, model);
    BooksScope scope = scope(organisation, from, to, model);
    model.addAttribute("l", ledgers.ledgers(scope, reached));
    model.addAttribute("v", ledgers.vat(scope, reached));
    model.addAttribute("b", ledgers.trialBalance(scope, reached));
    model.addAttribute("closings", closings.page(organisationId, page));
    model.addAttribute("years", years(organisation));
    model.addAttribute(
        "reports", Arrays.stream(ReportName.values()).map(ReportName::word).toList());
    return "accounts/overview";
  }

  @GetMapping(BOOKS + "/journal")
  String journal(
      @PathVariable OrganisationId organisationId,
      @RequestParam(required = false) @Nullable LocalDate from,
      @RequestParam(required = false) @Nullable LocalDate to,
      PageRequest page,
      Access access,
      Model model) {
    reads.reached(organisationId, MinPosition.NONE, new AsOf.Now(), access);
    BooksScope scope = scope(fill(organisationId, model), from, to, model);
    model.addAttribute("journal", journal.page(scope, page));
    return "accounts/journal";
  }

  /** An operation, its entry and where it comes from. */
  @GetMapping(BOOKS + "/operations/{number}")
  String operation(
      @PathVariable OrganisationId organisationId,
      @PathVariable long number,
      Access access,
      Model model) {
    reads.reached(organisationId, MinPosition.NONE, new AsOf.Now(), access);
    fill(organisationId, model);
    BooksScope all = BooksScope.all(organisationId, new AsOf.Now());
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
  String closings(
      @PathVariable OrganisationId organisationId, PageRequest page, Access access, Model model) {
    reads.reached(organisationId, MinPosition.NONE, new AsOf.Now(), access);
    fill(organisationId, model);
    model.addAttribute("closings", closings.page(organisationId, page));
    return "accounts/closings";
  }

  private OrganisationRow fill(OrganisationId id, Model model) {
    OrganisationRow organisation = organisations.get(id);
    model.addAttribute("o", organisation);
    return organisation;
  }

  private BooksScope scope(
      OrganisationRow organisation, @Nullable LocalDate from, @Nullable LocalDate to, Model model) {
    Period year = organisation.calendar().fiscalYear(today(organisation));
    LocalDate first = from == null ? year.from() : from;
    LocalDate last = to == null ? year.to() : to;
    model.addAttribute("from", first);
    model.addAttribute("to", last);
    return new BooksScope(
        new OrganisationId(organisation.organisationId()), first, last, new AsOf.Now());
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

package org.counterfoil.query.accounts.pages;

import java.time.Clock;
import java.util.UUID;
import org.counterfoil.http.position.PageRequest;
import org.counterfoil.http.problem.Problem;
import org.counterfoil.http.problem.ProblemCode;
import org.counterfoil.query.accounts.payouts.PayoutQueries;
import org.counterfoil.query.accounts.posting.OrganisationRow;
import org.counterfoil.query.accounts.scope.AskedBooks;
import org.counterfoil.query.accounts.scope.OrganisationQueries;
import org.counterfoil.query.accounts.showtax.ShowTaxQueries;
import org.counterfoil.query.accounts.story.TicketStories;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The accountant's pages of payouts, of the tax on shows, and of a ticket's story. */
@Controller
class AccountsDetailPageEndpoint {

  private static final String BOOKS = "/organisations/{organisationId}/accounts";

  private final PayoutQueries payouts;
  private final ShowTaxQueries showTax;
  private final TicketStories stories;
  private final OrganisationQueries organisations;
  private final Clock clock;

  AccountsDetailPageEndpoint(
      PayoutQueries payouts,
      ShowTaxQueries showTax,
      TicketStories stories,
      OrganisationQueries organisations,
      Clock clock) {
    this.payouts = payouts;
    this.showTax = showTax;
    this.stories = stories;
    this.organisations = organisations;
    this.clock = clock;
  }

  @GetMapping(BOOKS + "/payouts")
  String payouts(AskedBooks books, PageRequest page, Model model) {
    fill(books, model);
    model.addAttribute("payouts", payouts.page(books.scope(), page));
    model.addAttribute("outstanding", payouts.outstanding(books.allDays()));
    return "accounts/payouts";
  }

  /** Of this year where none is named. */
  @GetMapping(BOOKS + "/show-tax")
  String showTax(
      AskedBooks books, @RequestParam(required = false) @Nullable Integer year, Model model) {
    OrganisationRow organisation = fill(books, model);
    int asked = year == null ? organisation.calendar().realDay(clock.instant()).getYear() : year;
    model.addAttribute("s", showTax.of(books.scope(), asked, books.reached()));
    return "accounts/show-tax";
  }

  @GetMapping(BOOKS + "/tickets/{ticketId}")
  String ticket(AskedBooks books, @PathVariable UUID ticketId, Model model) {
    fill(books, model);
    model.addAttribute(
        "s",
        stories
            .of(books.allDays(), ticketId)
            .orElseThrow(
                () ->
                    Problem.of(ProblemCode.NOT_FOUND, "Expected a ticket, but there is none of it")
                        .exception()));
    return "accounts/ticket";
  }

  private OrganisationRow fill(AskedBooks books, Model model) {
    OrganisationRow organisation = organisations.get(books.scope().organisationId());
    model.addAttribute("o", organisation);
    return organisation;
  }
}

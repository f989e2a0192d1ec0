package org.counterfoil.query.accounts.pages;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.counterfoil.domain.accounting.Period;
import org.counterfoil.query.accounts.posting.OrganisationRow;
import org.counterfoil.query.accounts.scope.AskedBooks;
import org.counterfoil.query.accounts.scope.BooksScope;
import org.counterfoil.query.accounts.scope.OrganisationQueries;
import org.springframework.ui.Model;

/** What every page of the accountant has: whose books they are, and which days are looked at. */
final class AccountsFrame {

  private final OrganisationQueries organisations;
  private final Clock clock;

  AccountsFrame(OrganisationQueries organisations, Clock clock) {
    this.organisations = organisations;
    this.clock = clock;
  }

  /** Says whose books they are. */
  OrganisationRow fill(AskedBooks books, Model model) {
    OrganisationRow organisation = organisations.get(books.scope().organisationId());
    model.addAttribute("o", organisation);
    return organisation;
  }

  /** Says which days are looked at: the fiscal year of today where none was chosen. */
  BooksScope scope(OrganisationRow organisation, AskedBooks books, Model model) {
    Period year = organisation.calendar().fiscalYear(today(organisation));
    BooksScope scope = books.scope().orWithin(year);
    model.addAttribute("from", scope.first());
    model.addAttribute("to", scope.last());
    return scope;
  }

  /** Fiscal years from the one in which the organisation began to today's, the newest first. */
  List<Period> years(OrganisationRow organisation) {
    List<Period> years = new ArrayList<>();
    Period year = organisation.calendar().fiscalYear(today(organisation));
    years.add(year);
    while (year.from().isAfter(organisation.createdDay())) {
      year = organisation.calendar().fiscalYear(year.from().minusDays(1));
      years.add(year);
    }
    return years;
  }

  LocalDate today(OrganisationRow organisation) {
    return organisation.calendar().realDay(clock.instant());
  }
}

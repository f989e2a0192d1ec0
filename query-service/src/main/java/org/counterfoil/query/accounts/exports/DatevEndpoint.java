package org.counterfoil.query.accounts.exports;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Currency;
import org.counterfoil.domain.accounting.Period;
import org.counterfoil.http.problem.Problem;
import org.counterfoil.query.accounts.exports.DatevExport.Addressee;
import org.counterfoil.query.accounts.posting.OrganisationRow;
import org.counterfoil.query.accounts.scope.AskedBooks;
import org.counterfoil.query.accounts.scope.BooksScope;
import org.counterfoil.query.accounts.scope.OrganisationQueries;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Entries for accounting software in Germany and Austria. */
@RestController
@Tag(name = "Accounts")
class DatevEndpoint {

  private static final String BOOKS = "/api/v1/accounting/{organisationId}";
  private static final Charset ANSI = Charset.forName("windows-1252");

  private final DatevExport datev;
  private final OrganisationQueries organisations;

  DatevEndpoint(DatevExport datev, OrganisationQueries organisations) {
    this.datev = datev;
    this.organisations = organisations;
  }

  @GetMapping(value = BOOKS + "/datev", produces = "text/csv;charset=windows-1252")
  @Operation(
      summary = "Entries as DATEV reads them (EXTF, Buchungsstapel)",
      description =
          "Of days within one fiscal year, which is the last one with a day of the period where none"
              + " is named. Entries of several lines become pairs of account and contra account;"
              + " account numbers get zeros on the right until all have one length. The tax lines are"
              + " entries of their own, so automatic accounts must not add tax again.")
  void datev(
      AskedBooks books,
      @Parameter(description = "The consultant's number with DATEV, 1001 to 9999999")
          @RequestParam(defaultValue = "1001")
          int consultant,
      @Parameter(description = "The client's number with the consultant, 1 to 99999")
          @RequestParam(defaultValue = "1")
          int client,
      HttpServletResponse response)
      throws IOException {
    if (consultant < 1001 || consultant > 9_999_999) {
      throw Problem.invalid("consultant", "Expected 1001 to 9999999, but it is not").exception();
    }
    if (client < 1 || client > 99_999) {
      throw Problem.invalid("client", "Expected 1 to 99999, but it is not").exception();
    }
    OrganisationRow organisation = organisations.get(books.scope().organisationId());
    BooksScope scope = withinOneYear(books.scope(), organisation);
    Period year = organisation.calendar().fiscalYear(scope.first());
    Addressee addressee =
        new Addressee(
            consultant, client, year.from(), Currency.getInstance(organisation.currency()));
    String file = datev.file(scope, addressee);
    books.head(response, "text/csv;charset=windows-1252", "EXTF_Buchungsstapel.csv");
    response.getOutputStream().write(file.getBytes(ANSI));
  }

  private static BooksScope withinOneYear(BooksScope asked, OrganisationRow organisation) {
    if (asked.from() == null && asked.to() == null) {
      throw Problem.invalid("from", "Expected the first or the last day, but both are missing")
          .exception();
    }
    Period year =
        organisation.calendar().fiscalYear(asked.to() == null ? asked.first() : asked.last());
    BooksScope scope = asked.orWithin(year);
    if (!year.includes(scope.first()) || !year.includes(scope.last())) {
      throw Problem.invalid("from", "Expected days of one fiscal year, but they are of several")
          .exception();
    }
    return scope;
  }
}

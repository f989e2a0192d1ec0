package org.counterfoil.query.accounts.exports;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.counterfoil.domain.accounting.Period;
import org.counterfoil.domain.accounting.fec.FecFinding;
import org.counterfoil.domain.accounting.fec.FecLine;
import org.counterfoil.http.problem.Problem;
import org.counterfoil.query.accounts.posting.OrganisationRow;
import org.counterfoil.query.accounts.scope.AskedBooks;
import org.counterfoil.query.accounts.scope.BooksScope;
import org.counterfoil.query.accounts.scope.OrganisationQueries;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Entries in the tax office's format, to be imported into the organisation's accounts. */
@RestController
@Tag(name = "Accounts")
class FecEndpoint {

  private static final String BOOKS = "/api/v1/accounting/{organisationId}";
  private static final String YEAR =
      "The calendar year in which the fiscal year ends, such as 2026";
  private static final String TEXT = "text/plain;charset=UTF-8";
  private static final String NO_SIREN = "000000000";

  private final FecExport export;
  private final OrganisationQueries organisations;

  FecEndpoint(FecExport export, OrganisationQueries organisations) {
    this.export = export;
    this.organisations = organisations;
  }

  @GetMapping(value = BOOKS + "/fec", produces = TEXT)
  @Operation(
      summary = "The ticketing entries of a fiscal year in the tax office's format (FEC)",
      description =
          "Art. A47 A-1 LPF: 18 columns, TAB, UTF-8. These are the entries of ticketing alone, to be"
              + " imported into the organisation's accounts: the legal file holds all journals with"
              + " opening balances, and is made by the accounting software.")
  void fec(
      AskedBooks books,
      @Parameter(description = YEAR) @RequestParam int fiscalYear,
      HttpServletResponse response)
      throws IOException {
    OrganisationRow organisation = organisations.get(books.scope().organisationId());
    Period year = year(organisation, fiscalYear);
    books.head(response, TEXT, fileName(organisation, year));
    BooksScope scope = books.scope().within(year.from(), year.to());
    try (Writer writer = writer(response)) {
      export.write(scope, Currency.getInstance(organisation.currency()), writer);
    }
  }

  @GetMapping(value = BOOKS + "/fec/description", produces = TEXT)
  @Operation(summary = "What the file of a fiscal year is and is not, to be kept beside it")
  void description(
      AskedBooks books,
      @Parameter(description = YEAR) @RequestParam int fiscalYear,
      HttpServletResponse response)
      throws IOException {
    OrganisationRow organisation = organisations.get(books.scope().organisationId());
    Period year = year(organisation, fiscalYear);
    String name = fileName(organisation, year);
    books.head(response, TEXT, name.replace(".txt", "-description.txt"));
    try (Writer writer = writer(response)) {
      writer.write(FecDescription.of(organisation, year, name));
    }
  }

  /**
   * What was found.
   *
   * @param isSound whether nothing was
   */
  record Checked(String fileName, boolean isSound, List<FecFinding> findings) {}

  @PostMapping(BOOKS + "/fec/check")
  @Operation(
      summary = "Check a file in the tax office's format",
      description = "The body is the file. Nothing is kept; each fault has a name and a line.")
  ResponseEntity<Checked> check(
      AskedBooks books,
      @Parameter(description = "As it is to be handed in") @RequestParam String fileName,
      HttpServletRequest request)
      throws IOException {
    List<FecFinding> findings = FecFile.check(fileName, request.getInputStream());
    return books.answer(new Checked(fileName, findings.isEmpty(), findings));
  }

  private static Period year(OrganisationRow organisation, int endsIn) {
    if (endsIn < 1900 || endsIn > 9998) {
      throw Problem.invalid("fiscalYear", "Expected a year such as 2026, but it is " + endsIn)
          .exception();
    }
    Period year = organisation.calendar().fiscalYear(LocalDate.of(endsIn, 12, 31));
    return year.to().getYear() == endsIn
        ? year
        : organisation.calendar().fiscalYear(year.from().minusDays(1));
  }

  private static String fileName(OrganisationRow organisation, Period year) {
    String siren = organisation.siren();
    String digits = siren == null ? "" : siren.replaceAll("[^0-9]", "");
    return FecLine.fileName(digits.length() == 9 ? digits : NO_SIREN, year.to());
  }

  private static Writer writer(HttpServletResponse response) throws IOException {
    return new BufferedWriter(
        new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
  }
}

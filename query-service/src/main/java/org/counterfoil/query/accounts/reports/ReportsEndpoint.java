package org.counterfoil.query.accounts.reports;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Currency;
import java.util.List;
import org.counterfoil.http.problem.Problem;
import org.counterfoil.http.problem.ProblemCode;
import org.counterfoil.query.accounts.posting.OrganisationRow;
import org.counterfoil.query.accounts.scope.AskedBooks;
import org.counterfoil.query.accounts.scope.OrganisationQueries;
import org.counterfoil.query.table.ColumnWords;
import org.counterfoil.query.table.CsvWriter;
import org.counterfoil.query.table.Report;
import org.counterfoil.query.table.SheetWriter;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Every report as a table to download. */
@RestController
@Tag(name = "Accounts")
class ReportsEndpoint {

  private static final String BOOKS = "/api/v1/accounting/{organisationId}";
  private static final String CSV = "text/csv;charset=UTF-8";
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private static final String WORDS = "org.counterfoil.query.accounts.reports.columns";

  private final Reports reports;
  private final OrganisationQueries organisations;

  ReportsEndpoint(Reports reports, OrganisationQueries organisations) {
    this.reports = reports;
    this.organisations = organisations;
  }

  @GetMapping(value = BOOKS + "/reports/{name}.csv", produces = CSV)
  @Operation(
      summary = "A report as CSV",
      description =
          "journal, trial-balance, vat, ledgers, operations, receipts, revenue, agents or closings. RFC 4180,"
              + " UTF-8, decimal point; the same books give the same bytes.")
  void csv(AskedBooks books, @PathVariable String name, HttpServletResponse response)
      throws IOException {
    Report report = report(books, name);
    books.head(response, CSV, report.name() + ".csv");
    try (Writer writer =
        new BufferedWriter(
            new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8))) {
      CsvWriter.write(report, writer);
    }
  }

  @GetMapping(value = BOOKS + "/reports/{name}.xlsx", produces = XLSX)
  @Operation(
      summary = "A report as a spreadsheet",
      description =
          "The same as in CSV, in Office Open XML; the same books give the same bytes. With a"
              + " language the columns have names for people.")
  void xlsx(
      AskedBooks books,
      @PathVariable String name,
      @Schema(allowableValues = {"fr", "en"}) @RequestParam(required = false)
          @Nullable String language,
      HttpServletResponse response)
      throws IOException {
    Report report = report(books, name);
    List<String> heads = ColumnWords.of(report, language, WORDS);
    books.head(response, XLSX, report.name() + ".xlsx");
    SheetWriter.write(report, heads, response.getOutputStream());
  }

  private Report report(AskedBooks books, String name) {
    ReportName known =
        ReportName.of(name)
            .orElseThrow(
                () ->
                    Problem.of(ProblemCode.NOT_FOUND, "Expected a known report, but it is none")
                        .exception());
    OrganisationRow organisation = organisations.get(books.scope().organisationId());
    return reports.of(known, books.scope(), Currency.getInstance(organisation.currency()));
  }
}

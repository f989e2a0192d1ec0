package org.counterfoil.query.accounts;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Currency;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.http.access.Access;
import org.counterfoil.http.position.MinPosition;
import org.counterfoil.http.position.Positions;
import org.counterfoil.http.problem.Problem;
import org.counterfoil.http.problem.ProblemCode;
import org.counterfoil.query.live.AsOf;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Every report as a table to download. */
@RestController
@Tag(name = "Accounts")
class ReportsEndpoint {

  private static final String CSV = "text/csv;charset=UTF-8";

  private final Reports reports;
  private final OrganisationQueries organisations;
  private final BooksReads reads;
  private final Clock clock;

  ReportsEndpoint(
      Reports reports, OrganisationQueries organisations, BooksReads reads, Clock clock) {
    this.reports = reports;
    this.organisations = organisations;
    this.reads = reads;
    this.clock = clock;
  }

  @GetMapping(value = "/api/v1/accounting/{organisationId}/reports/{name}.csv", produces = CSV)
  @Operation(
      summary = "A report as CSV",
      description =
          "journal, trial-balance, vat, ledgers, operations, receipts or closings. RFC 4180, UTF-8,"
              + " decimal point; the same books give the same bytes.")
  void csv(
      @PathVariable OrganisationId organisationId,
      @PathVariable String name,
      @RequestParam(required = false) @Nullable LocalDate from,
      @RequestParam(required = false) @Nullable LocalDate to,
      @Parameter(description = BooksEndpoint.AS_OF) @RequestParam(required = false)
          @Nullable String asOf,
      MinPosition minPosition,
      Access access,
      HttpServletResponse response)
      throws IOException {
    BooksScope scope = new BooksScope(organisationId, from, to, AsOf.asked(asOf, clock));
    long reached = reads.reached(organisationId, minPosition, scope.asOf(), access);
    ReportName report =
        ReportName.of(name)
            .orElseThrow(
                () ->
                    Problem.of(ProblemCode.NOT_FOUND, "Expected a known report, but it is none")
                        .exception());
    Currency currency = Currency.getInstance(organisations.get(organisationId).currency());
    Report table = reports.of(report, scope, currency);
    response.setContentType(CSV);
    response.setHeader(Positions.POSITION, Long.toString(reached));
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + report.word() + ".csv\"");
    try (Writer writer =
        new BufferedWriter(
            new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8))) {
      CsvWriter.write(table, writer);
    }
  }
}

package org.counterfoil.query.accounts.papers;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.counterfoil.domain.accounting.InvoiceNumber;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.http.problem.Problem;
import org.counterfoil.http.problem.ProblemException;
import org.counterfoil.query.accounts.closings.ClosingQueries;
import org.counterfoil.query.accounts.closings.ClosingRejection;
import org.counterfoil.query.accounts.closings.ListedClosing;
import org.counterfoil.query.accounts.invoices.InvoiceQueries;
import org.counterfoil.query.accounts.invoices.ListedInvoice;
import org.counterfoil.query.accounts.posting.OrganisationRow;
import org.counterfoil.query.accounts.scope.AskedBooks;
import org.counterfoil.query.accounts.scope.OrganisationQueries;
import org.counterfoil.query.accounts.statements.StatementOfReceipts;
import org.counterfoil.query.accounts.statements.StatementQueries;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Accounting documents: printable, and archived. */
@RestController
@Tag(name = "Accounts")
class PapersEndpoint {

  private static final String BOOKS = "/api/v1/accounting/{organisationId}";
  private static final String PDF = "application/pdf";
  private static final String ZIP = "application/zip";

  private final ClosingQueries closings;
  private final StatementQueries statements;
  private final InvoiceQueries invoices;
  private final OrganisationQueries organisations;
  private final ClosingArchive archive;
  private final Clock clock;

  PapersEndpoint(
      ClosingQueries closings,
      StatementQueries statements,
      InvoiceQueries invoices,
      OrganisationQueries organisations,
      ClosingArchive archive,
      Clock clock) {
    this.closings = closings;
    this.statements = statements;
    this.invoices = invoices;
    this.organisations = organisations;
    this.archive = archive;
    this.clock = clock;
  }

  @GetMapping(value = BOOKS + "/closings/{number}.pdf", produces = PDF)
  @Operation(summary = "A closing to print, with the checkpoint that it stands on")
  void closing(
      AskedBooks books,
      @PathVariable int number,
      @Schema(allowableValues = {"fr", "en"}) @RequestParam(defaultValue = "fr") String language,
      HttpServletResponse response)
      throws IOException {
    byte[] pdf = papers(books, language).closing(get(books, number));
    books.head(response, PDF, "closing-%d.pdf".formatted(number));
    response.getOutputStream().write(pdf);
  }

  @GetMapping(value = BOOKS + "/closings/{number}.zip", produces = ZIP)
  @Operation(
      summary = "Everything of a closed period in one file, to be kept",
      description =
          "Open formats, a description in French, the checkpoint inside; the same bytes whenever it"
              + " is asked for. 409 CLOSING_NOT_SEALED for the seconds until it is sealed and"
              + " signed.")
  void archive(AskedBooks books, @PathVariable int number, HttpServletResponse response)
      throws IOException {
    ListedClosing closing = get(books, number);
    if (!closing.state().equals("SEALED") || closing.checkpoint() == null) {
      throw Problem.refused(
              ClosingRejection.CLOSING_NOT_SEALED,
              "Expected a closing that is sealed and signed for, but it is not yet")
          .exception();
    }
    books.head(response, ZIP, ClosingArchive.fileName(closing));
    archive.write(
        organisations.get(books.scope().organisationId()), closing, response.getOutputStream());
  }

  @GetMapping(value = BOOKS + "/statements-of-receipts.pdf", produces = PDF)
  @Operation(summary = "Statements of receipts to print", description = "As those in JSON.")
  void statements(
      AskedBooks books,
      @RequestParam(required = false) @Nullable PerformanceId performanceId,
      @RequestParam(required = false) @Nullable LocalDate day,
      @Schema(allowableValues = {"fr", "en"}) @RequestParam(defaultValue = "fr") String language,
      HttpServletResponse response)
      throws IOException {
    List<StatementOfReceipts> found = statements.asked(books, performanceId, day);
    byte[] pdf = papers(books, language).statements(found, clock.instant(), books.reached());
    books.head(response, PDF, "statement-of-receipts.pdf");
    response.getOutputStream().write(pdf);
  }

  @GetMapping(value = BOOKS + "/invoices/{number}.pdf", produces = PDF)
  @Operation(
      summary = "An invoice or a credit note to print",
      description =
          "The same bytes whenever it is asked for. Who buys is not kept here: there is room to"
              + " write it.")
  void invoice(
      AskedBooks books,
      @PathVariable InvoiceNumber number,
      @Schema(allowableValues = {"fr", "en"}) @RequestParam(defaultValue = "fr") String language,
      HttpServletResponse response)
      throws IOException {
    ListedInvoice invoice = invoices.one(books.allDays(), number);
    OrganisationRow organisation = organisations.get(books.scope().organisationId());
    byte[] pdf = new InvoicePaper(PaperWords.in(language, organisation), invoice).toPdf();
    books.head(response, PDF, number + ".pdf");
    response.getOutputStream().write(pdf);
  }

  private ListedClosing get(AskedBooks books, int number) {
    return closings.one(books.allDays(), number).orElseThrow(() -> unknown(number));
  }

  private AccountingPapers papers(AskedBooks books, String language) {
    OrganisationRow organisation = organisations.get(books.scope().organisationId());
    return new AccountingPapers(organisation, PaperWords.in(language, organisation));
  }

  private static ProblemException unknown(int number) {
    return Problem.refused(
            ClosingRejection.UNKNOWN_CLOSING,
            "Expected a closing, but there is none of number " + number)
        .exception();
  }
}

package org.counterfoil.query.audit.reports;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.counterfoil.domain.privacy.audit.AuditQuestion;
import org.counterfoil.http.position.Positions;
import org.counterfoil.query.audit.lists.Window;
import org.counterfoil.query.audit.scope.AskedAudit;
import org.counterfoil.query.table.ColumnWords;
import org.counterfoil.query.table.CsvWriter;
import org.counterfoil.query.table.Report;
import org.counterfoil.query.table.SheetWriter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The register and who read, as tables to download. */
@RestController
@Tag(name = "Personal data")
class AuditReportsEndpoint {

  private static final String REPORTS = "/api/v1/privacy/{organisationId}/reports";
  private static final String CSV = "text/csv;charset=UTF-8";
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final String WORDS = "org.counterfoil.query.audit.reports.columns";

  private final AuditReports reports;

  AuditReportsEndpoint(AuditReports reports) {
    this.reports = reports;
  }

  @GetMapping(value = REPORTS + "/register.csv", produces = CSV)
  @Operation(
      summary = "The register of processing as CSV",
      description =
          "RFC 4180, UTF-8. For programs a line for each purpose, in codes; in a language the whole"
              + " record of Art. 30(1) GDPR, a line for each heading, in words.")
  void registerCsv(
      AskedAudit audit,
      @Schema(allowableValues = {"fr", "en"}) @RequestParam(required = false)
          @Nullable String language,
      HttpServletResponse response)
      throws IOException {
    csv(
        language == null
            ? reports.register(audit.organisationId(), audit.reached())
            : reports.book(audit, ColumnWords.locale(language)).lines(),
        audit,
        response);
  }

  @GetMapping(value = REPORTS + "/register.xlsx", produces = XLSX)
  @Operation(
      summary = "The register of processing as a spreadsheet",
      description =
          "The whole record of Art. 30(1) GDPR in words: sheets for the controller, the processing"
              + " activities, transfers, security measures and the processor; in English where no"
              + " language is named.")
  void registerXlsx(
      AskedAudit audit,
      @Schema(allowableValues = {"fr", "en"}) @RequestParam(required = false)
          @Nullable String language,
      HttpServletResponse response)
      throws IOException {
    Locale words = language == null ? Locale.ENGLISH : ColumnWords.locale(language);
    List<SheetWriter.Sheet> sheets = reports.book(audit, words).sheets();
    head(response, XLSX, "register.xlsx", audit);
    SheetWriter.write(sheets, response.getOutputStream());
  }

  @GetMapping(value = REPORTS + "/disclosures.csv", produces = CSV)
  @Operation(
      summary = "Who read, as CSV",
      description = "Needs Disclosure-Reason; the reading is recorded first. RFC 4180, UTF-8.")
  void disclosuresCsv(
      AskedAudit audit,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to,
      HttpServletResponse response)
      throws IOException {
    csv(disclosures(audit, from, to, null), audit, response);
  }

  @GetMapping(value = REPORTS + "/disclosures.xlsx", produces = XLSX)
  @Operation(
      summary = "Who read, as a spreadsheet",
      description = "Needs Disclosure-Reason; the reading is recorded first.")
  void disclosuresXlsx(
      AskedAudit audit,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to,
      @Schema(allowableValues = {"fr", "en"}) @RequestParam(required = false)
          @Nullable String language,
      HttpServletResponse response)
      throws IOException {
    xlsx(disclosures(audit, from, to, language), language, audit, response);
  }

  private Report disclosures(
      AskedAudit audit, @Nullable String from, @Nullable String to, @Nullable String language) {
    Window window = Window.asked(from, to, audit.timeZone());
    Locale words = language == null ? null : ColumnWords.locale(language);
    audit.aboutMany(AuditQuestion.DISCLOSURES);
    return reports.disclosures(audit.organisationId(), window, audit.timeZone(), words);
  }

  private static void csv(Report report, AskedAudit audit, HttpServletResponse response)
      throws IOException {
    head(response, CSV, report.name() + ".csv", audit);
    try (Writer writer =
        new BufferedWriter(
            new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8))) {
      CsvWriter.write(report, writer);
    }
  }

  private static void xlsx(
      Report report, @Nullable String language, AskedAudit audit, HttpServletResponse response)
      throws IOException {
    List<String> heads = ColumnWords.of(report, language, WORDS);
    head(response, XLSX, report.name() + ".xlsx", audit);
    SheetWriter.write(report, heads, response.getOutputStream());
  }

  private static void head(
      HttpServletResponse response, String type, String fileName, AskedAudit audit) {
    response.setContentType(type);
    response.setHeader(Positions.POSITION, Long.toString(audit.reached()));
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + fileName + "\"");
  }
}

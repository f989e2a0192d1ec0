package org.counterfoil.command.privacy.export;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import org.counterfoil.command.exchange.Answers;
import org.counterfoil.command.exchange.Exchange;
import org.counterfoil.command.privacy.disclosure.Reading;
import org.counterfoil.command.privacy.subject.PeopleHistory;
import org.counterfoil.command.privacy.subject.PeopleHistory.Person;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.privacy.disclosure.DisclosureKind;
import org.counterfoil.domain.privacy.disclosure.DisclosureReason;
import org.counterfoil.domain.privacy.subject.DataSubjectId;
import org.counterfoil.eventstore.codec.DomainJson;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Hands out everything that is kept of one person: for programs, and to be read. */
@RestController
@Tag(name = "Personal data")
final class ExportEndpoint {

  private final PeopleHistory history;
  private final Exports exports;
  private final Reading reading;
  private final ExportPage page = new ExportPage();

  ExportEndpoint(PeopleHistory history, Exports exports, Reading reading) {
    this.history = history;
    this.exports = exports;
    this.reading = reading;
  }

  /** In which form. */
  enum ExportFormat {
    JSON,
    HTML
  }

  @GetMapping("/api/v1/privacy/{organisationId}/subjects/{subjectId}/export")
  @Operation(
      summary = "Everything that is kept of a person, and why",
      description =
          "Whole, and of that person only; as JSON, or as a page where HTML is accepted. Recorded as"
              + " a disclosure before anything is told. Where no header can be sent, the reason is"
              + " the parameter reason, and the form the parameter format.")
  @Parameter(in = ParameterIn.HEADER, name = Reading.REASON)
  @ApiResponse(
      responseCode = "200",
      description = "All of it",
      content = @Content(schema = @Schema(implementation = PersonExport.class)))
  ResponseEntity<byte[]> export(
      @PathVariable OrganisationId organisationId,
      @PathVariable DataSubjectId subjectId,
      @RequestParam(name = "reason", required = false) @Nullable String reasonCode,
      @RequestParam(name = "format", required = false) @Nullable ExportFormat format,
      Exchange exchange,
      HttpServletResponse response) {
    exchange.access().permit(organisationId);
    DisclosureReason reason =
        reasonCode == null ? reading.reasonOf(exchange) : reading.reason(reasonCode);
    Person person = history.of(organisationId, subjectId);
    ResponseEntity<byte[]> recorded =
        exchange
            .in(organisationId)
            .submit(
                reading.of(
                    organisationId,
                    DisclosureKind.EXPORT,
                    reason,
                    person.ids(),
                    person.purposes(),
                    Exports.fields(person),
                    null),
                events -> Answers.noContent());
    PersonExport export = exports.of(person);
    boolean isPage =
        format == null
            ? String.valueOf(exchange.header("Accept")).startsWith("text/html")
            : format == ExportFormat.HTML;
    if (isPage) {
      response.setHeader("Content-Security-Policy", ExportTables.CONTENT_SECURITY_POLICY);
    }
    return ResponseEntity.ok()
        .headers(recorded.getHeaders())
        .cacheControl(CacheControl.noStore())
        .contentType(
            isPage
                ? new MediaType("text", "html", StandardCharsets.UTF_8)
                : MediaType.APPLICATION_JSON)
        .body(
            isPage
                ? page.of(export, exchange.header("Accept-Language"))
                : DomainJson.mapper().writeValueAsBytes(export));
  }
}

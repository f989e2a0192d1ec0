package org.counterfoil.command.imports;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.counterfoil.command.exchange.Answers;
import org.counterfoil.command.exchange.Directory;
import org.counterfoil.command.exchange.Exchange;
import org.counterfoil.command.exchange.Expect;
import org.counterfoil.command.imports.ImportScribe.Errand;
import org.counterfoil.command.lane.Lanes;
import org.counterfoil.command.privacy.register.Registers;
import org.counterfoil.command.privacy.subject.AddressHolders;
import org.counterfoil.command.privacy.subject.PeopleHistory;
import org.counterfoil.command.privacy.vault.OpenedVault;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.privacy.imports.ImportCommand.EndImport;
import org.counterfoil.domain.privacy.imports.ImportId;
import org.counterfoil.eventstore.codec.DomainJson;
import org.counterfoil.eventstore.id.TimeOrderedIds;
import org.counterfoil.http.problem.Problem;
import org.counterfoil.http.problem.Violation;
import org.counterfoil.vault.ImportedLines.Turn;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Brings in buyers and consents that were kept elsewhere. */
@RestController
@Tag(name = "Personal data")
final class ImportEndpoint {

  private static final int MOST_VIOLATIONS = 100;

  private static final String MAPPING_EXAMPLE =
      """
      {"source":"OLD-BOX-OFFICE","exportedAt":"2026-11-01T06:00:00Z","reference":"Client",
       "fields":{"email":"E-mail","name":"Nom"},
       "captures":{"email":[{"purpose":"changes","notice":"01938000-0000-7000-8000-000000000065"}]},
       "consents":[{"purpose":"newsletter","answer":"Lettre","at":"Lettre le","source":"Lettre par",
                    "sources":{"formulaire":"WEB-FORM"},"notice":"01938000-0000-7000-8000-000000000066"}],
       "dates":"DMY"}
      """;
  private static final String FILE_EXAMPLE =
      """
      Client;E-mail;Lettre;Lettre le;Lettre par
      C-1;reader@example.org;oui;31/01/2024;formulaire
      C-2;buyer@example.org;non;;
      """;

  /** What becomes of a file with faults. */
  enum OnError {
    /** Lines with faults are refused, the others are taken. */
    SKIP,
    /** Nothing is taken. */
    REFUSE
  }

  private final Directory directory;
  private final Registers registers;
  private final OpenedVault vault;
  private final PeopleHistory history;
  private final AddressHolders holders;
  private final Lanes lanes;
  private final TimeOrderedIds ids;
  private final Clock clock;

  ImportEndpoint(
      Directory directory,
      Registers registers,
      OpenedVault vault,
      PeopleHistory history,
      AddressHolders holders,
      Lanes lanes,
      TimeOrderedIds ids,
      Clock clock) {
    this.directory = directory;
    this.registers = registers;
    this.vault = vault;
    this.history = history;
    this.holders = holders;
    this.lanes = lanes;
    this.ids = ids;
    this.clock = clock;
  }

  @PostMapping("/api/v1/privacy/{organisationId}/imports")
  @Operation(
      summary = "Bring in people and consents from a file of comma-separated values",
      description =
          "text/csv with a head, separated by commas, semicolons or tabs; UTF-8, or what charset"
              + " says (windows-1252, ISO-8859-1); 16 MiB and 100,000 lines at most. The header"
              + " Import-Mapping says as JSON what the columns mean. Nothing is written unless dryRun"
              + " is false. A yes without text, time and source counts as not given, as one from before"
              + " an objection of the address; lines with faults are told by line, column and code."
              + " The same file brought again makes nobody twice, and does what an interrupted one"
              + " left. 409 IMPORT_RUNNING, IMPORT_FAULTY (onError=REFUSE), PURPOSE_NOT_DECLARED,"
              + " FIELD_NOT_DECLARED, UNKNOWN_NOTICE, NOTICE_OUTDATED; 503 VAULT_UNAVAILABLE.",
      requestBody =
          @io.swagger.v3.oas.annotations.parameters.RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = "text/csv",
                      schema = @Schema(type = "string"),
                      examples = @ExampleObject(FILE_EXAMPLE))))
  @Parameter(
      in = ParameterIn.HEADER,
      name = CheckedMapping.HEADER,
      required = true,
      description = "JSON, in UTF-8",
      example = MAPPING_EXAMPLE,
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ImportMapping.class)))
  @ApiResponse(
      responseCode = "200",
      description = "What was done, or would be",
      content = @Content(schema = @Schema(implementation = ImportReport.class)))
  ResponseEntity<byte[]> bring(
      @PathVariable OrganisationId organisationId,
      @RequestParam(defaultValue = "true") boolean dryRun,
      @RequestParam(defaultValue = "SKIP") OnError onError,
      HttpServletRequest request,
      Exchange exchange)
      throws IOException, HttpMediaTypeNotSupportedException {
    exchange.access().permit(organisationId);
    ImportRequest brought = ImportRequest.read(request);
    ImportMapping wish = brought.mapping().value();
    requirePast(wish);
    CheckedMapping mapping = CheckedMapping.of(wish, registers.of(organisationId));
    CsvFile file = brought.file();
    LineReader reader =
        new LineReader(
            mapping,
            new Columns(file.head(), mapping),
            new FileTimes(wish.dates(), directory.organisation(organisationId).timeZone()));
    FilePeople people = FilePeople.of(file, reader);
    ImportRun run = new ImportRun(organisationId, mapping, vault, history, holders);
    if (dryRun) {
      return ResponseEntity.ok()
          .cacheControl(CacheControl.noStore())
          .contentType(MediaType.APPLICATION_JSON)
          .body(DomainJson.mapper().writeValueAsBytes(run.run(people, null).report(null)));
    }
    if (onError == OnError.REFUSE) {
      requireFaultless(reader.faults());
    }
    try (Turn turn = turn(organisationId)) {
      return bring(
          organisationId,
          run,
          people,
          mapping,
          exchange.in(organisationId).with(brought.mapping()));
    }
  }

  private ResponseEntity<byte[]> bring(
      OrganisationId organisation,
      ImportRun run,
      FilePeople people,
      CheckedMapping mapping,
      Exchange exchange) {
    UUID known = exchange.idOfKey();
    ImportId id = new ImportId(known == null ? ids.next() : known);
    ImportScribe scribe =
        new ImportScribe(
            new Errand(organisation, id, exchange.access().actor(), exchange.cause()),
            mapping,
            vault,
            ids,
            lanes);
    ImportTally tally = run.run(people, scribe);
    return exchange.submit(
        new EndImport(
            id,
            organisation,
            mapping.wish().source(),
            mapping.wish().exportedAt(),
            tally.figures()),
        events -> Answers.ok(tally.report(id)));
  }

  private Turn turn(OrganisationId organisation) {
    return vault
        .importedLines()
        .turnOf(organisation)
        .orElseThrow(
            () ->
                Problem.refused(
                        ImportRejection.IMPORT_RUNNING,
                        "Expected an organisation's imports one after another, and few at once, but others are running")
                    .exception());
  }

  private void requirePast(ImportMapping wish) {
    Expect.saneTime(CheckedMapping.HEADER + ".exportedAt", wish.exportedAt());
    if (wish.exportedAt().isAfter(clock.instant())) {
      throw CheckedMapping.invalid("exportedAt", "Expected a time that has passed, but it has not");
    }
  }

  private static void requireFaultless(List<LineFault> faults) {
    if (faults.isEmpty()) {
      return;
    }
    List<Violation> violations = new ArrayList<>();
    for (LineFault fault : faults.subList(0, Math.min(MOST_VIOLATIONS, faults.size()))) {
      @Nullable String column = fault.column();
      violations.add(
          new Violation(
              "line " + fault.line() + (column == null ? "" : ", " + column), fault.code().name()));
    }
    throw Problem.refused(
            ImportRejection.IMPORT_FAULTY,
            "Expected a file without faults, but there are " + faults.size())
        .withViolations(violations)
        .exception();
  }
}

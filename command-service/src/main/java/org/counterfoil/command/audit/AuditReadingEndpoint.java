package org.counterfoil.command.audit;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.List;
import org.counterfoil.command.exchange.Answers;
import org.counterfoil.command.exchange.Directory;
import org.counterfoil.command.exchange.Exchange;
import org.counterfoil.command.exchange.Sent;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.privacy.audit.AuditCommand.ReadAudit;
import org.counterfoil.domain.privacy.audit.AuditQuestion;
import org.counterfoil.domain.privacy.audit.AuditReading;
import org.counterfoil.domain.privacy.audit.AuditReadingId;
import org.counterfoil.domain.privacy.disclosure.DisclosureReason;
import org.counterfoil.domain.privacy.subject.DataSubjectId;
import org.counterfoil.eventstore.id.TimeOrderedIds;
import org.counterfoil.http.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Records a reading for a process that answers it elsewhere, with the reader's credentials. */
@RestController
@Tag(name = "Personal data")
final class AuditReadingEndpoint {

  private static final String REASON = "Disclosure-Reason";

  private final TimeOrderedIds ids;
  private final Directory directory;

  AuditReadingEndpoint(TimeOrderedIds ids, Directory directory) {
    this.ids = ids;
    this.directory = directory;
  }

  /**
   * What is about to be read.
   *
   * @param subjectId whom the question is about, exactly where it is about one person
   */
  record ReadingWish(AuditQuestion question, @Nullable DataSubjectId subjectId) {}

  /** A reading that is recorded. */
  record Reading(AuditReadingId readingId) {}

  @PostMapping("/api/v1/privacy/{organisationId}/audit-readings")
  @Operation(
      summary = "Record that records about personal data are about to be read",
      description =
          "The query service asks this before it answers a question that names persons; who reads"
              + " is the caller.")
  @ApiResponse(
      responseCode = "201",
      description = "Recorded",
      content = @Content(schema = @Schema(implementation = Reading.class)))
  @Parameter(
      name = REASON,
      in = ParameterIn.HEADER,
      required = true,
      description = "Why it is read",
      schema = @Schema(implementation = DisclosureReason.class))
  ResponseEntity<byte[]> read(
      @PathVariable OrganisationId organisationId,
      @RequestBody Sent<ReadingWish> sent,
      Exchange exchange) {
    exchange.access().permit(organisationId);
    directory.organisation(organisationId);
    DisclosureReason reason = reason(exchange.header(REASON));
    AuditReadingId id = new AuditReadingId(ids.next());
    ReadingWish wish = sent.value();
    return exchange
        .in(organisationId)
        .with(sent)
        .submit(
            new ReadAudit(
                id, new AuditReading(organisationId, wish.question(), wish.subjectId(), reason)),
            events -> Answers.created(new Reading(id)));
  }

  private static DisclosureReason reason(@Nullable String named) {
    return Arrays.stream(DisclosureReason.values())
        .filter(reason -> reason.name().equals(named))
        .findFirst()
        .orElseThrow(
            () ->
                Problem.invalid(
                        REASON,
                        "Expected why it is read, one of "
                            + List.of(DisclosureReason.values())
                            + ", but it is not")
                    .exception());
  }
}

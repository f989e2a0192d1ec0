package org.counterfoil.query.audit.subject;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import org.counterfoil.domain.privacy.audit.AuditQuestion;
import org.counterfoil.domain.privacy.register.PurposeKey;
import org.counterfoil.domain.privacy.subject.DataSubjectId;
import org.counterfoil.query.audit.scope.AskedAudit;
import org.counterfoil.query.live.AsOf;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** What is kept of one person, and what it agreed to. Reading it is recorded before the answer. */
@RestController
@Tag(name = "Personal data")
class SubjectEndpoint {

  private static final String JSON_LD = "application/ld+json";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final String SUBJECT = "/api/v1/privacy/{organisationId}/subjects/{subjectId}";

  private final SubjectQueries subjects;
  private final ConsentQueries consents;
  private final ConsentRecordQueries records;
  private final Clock clock;

  SubjectEndpoint(
      SubjectQueries subjects, ConsentQueries consents, ConsentRecordQueries records, Clock clock) {
    this.subjects = subjects;
    this.consents = consents;
    this.records = records;
    this.clock = clock;
  }

  @GetMapping(SUBJECT + "/timeline")
  @Operation(
      summary = "What is kept of a person and why, and everything that happened to it",
      description =
          "Needs the header Disclosure-Reason; the reading is recorded first, and is the last that"
              + " the answer tells of. No value of anything is in it. The text of each notice is"
              + " hashed again and compared with the hash that was recorded when it was shown.")
  ResponseEntity<SubjectTimeline> timeline(
      AskedAudit audit, @PathVariable DataSubjectId subjectId) {
    subjects.requireKnown(audit.organisationId(), subjectId);
    audit.about(AuditQuestion.TIMELINE, subjectId);
    return audit.answer(subjects.timeline(audit.organisationId(), subjectId, audit.reached()));
  }

  @GetMapping(SUBJECT + "/consents")
  @Operation(
      summary = "What a person had agreed to, as of any moment",
      description =
          "Needs the header Disclosure-Reason; the reading is recorded first. Who was never asked"
              + " has given no consent, and is not listed.")
  ResponseEntity<SubjectConsents> consents(
      AskedAudit audit,
      @PathVariable DataSubjectId subjectId,
      @Parameter(
              description =
                  "A time or a day (of which its end is meant): consents as they stood then. A"
                      + " position of the log: as they were known after it.")
          @RequestParam(required = false)
          @Nullable String asOf) {
    AsOf moment = ConsentMoment.asked(asOf, audit.timeZone(), clock);
    subjects.requireKnown(audit.organisationId(), subjectId);
    audit.about(AuditQuestion.CONSENTS, subjectId);
    return audit.answer(consents.of(audit.organisationId(), subjectId, moment, audit.reached()));
  }

  @GetMapping(value = SUBJECT + "/consents/{purpose}/record", produces = JSON_LD)
  @Operation(
      summary = "A consent as a record of ISO/IEC TS 27560, in DPV JSON-LD",
      description =
          "Needs the header Disclosure-Reason; the reading is recorded first. It conforms to"
              + " dpv-27560:record-eu-gdpr as far as the organisation has told what it asks for.")
  ResponseEntity<String> record(
      AskedAudit audit, @PathVariable DataSubjectId subjectId, @PathVariable PurposeKey purpose) {
    subjects.requireKnown(audit.organisationId(), subjectId);
    ConsentState state = records.answered(audit.organisationId(), subjectId, purpose);
    audit.about(AuditQuestion.CONSENT_RECORD, subjectId);
    return audit.answer(
        JSON.writeValueAsString(records.record(audit.organisationId(), subjectId, state)));
  }
}

package org.counterfoil.query.audit.lists;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import org.counterfoil.domain.privacy.audit.AuditQuestion;
import org.counterfoil.domain.privacy.register.PersonalField;
import org.counterfoil.domain.privacy.register.PurposeKey;
import org.counterfoil.domain.privacy.subject.DataSubjectId;
import org.counterfoil.http.position.Page;
import org.counterfoil.http.position.PageRequest;
import org.counterfoil.query.audit.scope.AskedAudit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What happened to personal data of many. Reading it is recorded before the answer. */
@RestController
@Tag(name = "Personal data")
class ListsEndpoint {

  private static final String PRIVACY = "/api/v1/privacy/{organisationId}";
  private static final String REASON =
      "Needs the header Disclosure-Reason; the reading is recorded first. ";
  private static final String DAYS =
      "Bounds are days in the organisation's time zone, or times, of which the second is the first"
          + " that does not count any more.";

  private final CaptureQueries captures;
  private final DisclosureQueries disclosures;
  private final RetentionQueries retention;
  private final EndedQueries ended;
  private final RequestQueries requests;
  private final BreachQueries breach;
  private final Clock clock;

  ListsEndpoint(
      CaptureQueries captures,
      DisclosureQueries disclosures,
      RetentionQueries retention,
      EndedQueries ended,
      RequestQueries requests,
      BreachQueries breach,
      Clock clock) {
    this.captures = captures;
    this.disclosures = disclosures;
    this.retention = retention;
    this.ended = ended;
    this.requests = requests;
    this.breach = breach;
    this.clock = clock;
  }

  @GetMapping(PRIVACY + "/captures")
  @Operation(summary = "What was captured, the newest first", description = REASON + DAYS)
  ResponseEntity<Page<ListedCapture>> captures(
      AskedAudit audit,
      @RequestParam(required = false) @Nullable PersonalField field,
      @RequestParam(required = false) @Nullable PurposeKey purpose,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to,
      PageRequest page) {
    Window window = Window.asked(from, to, audit.timeZone());
    audit.aboutMany(AuditQuestion.CAPTURES);
    return audit.answer(captures.page(audit.organisationId(), field, purpose, window, page));
  }

  @GetMapping(PRIVACY + "/disclosures")
  @Operation(
      summary = "Who read personal data, or what is recorded about them, the newest first",
      description = REASON + DAYS)
  ResponseEntity<Page<ListedReading>> disclosures(
      AskedAudit audit,
      @Parameter(description = "Whose; anybody's where it is missing")
          @RequestParam(required = false)
          @Nullable DataSubjectId subject,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to,
      PageRequest page) {
    Window window = Window.asked(from, to, audit.timeZone());
    audit.aboutMany(AuditQuestion.DISCLOSURES);
    return audit.answer(disclosures.page(audit.organisationId(), subject, window, page));
  }

  @GetMapping(PRIVACY + "/retention/due")
  @Operation(
      summary = "What is kept whose retention ended, or ends until a day",
      description = REASON + "It goes on the day after, by itself.")
  ResponseEntity<Page<DueRetention>> retention(
      AskedAudit audit,
      @Parameter(description = "The last day that counts; today where it is missing")
          @RequestParam(required = false)
          @Nullable LocalDate until,
      PageRequest page) {
    audit.aboutMany(AuditQuestion.RETENTION_DUE);
    LocalDate today = today(audit);
    return audit.answer(
        retention.page(audit.organisationId(), until == null ? today : until, today, page));
  }

  @GetMapping(PRIVACY + "/retention/ended")
  @Operation(
      summary = "What erased itself, the newest first",
      description = REASON + DAYS + "Its time was over, or nobody confirmed it.")
  ResponseEntity<Page<EndedRetention>> ended(
      AskedAudit audit,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to,
      PageRequest page) {
    Window window = Window.asked(from, to, audit.timeZone());
    audit.aboutMany(AuditQuestion.RETENTION_ENDED);
    return audit.answer(ended.page(audit.organisationId(), window, page));
  }

  @GetMapping(PRIVACY + "/requests")
  @Operation(
      summary = "Requests by which people exercise their rights, with deadlines, the newest first",
      description = REASON)
  ResponseEntity<Page<ListedRequest>> requests(AskedAudit audit, PageRequest page) {
    audit.aboutMany(AuditQuestion.REQUESTS);
    return audit.answer(requests.page(audit.organisationId(), today(audit), page));
  }

  @GetMapping(PRIVACY + "/breach")
  @Operation(
      summary = "Whose data were touched in a window, and which fields",
      description = REASON + DAYS)
  ResponseEntity<Page<TouchedSubject>> breach(
      AskedAudit audit,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to,
      PageRequest page) {
    Window window = Window.required(from, to, audit.timeZone());
    audit.aboutMany(AuditQuestion.BREACH);
    return audit.answer(breach.page(audit.organisationId(), window, page));
  }

  private LocalDate today(AskedAudit audit) {
    return LocalDate.ofInstant(clock.instant(), audit.timeZone());
  }
}

package org.counterfoil.command.privacy.rights;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.counterfoil.command.exchange.Exchange;
import org.counterfoil.command.exchange.Sent;
import org.counterfoil.command.privacy.subject.PeopleHistory;
import org.counterfoil.command.privacy.subject.PeopleHistory.Person;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.privacy.register.NoticeVersionId;
import org.counterfoil.domain.privacy.register.PurposeKey;
import org.counterfoil.domain.privacy.subject.DataSubjectId;
import org.counterfoil.domain.privacy.subject.RestrictionReason;
import org.counterfoil.domain.privacy.subject.SubjectCommand.LiftRestriction;
import org.counterfoil.domain.privacy.subject.SubjectCommand.RestrictProcessing;
import org.counterfoil.http.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What one person wants: consents, objections, restrictions, and what is put right. */
@RestController
@Tag(name = "Personal data")
final class PersonEndpoint {

  private static final String PERSON = "/api/v1/privacy/{organisationId}/subjects/{subjectId}";

  private final PeopleHistory history;
  private final PersonRights rights;

  PersonEndpoint(PeopleHistory history, PersonRights rights) {
    this.history = history;
    this.rights = rights;
  }

  /**
   * A yes or a no of the person.
   *
   * @param at when, where it was given elsewhere before; now where missing
   */
  record ConsentAnswer(
      @Schema(example = "newsletter") PurposeKey purpose,
      boolean given,
      NoticeVersionId notice,
      @Nullable Instant at) {}

  /** Why its data are kept only. */
  record RestrictionWish(RestrictionReason reasonCode) {}

  @PostMapping(PERSON + "/consents")
  @Operation(summary = "Record a consent that was given or refused")
  ResponseEntity<byte[]> answer(
      @PathVariable OrganisationId organisationId,
      @PathVariable DataSubjectId subjectId,
      @RequestBody Sent<ConsentAnswer> sent,
      Exchange exchange) {
    exchange.access().permit(organisationId);
    Person person = history.of(organisationId, subjectId);
    return rights.answer(exchange.in(organisationId).with(sent), person, sent.value());
  }

  @DeleteMapping(PERSON + "/consents/{purpose}")
  @Operation(summary = "Take a consent back", description = "Repeating it changes nothing.")
  ResponseEntity<byte[]> withdraw(
      @PathVariable OrganisationId organisationId,
      @PathVariable DataSubjectId subjectId,
      @PathVariable PurposeKey purpose,
      Exchange exchange) {
    exchange.access().permit(organisationId);
    Person person = history.of(organisationId, subjectId);
    return rights.withdraw(exchange.in(organisationId), person, purpose);
  }

  @PostMapping(PERSON + "/objections")
  @Operation(
      summary = "Record that the person objects to a purpose",
      description =
          "To marketing that is absolute, ends its consent, and stays known by a keyed mark after"
              + " an erasure, so that its address is not written to when somebody brings it again.")
  ResponseEntity<byte[]> object(
      @PathVariable OrganisationId organisationId,
      @PathVariable DataSubjectId subjectId,
      @RequestBody Sent<ObjectionWish> sent,
      Exchange exchange) {
    exchange.access().permit(organisationId);
    Person person = history.of(organisationId, subjectId);
    return rights.object(exchange.in(organisationId).with(sent), person, sent.value().purpose());
  }

  @PostMapping(PERSON + "/restrictions")
  @Operation(summary = "Keep the person's data and use them no more")
  ResponseEntity<byte[]> restrict(
      @PathVariable OrganisationId organisationId,
      @PathVariable DataSubjectId subjectId,
      @RequestBody Sent<RestrictionWish> sent,
      Exchange exchange) {
    exchange.access().permit(organisationId);
    Person person = history.of(organisationId, subjectId);
    return rights.all(
        exchange.in(organisationId).with(sent),
        person,
        member -> new RestrictProcessing(organisationId, member, sent.value().reasonCode()));
  }

  @DeleteMapping(PERSON + "/restrictions/{reasonCode}")
  @Operation(summary = "Use the person's data again, after it was told so")
  ResponseEntity<byte[]> lift(
      @PathVariable OrganisationId organisationId,
      @PathVariable DataSubjectId subjectId,
      @PathVariable String reasonCode,
      Exchange exchange) {
    exchange.access().permit(organisationId);
    Person person = history.of(organisationId, subjectId);
    RestrictionReason reason = restriction(reasonCode);
    return rights.all(
        exchange.in(organisationId),
        person,
        member -> new LiftRestriction(organisationId, member, reason));
  }

  private static RestrictionReason restriction(String code) {
    for (RestrictionReason one : RestrictionReason.values()) {
      if (one.name().equals(code)) {
        return one;
      }
    }
    throw Problem.invalid("reasonCode", "Expected a reason for a restriction, but it is none")
        .exception();
  }

  @PatchMapping(PERSON)
  @Operation(
      summary = "Put right what is kept of a person",
      description =
          "Under the same purposes and notices; what it was before is destroyed. 204 where nobody else"
              + " was given it; else 200 with the recipients, who are to be told (Art. 19 GDPR). 409"
              + " NEVER_CAPTURED where a field was never told.")
  ResponseEntity<byte[]> rectify(
      @PathVariable OrganisationId organisationId,
      @PathVariable DataSubjectId subjectId,
      @RequestBody Sent<Rectification> sent,
      Exchange exchange) {
    exchange.access().permit(organisationId);
    Person person = history.of(organisationId, subjectId);
    return rights.rectify(exchange.in(organisationId).with(sent), person, sent.value());
  }
}

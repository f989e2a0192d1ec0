package org.counterfoil.command.privacy;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.counterfoil.command.exchange.Answers;
import org.counterfoil.command.exchange.Exchange;
import org.counterfoil.command.exchange.Expect;
import org.counterfoil.command.exchange.Sent;
import org.counterfoil.command.privacy.PeopleHistory.Member;
import org.counterfoil.command.privacy.PeopleHistory.Person;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.privacy.CaptureDoor;
import org.counterfoil.domain.privacy.CaptureId;
import org.counterfoil.domain.privacy.DataSubject.KeptField;
import org.counterfoil.domain.privacy.DataSubjectId;
import org.counterfoil.domain.privacy.NoticeVersionId;
import org.counterfoil.domain.privacy.PersonalField;
import org.counterfoil.domain.privacy.PrivacyRejection;
import org.counterfoil.domain.privacy.PurposeKey;
import org.counterfoil.domain.privacy.RecordPeople;
import org.counterfoil.domain.privacy.Register;
import org.counterfoil.domain.privacy.RegisterEvent.NoticePublished;
import org.counterfoil.domain.privacy.RegisterEvent.PurposeDeclared;
import org.counterfoil.domain.privacy.RestrictionReason;
import org.counterfoil.domain.privacy.SubjectCommand;
import org.counterfoil.domain.privacy.SubjectCommand.AnswerConsent;
import org.counterfoil.domain.privacy.SubjectCommand.LiftRestriction;
import org.counterfoil.domain.privacy.SubjectCommand.ObjectToPurpose;
import org.counterfoil.domain.privacy.SubjectCommand.RectifyPersonalData;
import org.counterfoil.domain.privacy.SubjectCommand.RestrictProcessing;
import org.counterfoil.domain.privacy.SubjectCommand.WithdrawConsent;
import org.counterfoil.eventstore.id.TimeOrderedIds;
import org.counterfoil.http.problem.Problem;
import org.counterfoil.vault.DataKeyName;
import org.counterfoil.vault.PersonalValue;
import org.counterfoil.vault.SealedCapture;
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
  private final Registers registers;
  private final OpenedVault vault;
  private final PeopleActs acts;
  private final Objections objections;
  private final TimeOrderedIds ids;

  PersonEndpoint(
      PeopleHistory history,
      Registers registers,
      OpenedVault vault,
      PeopleActs acts,
      Objections objections,
      TimeOrderedIds ids) {
    this.history = history;
    this.registers = registers;
    this.vault = vault;
    this.acts = acts;
    this.objections = objections;
    this.ids = ids;
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

  /** To what it objects. */
  record ObjectionWish(@Schema(example = "newsletter") PurposeKey purpose) {}

  /** Why its data are kept only. */
  record RestrictionWish(RestrictionReason reasonCode) {}

  /**
   * What is right.
   *
   * @param values by field
   * @param purposes where; everywhere where missing
   */
  record Rectification(Map<String, String> values, @Nullable List<PurposeKey> purposes) {
    @Override
    public String toString() {
      return "Rectification[…]";
    }
  }

  @PostMapping(PERSON + "/consents")
  @Operation(summary = "Record a consent that was given or refused")
  ResponseEntity<byte[]> answer(
      @PathVariable OrganisationId organisationId,
      @PathVariable DataSubjectId subjectId,
      @RequestBody Sent<ConsentAnswer> sent,
      Exchange exchange) {
    exchange.access().permit(organisationId);
    ConsentAnswer answer = sent.value();
    Expect.saneTime("at", answer.at());
    Person person = history.of(organisationId, subjectId);
    Register register = registers.of(organisationId);
    NoticePublished notice =
        register
            .notice(answer.notice())
            .orElseThrow(
                () ->
                    Problem.refused(
                            PrivacyRejection.UNKNOWN_NOTICE,
                            "Expected a notice that was published, but it is none")
                        .exception());
    return acts.submit(
        exchange.in(organisationId).with(sent),
        List.of(
            about(
                new AnswerConsent(
                    organisationId,
                    person.id(),
                    declared(register, answer.purpose()),
                    notice,
                    answer.given(),
                    CaptureDoor.ACCOUNT,
                    answer.at()))),
        List.of(),
        events -> Answers.noContent());
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
    return all(
        exchange.in(organisationId),
        person,
        member -> new WithdrawConsent(organisationId, member, purpose));
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
    PurposeDeclared purpose = declared(registers.of(organisationId), sent.value().purpose());
    objections.suppress(person, purpose.purpose());
    return all(
        exchange.in(organisationId).with(sent),
        person,
        member -> new ObjectToPurpose(organisationId, member, purpose, CaptureDoor.ACCOUNT));
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
    return all(
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
    return all(
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

  private ResponseEntity<byte[]> all(
      Exchange exchange, Person person, Function<DataSubjectId, SubjectCommand> command) {
    List<RecordPeople> commands =
        person.ids().reversed().stream().map(id -> about(command.apply(id))).toList();
    return acts.submit(exchange, commands, List.of(), events -> Answers.noContent());
  }

  private static RecordPeople about(SubjectCommand command) {
    return new RecordPeople(null, List.of(command));
  }

  @PatchMapping(PERSON)
  @Operation(
      summary = "Put right what is kept of a person",
      description =
          "Under the same purposes and notices; what it was before is destroyed. 409 NEVER_CAPTURED"
              + " where a field was never told.")
  ResponseEntity<byte[]> rectify(
      @PathVariable OrganisationId organisationId,
      @PathVariable DataSubjectId subjectId,
      @RequestBody Sent<Rectification> sent,
      Exchange exchange) {
    exchange.access().permit(organisationId);
    Person person = history.of(organisationId, subjectId);
    Map<PersonalField, PersonalValue> values = ToldValues.read("values", sent.value().values());
    List<RecordPeople> commands = new ArrayList<>();
    List<SealedCapture> sealed = new ArrayList<>();
    List<KeptField> replaced = new ArrayList<>();
    for (Member member : person.members().reversed()) {
      List<SubjectCommand> own = new ArrayList<>();
      for (PurposeKey purpose : member.state().purposes()) {
        List<PurposeKey> chosen = sent.value().purposes();
        if (chosen == null || chosen.contains(purpose)) {
          rectify(person, member, purpose, values, own, sealed, replaced);
        }
      }
      if (!own.isEmpty()) {
        commands.add(new RecordPeople(null, own));
      }
    }
    if (commands.isEmpty()) {
      throw Problem.refused(
              PrivacyRejection.NEVER_CAPTURED,
              "Expected a field that was told, but none of these is kept")
          .exception();
    }
    ResponseEntity<byte[]> answer =
        acts.submit(
            exchange.in(organisationId).with(sent),
            commands,
            sealed,
            events -> Answers.noContent());
    replaced.forEach(old -> vault.get().forget(old.captureId(), old.field()));
    return answer;
  }

  private void rectify(
      Person person,
      Member member,
      PurposeKey purpose,
      Map<PersonalField, PersonalValue> values,
      List<SubjectCommand> commands,
      List<SealedCapture> sealed,
      List<KeptField> replaced) {
    Map<PersonalField, PersonalValue> own = new EnumMap<>(PersonalField.class);
    KeptField any = null;
    for (KeptField kept : member.state().fields()) {
      PersonalValue value = values.get(kept.field());
      if (kept.purpose().equals(purpose) && value != null) {
        own.put(kept.field(), value);
        replaced.add(kept);
        any = kept;
      }
    }
    if (any == null) {
      return;
    }
    CaptureId capture = new CaptureId(ids.next());
    commands.add(
        new RectifyPersonalData(
            person.organisationId(),
            member.id(),
            capture,
            any.keyId(),
            purpose,
            List.copyOf(own.keySet()),
            CaptureDoor.ACCOUNT));
    sealed.add(
        vault
            .get()
            .seal(
                capture,
                new DataKeyName(any.keyId(), person.organisationId(), member.id(), purpose),
                own));
  }

  private static PurposeDeclared declared(Register register, PurposeKey key) {
    PurposeDeclared declared = register.purpose(key);
    if (declared == null) {
      throw Problem.refused(
              PrivacyRejection.PURPOSE_NOT_DECLARED,
              "Expected a declared purpose, but " + key + " is none")
          .exception();
    }
    return declared;
  }
}

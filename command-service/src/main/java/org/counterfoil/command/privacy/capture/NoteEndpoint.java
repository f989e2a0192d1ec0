package org.counterfoil.command.privacy.capture;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.counterfoil.command.exchange.Answers;
import org.counterfoil.command.exchange.Exchange;
import org.counterfoil.command.exchange.Sent;
import org.counterfoil.command.privacy.disclosure.Reading;
import org.counterfoil.command.privacy.register.Registers;
import org.counterfoil.command.privacy.subject.PeopleHistory;
import org.counterfoil.command.privacy.subject.PeopleHistory.Member;
import org.counterfoil.command.privacy.subject.PeopleHistory.Person;
import org.counterfoil.command.privacy.vault.OpenedVault;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.privacy.PrivacyRejection;
import org.counterfoil.domain.privacy.disclosure.DisclosureKind;
import org.counterfoil.domain.privacy.disclosure.DisclosureReason;
import org.counterfoil.domain.privacy.register.CaptureDoor;
import org.counterfoil.domain.privacy.register.NoticeVersionId;
import org.counterfoil.domain.privacy.register.PersonalField;
import org.counterfoil.domain.privacy.register.PurposeKey;
import org.counterfoil.domain.privacy.register.Register;
import org.counterfoil.domain.privacy.register.RegisterEvent.PurposeDeclared;
import org.counterfoil.domain.privacy.subject.CaptureId;
import org.counterfoil.domain.privacy.subject.DataKeyId;
import org.counterfoil.domain.privacy.subject.DataSubject.KeptField;
import org.counterfoil.domain.privacy.subject.DataSubjectId;
import org.counterfoil.domain.privacy.subject.RecordPeople;
import org.counterfoil.domain.privacy.subject.SubjectCommand.CapturePersonalData;
import org.counterfoil.eventstore.codec.DomainJson;
import org.counterfoil.eventstore.id.TimeOrderedIds;
import org.counterfoil.http.problem.Problem;
import org.counterfoil.http.problem.Violation;
import org.counterfoil.vault.DataKeyName;
import org.counterfoil.vault.PersonalValue;
import org.counterfoil.vault.SealedCapture;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What staff write about a person: in the vault, for a declared purpose, and nowhere else. */
@RestController
@Tag(name = "Personal data")
final class NoteEndpoint {

  private static final String NOTES = "/api/v1/privacy/{organisationId}/subjects/{subjectId}/notes";

  private final PeopleHistory history;
  private final Registers registers;
  private final OpenedVault vault;
  private final Reading reading;
  private final TimeOrderedIds ids;

  NoteEndpoint(
      PeopleHistory history,
      Registers registers,
      OpenedVault vault,
      Reading reading,
      TimeOrderedIds ids) {
    this.history = history;
    this.registers = registers;
    this.vault = vault;
    this.reading = reading;
    this.ids = ids;
  }

  /**
   * A note.
   *
   * @param purpose why it is kept; one whose fields have {@code NOTE}
   * @param notice that tells people of it
   */
  record NoteWish(
      @Schema(example = "Wants to be called in the evening") String text,
      @Schema(example = "customer-care") PurposeKey purpose,
      NoticeVersionId notice) {
    @Override
    public String toString() {
      return "NoteWish[…]";
    }
  }

  /** A person's notes. */
  record Notes(List<Note> items) {}

  /** A note, as it was written last for its purpose. */
  record Note(DataSubjectId subjectId, PurposeKey purpose, String text) {
    @Override
    public String toString() {
      return "Note[…]";
    }
  }

  @PostMapping(NOTES)
  @Operation(
      summary = "Write a note about a person",
      description =
          "It takes the place of what was noted for that purpose before, which is destroyed, and is"
              + " handed to the person with everything else that is kept of it. 409"
              + " FIELD_NOT_DECLARED where the purpose needs no notes, PROCESSING_RESTRICTED,"
              + " PURPOSE_ERASED; 503 VAULT_UNAVAILABLE.")
  @ApiResponse(responseCode = "204", description = "Written")
  ResponseEntity<byte[]> write(
      @PathVariable OrganisationId organisationId,
      @PathVariable DataSubjectId subjectId,
      @RequestBody Sent<NoteWish> sent,
      Exchange exchange) {
    exchange.access().permit(organisationId);
    NoteWish wish = sent.value();
    Person person = history.of(organisationId, subjectId);
    requireUsable(person);
    Member member = person.members().getFirst();
    PersonalValue text =
        Objects.requireNonNull(
            ToldValues.read("", Map.of(PersonalField.NOTE.key(), wish.text()))
                .get(PersonalField.NOTE));
    Optional<KeptField> before =
        notesOf(member).filter(one -> one.purpose().equals(wish.purpose())).findFirst();
    CapturePersonalData capture = capture(organisationId, member, wish);
    SealedCapture sealed =
        vault
            .get()
            .seal(
                capture.captureId(),
                new DataKeyName(capture.keyId(), organisationId, member.id(), wish.purpose()),
                Map.of(PersonalField.NOTE, text));
    ResponseEntity<byte[]> answer =
        exchange
            .in(organisationId)
            .with(sent)
            .sealing(List.of(sealed))
            .submit(new RecordPeople(null, List.of(capture)), events -> Answers.noContent());
    before.ifPresent(old -> vault.get().forget(old.captureId(), old.field()));
    return answer;
  }

  private CapturePersonalData capture(OrganisationId organisation, Member member, NoteWish wish) {
    Register register = registers.of(organisation);
    PrivacyRejection refusal = register.refusal(PersonalField.NOTE, wish.purpose(), wish.notice());
    PurposeDeclared purpose = register.purpose(wish.purpose());
    if (refusal != null || purpose == null) {
      PrivacyRejection code = refusal == null ? PrivacyRejection.PURPOSE_NOT_DECLARED : refusal;
      String detail =
          "Expected a declared purpose that needs notes, and its notice, but of %s: %s"
              .formatted(wish.purpose(), code);
      throw Problem.refused(code, detail)
          .withViolations(List.of(new Violation("purpose", detail)))
          .exception();
    }
    if (purpose.purpose().asksForConsent()) {
      throw Problem.invalid("purpose", "Expected a purpose that asks for no consent, but it does")
          .exception();
    }
    return new CapturePersonalData(
        organisation,
        member.id(),
        new CaptureId(ids.next()),
        member.state().keyOf(wish.purpose()).orElseGet(() -> new DataKeyId(ids.next())),
        purpose,
        register.notice(wish.notice()).orElseThrow(),
        List.of(PersonalField.NOTE),
        CaptureDoor.BOX_OFFICE,
        null,
        null);
  }

  private static void requireUsable(Person person) {
    if (person.whole().isRestricted()) {
      throw Problem.refused(
              PrivacyRejection.PROCESSING_RESTRICTED,
              "Expected somebody whose data may be used, but they are kept only")
          .exception();
    }
  }

  private static Stream<KeptField> notesOf(Member member) {
    return member.state().fields().stream().filter(one -> one.field() == PersonalField.NOTE);
  }

  @GetMapping(NOTES)
  @Operation(
      summary = "What staff wrote about a person",
      description = "Recorded as a disclosure before it is told. 409 PROCESSING_RESTRICTED.")
  @Parameter(in = ParameterIn.HEADER, name = Reading.REASON, required = true)
  @ApiResponse(
      responseCode = "200",
      description = "The notes",
      content = @Content(schema = @Schema(implementation = Notes.class)))
  ResponseEntity<byte[]> read(
      @PathVariable OrganisationId organisationId,
      @PathVariable DataSubjectId subjectId,
      Exchange exchange) {
    exchange.access().permit(organisationId);
    DisclosureReason reason = reading.reasonOf(exchange);
    Person person = history.of(organisationId, subjectId);
    requireUsable(person);
    ResponseEntity<byte[]> recorded =
        exchange
            .in(organisationId)
            .submit(
                reading.of(
                    organisationId,
                    DisclosureKind.VIEW,
                    reason,
                    person.ids(),
                    person.members().stream()
                        .flatMap(NoteEndpoint::notesOf)
                        .map(KeptField::purpose)
                        .distinct()
                        .toList(),
                    List.of(PersonalField.NOTE),
                    null),
                events -> Answers.noContent());
    Notes notes =
        new Notes(
            person.members().stream()
                .flatMap(member -> notesOf(member).map(one -> note(organisationId, member, one)))
                .toList());
    return ResponseEntity.ok()
        .headers(recorded.getHeaders())
        .cacheControl(CacheControl.noStore())
        .contentType(MediaType.APPLICATION_JSON)
        .body(DomainJson.mapper().writeValueAsBytes(notes));
  }

  private Note note(OrganisationId organisation, Member member, KeptField one) {
    DataKeyName key = new DataKeyName(one.keyId(), organisation, member.id(), one.purpose());
    return new Note(
        member.id(), one.purpose(), vault.get().open(one.captureId(), key, one.field()).value());
  }
}

package org.counterfoil.command.privacy.rights;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.counterfoil.command.exchange.Answers;
import org.counterfoil.command.exchange.Exchange;
import org.counterfoil.command.exchange.Expect;
import org.counterfoil.command.privacy.capture.ToldValues;
import org.counterfoil.command.privacy.disclosure.Recipients;
import org.counterfoil.command.privacy.register.Registers;
import org.counterfoil.command.privacy.rights.PersonEndpoint.ConsentAnswer;
import org.counterfoil.command.privacy.subject.Objections;
import org.counterfoil.command.privacy.subject.PeopleActs;
import org.counterfoil.command.privacy.subject.PeopleHistory.Member;
import org.counterfoil.command.privacy.subject.PeopleHistory.Person;
import org.counterfoil.command.privacy.vault.OpenedVault;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.privacy.PrivacyRejection;
import org.counterfoil.domain.privacy.register.CaptureDoor;
import org.counterfoil.domain.privacy.register.NoticeVersionId;
import org.counterfoil.domain.privacy.register.PersonalField;
import org.counterfoil.domain.privacy.register.PurposeKey;
import org.counterfoil.domain.privacy.register.Register;
import org.counterfoil.domain.privacy.register.RegisterEvent.NoticePublished;
import org.counterfoil.domain.privacy.register.RegisterEvent.PurposeDeclared;
import org.counterfoil.domain.privacy.subject.CaptureId;
import org.counterfoil.domain.privacy.subject.DataSubject.KeptField;
import org.counterfoil.domain.privacy.subject.DataSubjectId;
import org.counterfoil.domain.privacy.subject.RecordPeople;
import org.counterfoil.domain.privacy.subject.SubjectCommand;
import org.counterfoil.domain.privacy.subject.SubjectCommand.AnswerConsent;
import org.counterfoil.domain.privacy.subject.SubjectCommand.ObjectToPurpose;
import org.counterfoil.domain.privacy.subject.SubjectCommand.ReconfirmConsent;
import org.counterfoil.domain.privacy.subject.SubjectCommand.RectifyPersonalData;
import org.counterfoil.domain.privacy.subject.SubjectCommand.WithdrawConsent;
import org.counterfoil.eventstore.id.TimeOrderedIds;
import org.counterfoil.http.problem.Problem;
import org.counterfoil.vault.DataKeyName;
import org.counterfoil.vault.PersonalValue;
import org.counterfoil.vault.SealedCapture;
import org.counterfoil.vault.SealedNo;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/**
 * What a person may have done with its data, whoever asks for it: the officer, or the person by a
 * secret of its own. The exchange MUST have been permitted before.
 */
public final class PersonRights {

  private final Registers registers;
  private final OpenedVault vault;
  private final PeopleActs acts;
  private final Objections objections;
  private final Recipients recipients;
  private final TimeOrderedIds ids;

  PersonRights(
      Registers registers,
      OpenedVault vault,
      PeopleActs acts,
      Objections objections,
      Recipients recipients,
      TimeOrderedIds ids) {
    this.registers = registers;
    this.vault = vault;
    this.acts = acts;
    this.objections = objections;
    this.recipients = recipients;
    this.ids = ids;
  }

  /** Records a yes, of who stays; or a no, which is of all that are the person. */
  ResponseEntity<byte[]> answer(Exchange exchange, Person person, ConsentAnswer answer) {
    Expect.saneTime("at", answer.at());
    Register register = registers.of(person.organisationId());
    NoticePublished notice = notice(register, answer.notice());
    PurposeDeclared declared = declared(register, answer.purpose());
    Function<DataSubjectId, SubjectCommand> said =
        member ->
            new AnswerConsent(
                person.organisationId(),
                member,
                declared,
                notice,
                answer.given(),
                CaptureDoor.ACCOUNT,
                answer.at());
    return answer.given()
        ? acts.submit(
            exchange,
            List.of(about(said.apply(person.id()))),
            List.of(),
            events -> Answers.noContent())
        : all(exchange, person, ended(person, answer.purpose()), said);
  }

  /** Records a no, which ends whatever was agreed to. */
  public ResponseEntity<byte[]> refuse(
      Exchange exchange, Person person, PurposeKey purpose, NoticeVersionId shown) {
    Register register = registers.of(person.organisationId());
    NoticePublished notice = notice(register, shown);
    PurposeDeclared declared = declared(register, purpose);
    return all(
        exchange,
        person,
        ended(person, purpose),
        member ->
            new AnswerConsent(
                person.organisationId(),
                member,
                declared,
                notice,
                false,
                CaptureDoor.ACCOUNT,
                null));
  }

  /** What a purpose needs. */
  public List<PersonalField> fieldsOf(Person person, PurposeKey purpose) {
    return declared(registers.of(person.organisationId()), purpose).purpose().fields();
  }

  /** Takes a consent back. */
  public ResponseEntity<byte[]> withdraw(Exchange exchange, Person person, PurposeKey purpose) {
    return all(
        exchange,
        person,
        objections.noes(person, purpose),
        member -> new WithdrawConsent(person.organisationId(), member, purpose));
  }

  /** A no that ends something outlives an erasure; one that ends nothing leaves nothing. */
  private List<SealedNo> ended(Person person, PurposeKey purpose) {
    return person.whole().agreedTo().contains(purpose)
        ? objections.noes(person, purpose)
        : List.of();
  }

  /** Objects to a purpose. */
  public ResponseEntity<byte[]> object(Exchange exchange, Person person, PurposeKey key) {
    PurposeDeclared purpose = declared(registers.of(person.organisationId()), key);
    return all(
        exchange,
        person,
        purpose.purpose().dpvPurpose().isMarketing() ? objections.noes(person, key) : List.of(),
        member ->
            new ObjectToPurpose(person.organisationId(), member, purpose, CaptureDoor.ACCOUNT));
  }

  /** Does the same for all that are the person. */
  ResponseEntity<byte[]> all(
      Exchange exchange, Person person, Function<DataSubjectId, SubjectCommand> command) {
    return all(exchange, person, List.of(), command);
  }

  private ResponseEntity<byte[]> all(
      Exchange exchange,
      Person person,
      List<SealedNo> noes,
      Function<DataSubjectId, SubjectCommand> command) {
    List<RecordPeople> commands =
        person.ids().reversed().stream().map(id -> about(command.apply(id))).toList();
    return acts.submit(exchange, commands, noes, events -> Answers.noContent());
  }

  private static RecordPeople about(SubjectCommand command) {
    return new RecordPeople(null, List.of(command));
  }

  /**
   * What was put right, and had been given to others.
   *
   * @param recipients who is to be told (Art. 19 GDPR)
   */
  public record Rectified(List<PublicLabel> recipients) {}

  /**
   * Puts right what is kept, and destroys what it was; 204 where nobody else was given it. What was
   * agreed to waits where it is written to another address, whoever puts it right.
   */
  public ResponseEntity<byte[]> rectify(Exchange exchange, Person person, Rectification wish) {
    Map<PersonalField, PersonalValue> values = ToldValues.read("values", wish.values());
    List<RecordPeople> commands = new ArrayList<>();
    List<SealedCapture> sealed = new ArrayList<>();
    List<KeptField> replaced = new ArrayList<>();
    for (Member member : person.members().reversed()) {
      List<SubjectCommand> own = new ArrayList<>();
      for (PurposeKey purpose : member.state().purposes()) {
        List<PurposeKey> chosen = wish.purposes();
        if (chosen == null || chosen.contains(purpose)) {
          rectify(person, member, purpose, values, own, sealed, replaced);
        }
      }
      if (!own.isEmpty()) {
        commands.add(new RecordPeople(null, own));
      }
    }
    requireTold(values.keySet(), replaced);
    List<PublicLabel> toTell =
        recipients.toTell(
            person.ids(), given -> !Collections.disjoint(given.fields(), values.keySet()));
    ResponseEntity<byte[]> answer =
        acts.submit(
            exchange,
            commands,
            sealed,
            events -> toTell.isEmpty() ? Answers.noContent() : Answers.ok(new Rectified(toTell)));
    replaced.forEach(old -> vault.get().forget(old.captureId(), old.field()));
    for (RecordPeople act : commands) {
      act.about().stream()
          .filter(ReconfirmConsent.class::isInstance)
          .map(ReconfirmConsent.class::cast)
          .forEach(
              again ->
                  vault
                      .get()
                      .reviewSoon(
                          again.organisationId(), again.purpose(), List.of(again.subjectId())));
    }
    return answer;
  }

  /** All or none: nobody is left to believe that something was put right which is not kept. */
  private static void requireTold(Set<PersonalField> wished, List<KeptField> kept) {
    Set<PersonalField> missing = EnumSet.noneOf(PersonalField.class);
    missing.addAll(wished);
    kept.forEach(one -> missing.remove(one.field()));
    if (kept.isEmpty() || !missing.isEmpty()) {
      throw Problem.refused(
              PrivacyRejection.NEVER_CAPTURED,
              "Expected fields that were told, but these are not kept: "
                  + missing.stream().map(PersonalField::key).toList())
          .exception();
    }
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
    if (isWrittenToElsewhere(person, member, purpose, own.get(PersonalField.EMAIL))) {
      commands.add(new ReconfirmConsent(person.organisationId(), member.id(), purpose));
    }
    sealed.add(
        vault
            .get()
            .seal(
                capture,
                new DataKeyName(any.keyId(), person.organisationId(), member.id(), purpose),
                own));
  }

  /**
   * Whether advertising that was agreed to would go to an address whose reader did not agree:
   * whoever says that its own is another one may name anybody's.
   */
  private boolean isWrittenToElsewhere(
      Person person, Member member, PurposeKey purpose, @Nullable PersonalValue address) {
    PurposeDeclared declared = registers.of(person.organisationId()).purpose(purpose);
    if (address == null
        || declared == null
        || !declared.purpose().isByConsent()
        || !declared.purpose().dpvPurpose().isMarketing()) {
      return false;
    }
    return objections
        .addresses(new Person(person.organisationId(), List.of(member)), purpose::equals)
        .stream()
        .noneMatch(old -> old.value().strip().equalsIgnoreCase(address.value().strip()));
  }

  private static NoticePublished notice(Register register, NoticeVersionId id) {
    return register
        .notice(id)
        .orElseThrow(
            () ->
                Problem.refused(
                        PrivacyRejection.UNKNOWN_NOTICE,
                        "Expected a notice that was published, but it is none")
                    .exception());
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

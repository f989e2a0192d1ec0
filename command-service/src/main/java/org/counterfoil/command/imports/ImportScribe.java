package org.counterfoil.command.imports;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.counterfoil.command.lane.Answer;
import org.counterfoil.command.lane.Lanes;
import org.counterfoil.command.lane.Outcome;
import org.counterfoil.command.lane.Submission;
import org.counterfoil.command.privacy.subject.PeopleHistory.Member;
import org.counterfoil.command.privacy.vault.OpenedVault;
import org.counterfoil.domain.Actor;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.privacy.imports.ImportId;
import org.counterfoil.domain.privacy.imports.ImportedConsent;
import org.counterfoil.domain.privacy.imports.SourceCode;
import org.counterfoil.domain.privacy.register.CaptureDoor;
import org.counterfoil.domain.privacy.register.PersonalField;
import org.counterfoil.domain.privacy.register.PurposeKey;
import org.counterfoil.domain.privacy.register.RegisterEvent.NoticePublished;
import org.counterfoil.domain.privacy.subject.CaptureId;
import org.counterfoil.domain.privacy.subject.ContactKind;
import org.counterfoil.domain.privacy.subject.DataKeyId;
import org.counterfoil.domain.privacy.subject.DataSubjectId;
import org.counterfoil.domain.privacy.subject.RecordPeople;
import org.counterfoil.domain.privacy.subject.SubjectCommand;
import org.counterfoil.domain.privacy.subject.SubjectCommand.AnswerConsent;
import org.counterfoil.domain.privacy.subject.SubjectCommand.CapturePersonalData;
import org.counterfoil.domain.privacy.subject.SubjectCommand.NoteContact;
import org.counterfoil.domain.privacy.subject.SubjectCommand.RecordOrigin;
import org.counterfoil.domain.privacy.subject.SubjectCommand.WithdrawConsent;
import org.counterfoil.eventstore.id.TimeOrderedIds;
import org.counterfoil.http.problem.Problem;
import org.counterfoil.vault.DataKeyName;
import org.counterfoil.vault.PersonalValue;
import org.counterfoil.vault.Sealed;
import org.counterfoil.vault.SealedCapture;
import org.counterfoil.vault.SealedNo;

/**
 * Records plans: encrypts what is told, and brings it to the lanes in small batches, so that nobody
 * who buys meanwhile waits for a whole file.
 */
final class ImportScribe {

  /** How many new people are recorded at once. */
  private static final int BATCH = 20;

  /** Whose file it is, who brings it, and what led to it. */
  record Errand(OrganisationId organisation, ImportId importId, Actor actor, UUID cause) {}

  private final Errand errand;
  private final CheckedMapping mapping;
  private final PersonPlanner planner;
  private final OpenedVault vault;
  private final TimeOrderedIds ids;
  private final Lanes lanes;

  ImportScribe(
      Errand errand, CheckedMapping mapping, OpenedVault vault, TimeOrderedIds ids, Lanes lanes) {
    this.errand = errand;
    this.mapping = mapping;
    this.planner = new PersonPlanner(mapping);
    this.vault = vault;
    this.ids = ids;
    this.lanes = lanes;
  }

  /** Somebody's commands, and what was sealed for them. */
  private record Told(List<SubjectCommand> commands, List<Sealed> sealed) {}

  /**
   * Records all of them. Who is new is recorded with others, who is known by itself: it may be in
   * another lane.
   *
   * @throws org.counterfoil.http.problem.ProblemException where one is refused; those before it
   *     stay
   */
  void record(List<PersonPlan> plans) {
    List<Told> batch = new ArrayList<>();
    for (PersonPlan plan : plans) {
      if (plan.isNothing()) {
        continue;
      }
      if (plan.known() != null) {
        submit(List.of(told(plan, plan.known().id())));
        continue;
      }
      batch.add(told(plan, new DataSubjectId(ids.next())));
      if (batch.size() == BATCH) {
        submit(batch);
        batch.clear();
      }
    }
    if (!batch.isEmpty()) {
      submit(batch);
    }
  }

  private void submit(List<Told> people) {
    Outcome outcome =
        lanes.submit(
            new Submission(
                new RecordPeople(
                    null, people.stream().flatMap(one -> one.commands().stream()).toList()),
                errand.actor(),
                errand.cause(),
                events -> new Answer(204, ""),
                null,
                people.stream().flatMap(one -> one.sealed().stream()).toList()));
    if (outcome instanceof Outcome.Refused refused) {
      throw Problem.refused(refused.code(), refused.detail()).exception();
    }
  }

  private Told told(PersonPlan plan, DataSubjectId subject) {
    List<SubjectCommand> commands = new ArrayList<>();
    List<Sealed> sealed = new ArrayList<>();
    List<CaptureId> captures = new ArrayList<>();
    for (MappedCapture capture : plan.captures()) {
      CapturePersonalData command = command(capture, subject);
      captures.add(command.captureId());
      commands.add(command);
      sealed.add(seal(command, plan.person()));
    }
    for (FileAnswer answer : plan.answers()) {
      commands.add(command(answer, subject));
      if (ends(answer, plan)) {
        no(answer, subject, plan.person()).ifPresent(sealed::add);
      }
    }
    if (plan.lastContact() != null) {
      commands.add(
          new NoteContact(errand.organisation(), subject, ContactKind.ORDER, plan.lastContact()));
    }
    commands.add(
        new RecordOrigin(
            errand.organisation(),
            subject,
            errand.importId(),
            mapping.wish().source(),
            mapping.wish().exportedAt(),
            captures,
            plan.answers().stream().map(this::origin).toList()));
    return new Told(commands, sealed);
  }

  /** Whether it is a no that ends what was agreed to; one that ends nothing leaves nothing. */
  private static boolean ends(FileAnswer answer, PersonPlan plan) {
    Member known = plan.known();
    PurposeKey purpose = answer.mapped().purpose().purpose().key();
    boolean isAgreed = known != null && known.state().agreedTo().contains(purpose);
    return !answer.isGiven()
        && (isAgreed
            || plan.answers().stream()
                .anyMatch(other -> other.isGiven() && other.mapped().equals(answer.mapped())));
  }

  /** A no in a file outlives an erasure as any other: an older file comes again. */
  private Optional<SealedNo> no(FileAnswer answer, DataSubjectId subject, FilePerson person) {
    return Optional.ofNullable(person.values.get(PersonalField.EMAIL))
        .map(
            address ->
                vault
                    .suppressions()
                    .no(
                        errand.organisation(),
                        subject,
                        answer.mapped().purpose().purpose().key(),
                        PersonalField.EMAIL,
                        address));
  }

  private CapturePersonalData command(MappedCapture capture, DataSubjectId subject) {
    return new CapturePersonalData(
        errand.organisation(),
        subject,
        new CaptureId(ids.next()),
        new DataKeyId(ids.next()),
        capture.purpose(),
        capture.notice(),
        capture.fields(),
        CaptureDoor.IMPORT,
        null,
        null);
  }

  private SealedCapture seal(CapturePersonalData command, FilePerson person) {
    PurposeKey purpose = command.purpose().purpose().key();
    Map<PersonalField, PersonalValue> values = new EnumMap<>(PersonalField.class);
    command
        .fields()
        .forEach(field -> values.put(field, Objects.requireNonNull(person.values.get(field))));
    return vault
        .importedLines()
        .brought(
            vault
                .get()
                .sealFirst(
                    command.captureId(),
                    new DataKeyName(
                        command.keyId(), errand.organisation(), command.subjectId(), purpose),
                    values),
            mapping.wish().source(),
            person.identity);
  }

  /** A no that was given under no known text takes back what is in force. */
  private SubjectCommand command(FileAnswer answer, DataSubjectId subject) {
    NoticePublished notice = answer.notice();
    PurposeKey purpose = answer.mapped().purpose().purpose().key();
    return notice == null
        ? new WithdrawConsent(errand.organisation(), subject, purpose)
        : new AnswerConsent(
            errand.organisation(),
            subject,
            answer.mapped().purpose(),
            notice,
            answer.isGiven(),
            CaptureDoor.IMPORT,
            planner.at(answer));
  }

  private ImportedConsent origin(FileAnswer answer) {
    SourceCode source = answer.source();
    return new ImportedConsent(
        answer.mapped().purpose().purpose().key(),
        answer.isGiven(),
        planner.at(answer),
        source == null ? mapping.wish().source() : source);
  }
}

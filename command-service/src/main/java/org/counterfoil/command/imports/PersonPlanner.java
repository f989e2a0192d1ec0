package org.counterfoil.command.imports;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.counterfoil.command.imports.PersonPlan.Uncounted;
import org.counterfoil.command.privacy.subject.PeopleHistory.Member;
import org.counterfoil.domain.privacy.register.PersonalField;
import org.counterfoil.domain.privacy.register.Purpose;
import org.counterfoil.domain.privacy.register.PurposeKey;
import org.counterfoil.domain.privacy.register.RegisterEvent.PurposeDeclared;
import org.counterfoil.domain.privacy.subject.DataSubject;
import org.counterfoil.domain.privacy.subject.WholePerson;
import org.jspecify.annotations.Nullable;

/**
 * Says what is to be recorded of somebody in a file. What was brought before is not brought again,
 * and never changes what is kept; what is restricted or was erased stays so.
 */
final class PersonPlanner {

  private final CheckedMapping mapping;

  PersonPlanner(CheckedMapping mapping) {
    this.mapping = mapping;
  }

  /**
   * The plan.
   *
   * @param known as whom it was brought before
   * @param made the purposes for which it was
   * @param refusedAt when whoever has its address said no last, by the purposes to which it did
   * @param whole all that are known to be the same person as that; nobody for who is new
   * @param others who is not that, and is the same person or has its address, whichever way it came
   */
  PersonPlan plan(
      FilePerson person,
      @Nullable Member known,
      WholePerson whole,
      Set<PurposeKey> made,
      Map<PurposeKey, Instant> refusedAt,
      List<Member> others) {
    List<MappedCapture> captures = new ArrayList<>();
    List<FileAnswer> answers = new ArrayList<>();
    List<Uncounted> notCounted = new ArrayList<>();
    Set<PurposeKey> kept = new HashSet<>(made);
    if (known != null) {
      kept.addAll(known.state().purposes());
    }
    boolean isClosed = whole.isRestricted();
    for (MappedCapture capture : mapping.captures()) {
      Purpose purpose = capture.purpose().purpose();
      boolean isUnwanted =
          purpose.dpvPurpose().isMarketing() && refusedAt.containsKey(purpose.key());
      if (!isClosed && !isUnwanted && mayBegin(purpose.key(), kept, known)) {
        add(captures, capture, person);
      }
    }
    for (MappedConsent consent : mapping.consents()) {
      List<FileAnswer> counted =
          counted(person, consent, known, isClosed, refusedAt, others, notCounted);
      PurposeKey purpose = consent.purpose().purpose().key();
      if (isAgreed(counted, purpose, known) && mayBegin(purpose, kept, known)) {
        add(captures, captureOf(consent, counted.getLast()), person);
      }
      answers.addAll(counted);
    }
    if (known == null && captures.isEmpty()) {
      answers.clear(); // nobody is known of whom nothing is kept
    }
    answers.removeIf(answer -> isKnown(answer, known));
    return new PersonPlan(
        person,
        known,
        captures,
        answers,
        known == null && captures.isEmpty() ? null : lastContact(person, known),
        notCounted,
        isSuppressed(refusedAt));
  }

  private static @Nullable Instant lastContact(FilePerson person, @Nullable Member known) {
    Instant told = person.lastContact;
    return told == null || known == null || !known.wasHeardOfSince(told) ? told : null;
  }

  private boolean isSuppressed(Map<PurposeKey, Instant> refusedAt) {
    return Stream.concat(
            mapping.captures().stream().map(MappedCapture::purpose),
            mapping.consents().stream().map(MappedConsent::purpose))
        .map(PurposeDeclared::purpose)
        .anyMatch(
            purpose -> purpose.dpvPurpose().isMarketing() && refusedAt.containsKey(purpose.key()));
  }

  /** Whether the last word is a yes, of what the file says and of what is known. */
  private boolean isAgreed(List<FileAnswer> counted, PurposeKey purpose, @Nullable Member known) {
    return !counted.isEmpty()
        && counted.getLast().isGiven()
        && (known == null || !known.state().hasTakenBackSince(purpose, at(counted.getLast())));
  }

  private static boolean mayBegin(
      PurposeKey purpose, Set<PurposeKey> kept, @Nullable Member known) {
    return !kept.contains(purpose)
        && (known == null || !known.state().erased().containsKey(purpose));
  }

  private static void add(List<MappedCapture> captures, MappedCapture capture, FilePerson person) {
    List<PersonalField> told =
        capture.fields().stream().filter(person.values::containsKey).toList();
    if (!told.isEmpty()) {
      captures.add(new MappedCapture(capture.purpose(), capture.notice(), told));
    }
  }

  private static MappedCapture captureOf(MappedConsent consent, FileAnswer yes) {
    return new MappedCapture(
        consent.purpose(), Objects.requireNonNull(yes.notice()), consent.fields());
  }

  /** The answers that count, the earliest first; a no of the same moment after a yes: it counts. */
  private List<FileAnswer> counted(
      FilePerson person,
      MappedConsent consent,
      @Nullable Member known,
      boolean isClosed,
      Map<PurposeKey, Instant> refusedAt,
      List<Member> others,
      List<Uncounted> notCounted) {
    List<FileAnswer> counted = new ArrayList<>();
    for (FileAnswer answer : person.answers) {
      if (!answer.mapped().equals(consent)) {
        continue;
      }
      NotCounted reason =
          answer.isGiven() ? reason(answer, person, known, isClosed, refusedAt, others) : null;
      if (reason == null) {
        counted.add(answer);
      } else {
        notCounted.add(new Uncounted(consent, reason));
      }
    }
    counted.sort(
        Comparator.comparing(this::at)
            .thenComparing(FileAnswer::isGiven, Comparator.reverseOrder()));
    return counted;
  }

  private static @Nullable NotCounted reason(
      FileAnswer yes,
      FilePerson person,
      @Nullable Member known,
      boolean isClosed,
      Map<PurposeKey, Instant> refusedAt,
      List<Member> others) {
    NotCounted missing = yes.reason();
    if (missing != null) {
      return missing;
    }
    Purpose purpose = yes.mapped().purpose().purpose();
    if (yes.mapped().fields().stream().noneMatch(person.values::containsKey)) {
      return NotCounted.NOTHING_TOLD_FOR_IT;
    }
    Instant at = Objects.requireNonNull(yes.at());
    boolean isObjected = others.stream().anyMatch(one -> one.state().hasObjected(purpose.key()));
    if (!isObjected
        && others.stream().anyMatch(one -> one.state().hasTakenBackSince(purpose.key(), at))) {
      return NotCounted.TAKEN_BACK_SINCE;
    }
    Instant refused = refusedAt.get(purpose.key());
    if (refused != null && !at.isAfter(refused)) {
      return NotCounted.OBJECTED_SINCE;
    }
    if (known == null) {
      return null;
    }
    if (known.state().erased().containsKey(purpose.key())) {
      return NotCounted.ERASED;
    }
    return isClosed ? NotCounted.RESTRICTED : null;
  }

  /** When; a no that has no time holds since the file was exported. */
  Instant at(FileAnswer answer) {
    Instant at = answer.at();
    return at == null ? mapping.wish().exportedAt() : at;
  }

  private boolean isKnown(FileAnswer answer, @Nullable Member known) {
    if (known == null) {
      return false;
    }
    DataSubject state = known.state();
    PurposeKey purpose = answer.mapped().purpose().purpose().key();
    if (!answer.isGiven() && answer.notice() != null && answer.at() == null) {
      // Each file that is exported later says it again.
      return !state.agreedTo().contains(purpose) && state.hasTakenBackSince(purpose, Instant.MIN);
    }
    boolean isWithdrawal = !answer.isGiven() && answer.notice() == null;
    return isWithdrawal
        ? !state.agreedTo().contains(purpose)
        : state.hasAnswered(purpose, at(answer), answer.isGiven());
  }
}

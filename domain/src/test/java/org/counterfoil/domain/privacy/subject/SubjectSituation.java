package org.counterfoil.domain.privacy.subject;

import static org.counterfoil.domain.Theatre.NOW;
import static org.counterfoil.domain.Theatre.ORGANISATION;
import static org.counterfoil.domain.privacy.Persons.DELIVERY;
import static org.counterfoil.domain.privacy.Persons.NEWSLETTER;
import static org.counterfoil.domain.privacy.Persons.SOMEBODY;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.counterfoil.domain.Theatre;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.privacy.Persons;
import org.counterfoil.domain.privacy.imports.ImportId;
import org.counterfoil.domain.privacy.imports.SourceCode;
import org.counterfoil.domain.privacy.register.CaptureDoor;
import org.counterfoil.domain.privacy.register.DpvPurpose;
import org.counterfoil.domain.privacy.register.LawfulBasis;
import org.counterfoil.domain.privacy.register.PersonalField;
import org.counterfoil.domain.privacy.register.Purpose;
import org.counterfoil.domain.privacy.register.PurposeKey;
import org.counterfoil.domain.privacy.register.RegisterEvent.NoticePublished;
import org.counterfoil.domain.privacy.register.RegisterEvent.PurposeDeclared;
import org.counterfoil.domain.privacy.subject.SubjectCommand.AnswerConsent;
import org.counterfoil.domain.privacy.subject.SubjectCommand.AwaitConfirmation;
import org.counterfoil.domain.privacy.subject.SubjectCommand.CapturePersonalData;
import org.counterfoil.domain.privacy.subject.SubjectCommand.ConfirmConsent;
import org.counterfoil.domain.privacy.subject.SubjectCommand.ErasePersonalData;
import org.counterfoil.domain.privacy.subject.SubjectCommand.ExpireConsent;
import org.counterfoil.domain.privacy.subject.SubjectCommand.LiftRestriction;
import org.counterfoil.domain.privacy.subject.SubjectCommand.MergeSubject;
import org.counterfoil.domain.privacy.subject.SubjectCommand.NoteContact;
import org.counterfoil.domain.privacy.subject.SubjectCommand.ObjectToPurpose;
import org.counterfoil.domain.privacy.subject.SubjectCommand.ReconfirmConsent;
import org.counterfoil.domain.privacy.subject.SubjectCommand.RecordOrigin;
import org.counterfoil.domain.privacy.subject.SubjectCommand.RectifyPersonalData;
import org.counterfoil.domain.privacy.subject.SubjectCommand.RestrictProcessing;
import org.counterfoil.domain.privacy.subject.SubjectCommand.WithdrawConsent;
import org.counterfoil.domain.privacy.subject.SubjectEvent.ConfirmationAwaited;
import org.counterfoil.domain.privacy.subject.SubjectEvent.ConsentGiven;
import org.counterfoil.domain.privacy.subject.SubjectEvent.ConsentRefused;
import org.counterfoil.domain.privacy.subject.SubjectEvent.ConsentWithdrawn;
import org.counterfoil.domain.privacy.subject.SubjectEvent.ObjectionMade;
import org.counterfoil.domain.privacy.subject.SubjectEvent.PersonalDataCaptured;
import org.counterfoil.domain.privacy.subject.SubjectEvent.PersonalDataErased;
import org.counterfoil.domain.privacy.subject.SubjectEvent.ProcessingRestricted;
import org.counterfoil.domain.privacy.subject.SubjectEvent.SubjectMerged;
import org.jspecify.annotations.Nullable;

/** What the columns of {@code subject.table} mean. */
final class SubjectSituation {

  private static final Instant BEFORE = NOW.minusSeconds(60);
  private static final DataSubjectId OTHER = new DataSubjectId(Theatre.id(601));
  private static final DataKeyId KEY = new DataKeyId(Theatre.id(50));

  private SubjectSituation() {}

  enum PersonCase {
    NONE,
    ELSEWHERE,
    KNOWN,
    ERASED,
    RESTRICTED,
    MERGED
  }

  enum ConsentCase {
    NEVER,
    GIVEN,
    WITHDRAWN,
    OBJECTED,
    AWAITED,
    LATE,
    REFUSED_SINCE
  }

  enum Says {
    RIGHT,
    NOTHING,
    REPEATED,
    UNDECLARED,
    UNTOLD,
    OTHER_KEY,
    OTHER_NOTICE,
    OUTDATED_NOTICE,
    NO,
    TO_COME,
    LEGITIMATE_INTEREST,
    CONTRACT,
    ITSELF,
    ANOTHER,
    KEPT,
    ALL_KEPT,
    BY_ITSELF
  }

  static DataSubject given(SubjectDecider decider, PersonCase person, ConsentCase consent) {
    DataSubject state = new DataSubject();
    if (person == PersonCase.NONE) {
      return state;
    }
    OrganisationId organisation =
        person == PersonCase.ELSEWHERE ? new OrganisationId(Theatre.id(99)) : ORGANISATION;
    decider.evolve(state, captured(organisation));
    consented(decider, state, organisation, consent);
    switch (person) {
      case NONE, ELSEWHERE, KNOWN -> {}
      case ERASED -> decider.evolve(state, erased());
      case RESTRICTED ->
          decider.evolve(
              state,
              new ProcessingRestricted(
                  ORGANISATION, SOMEBODY, RestrictionReason.NEEDED_FOR_CLAIMS, BEFORE));
      case MERGED ->
          decider.evolve(state, new SubjectMerged(ORGANISATION, SOMEBODY, OTHER, BEFORE));
    }
    return state;
  }

  private static PersonalDataCaptured captured(OrganisationId organisation) {
    PurposeDeclared purpose = Persons.declared(DELIVERY, LawfulBasis.CONTRACT, 1);
    NoticePublished notice = Persons.notice(DELIVERY, 1);
    return new PersonalDataCaptured(
        organisation,
        SOMEBODY,
        new CaptureId(Theatre.id(1)),
        KEY,
        DELIVERY,
        1,
        LawfulBasis.CONTRACT,
        purpose.purpose().retention(),
        List.of(PersonalField.EMAIL),
        notice.noticeVersionId(),
        notice.hash(),
        CaptureDoor.ORDER,
        null,
        null);
  }

  private static PersonalDataErased erased() {
    return new PersonalDataErased(
        ORGANISATION,
        SOMEBODY,
        List.of(new ErasedPurpose(DELIVERY, KEY)),
        List.of(),
        ErasureReason.REQUEST,
        LocalDate.of(2027, 1, 7),
        BEFORE);
  }

  private static void consented(
      SubjectDecider decider, DataSubject state, OrganisationId organisation, ConsentCase consent) {
    NoticePublished notice = Persons.notice(NEWSLETTER, 1);
    ConsentGiven given =
        new ConsentGiven(
            organisation,
            SOMEBODY,
            NEWSLETTER,
            1,
            notice.noticeVersionId(),
            notice.hash(),
            CaptureDoor.ORDER,
            BEFORE);
    switch (consent) {
      case NEVER -> {}
      case GIVEN -> decider.evolve(state, given);
      case WITHDRAWN -> {
        decider.evolve(state, given);
        decider.evolve(
            state, new ConsentWithdrawn(organisation, SOMEBODY, NEWSLETTER, BEFORE.plusSeconds(1)));
      }
      case AWAITED -> decider.evolve(state, awaited(organisation, BEFORE));
      case LATE -> decider.evolve(state, awaited(organisation, NOW.minus(Duration.ofDays(7))));
      case REFUSED_SINCE -> {
        decider.evolve(state, awaited(organisation, BEFORE));
        decider.evolve(
            state,
            new ConsentRefused(
                organisation,
                SOMEBODY,
                NEWSLETTER,
                1,
                notice.noticeVersionId(),
                notice.hash(),
                CaptureDoor.BOX_OFFICE,
                BEFORE));
      }
      case OBJECTED ->
          decider.evolve(
              state,
              new ObjectionMade(
                  organisation, SOMEBODY, NEWSLETTER, 1, true, CaptureDoor.ACCOUNT, BEFORE));
    }
  }

  private static ConfirmationAwaited awaited(OrganisationId organisation, Instant at) {
    NoticePublished notice = Persons.notice(NEWSLETTER, 1);
    return new ConfirmationAwaited(
        organisation,
        SOMEBODY,
        NEWSLETTER,
        1,
        notice.noticeVersionId(),
        notice.hash(),
        CaptureDoor.NEWSLETTER_FORM,
        at);
  }

  /** The command that says so; nothing where it cannot. */
  static Optional<SubjectCommand> command(String name, Says says) {
    @Nullable SubjectCommand command =
        switch (name) {
          case "CapturePersonalData" -> capture(says);
          case "RectifyPersonalData" -> rectify(says);
          case "AnswerConsent" -> answer(says);
          case "AwaitConfirmation" -> await(says);
          case "RecordOrigin" -> origin(says);
          case "NoteContact" -> contact(says);
          case "ObjectToPurpose" -> object(says);
          case "MergeSubject" -> merge(says);
          case "ErasePersonalData" -> erase(says);
          default -> says == Says.RIGHT ? plain(name) : null;
        };
    return Optional.ofNullable(command);
  }

  private static SubjectCommand plain(String name) {
    RestrictionReason claims = RestrictionReason.NEEDED_FOR_CLAIMS;
    return switch (name) {
      case "WithdrawConsent" -> new WithdrawConsent(ORGANISATION, SOMEBODY, NEWSLETTER);
      case "ConfirmConsent" -> new ConfirmConsent(ORGANISATION, SOMEBODY, NEWSLETTER);
      case "ReconfirmConsent" -> new ReconfirmConsent(ORGANISATION, SOMEBODY, NEWSLETTER);
      case "ExpireConsent" -> new ExpireConsent(ORGANISATION, SOMEBODY, NEWSLETTER);
      case "RestrictProcessing" -> new RestrictProcessing(ORGANISATION, SOMEBODY, claims);
      case "LiftRestriction" -> new LiftRestriction(ORGANISATION, SOMEBODY, claims);
      default -> throw new AssertionError("Expected a known command, but it is " + name);
    };
  }

  private static @Nullable SubjectCommand contact(Says says) {
    return switch (says) {
      case RIGHT -> new NoteContact(ORGANISATION, SOMEBODY, ContactKind.CLICK, NOW);
      case TO_COME ->
          new NoteContact(ORGANISATION, SOMEBODY, ContactKind.CLICK, NOW.plusSeconds(1));
      default -> null;
    };
  }

  private static @Nullable SubjectCommand capture(Says says) {
    PersonalField email = PersonalField.EMAIL;
    return switch (says) {
      case RIGHT -> Persons.capture(2, 50, email);
      case NOTHING -> Persons.capture(2, 50);
      case REPEATED -> Persons.capture(2, 50, email, email);
      case UNDECLARED -> Persons.capture(2, 50, PersonalField.TELEPHONE);
      case OTHER_KEY -> Persons.capture(2, 51, email);
      case OTHER_NOTICE -> under(Persons.notice(NEWSLETTER, 1));
      case OUTDATED_NOTICE -> under(Persons.notice(DELIVERY, 2));
      default -> null;
    };
  }

  private static CapturePersonalData under(NoticePublished notice) {
    CapturePersonalData right = Persons.capture(2, 50, PersonalField.EMAIL);
    return new CapturePersonalData(
        right.organisationId(),
        right.subjectId(),
        right.captureId(),
        right.keyId(),
        right.purpose(),
        notice,
        right.fields(),
        right.door(),
        right.orderId(),
        right.ticketId());
  }

  private static @Nullable SubjectCommand rectify(Says says) {
    PersonalField email = PersonalField.EMAIL;
    return switch (says) {
      case RIGHT -> rectify(KEY, email);
      case NOTHING -> rectify(KEY);
      case REPEATED -> rectify(KEY, email, email);
      case UNTOLD -> rectify(KEY, PersonalField.NAME);
      case OTHER_KEY -> rectify(new DataKeyId(Theatre.id(51)), email);
      default -> null;
    };
  }

  private static RectifyPersonalData rectify(DataKeyId key, PersonalField... fields) {
    return new RectifyPersonalData(
        ORGANISATION,
        SOMEBODY,
        new CaptureId(Theatre.id(2)),
        key,
        DELIVERY,
        List.of(fields),
        CaptureDoor.ACCOUNT);
  }

  private static @Nullable SubjectCommand answer(Says says) {
    LawfulBasis consent = LawfulBasis.CONSENT;
    return switch (says) {
      case RIGHT -> answer(NEWSLETTER, consent, Persons.notice(NEWSLETTER, 1), true, null);
      case NO -> answer(NEWSLETTER, consent, Persons.notice(NEWSLETTER, 1), false, null);
      case TO_COME ->
          answer(NEWSLETTER, consent, Persons.notice(NEWSLETTER, 1), true, NOW.plusSeconds(1));
      case CONTRACT ->
          answer(DELIVERY, LawfulBasis.CONTRACT, Persons.notice(DELIVERY, 1), true, null);
      case OTHER_NOTICE -> answer(NEWSLETTER, consent, Persons.notice(DELIVERY, 1), true, null);
      case OUTDATED_NOTICE ->
          answer(NEWSLETTER, consent, Persons.notice(NEWSLETTER, 2), true, null);
      default -> null;
    };
  }

  private static @Nullable SubjectCommand origin(Says says) {
    if (says != Says.RIGHT && says != Says.TO_COME) {
      return null;
    }
    return new RecordOrigin(
        ORGANISATION,
        SOMEBODY,
        new ImportId(Theatre.id(640)),
        new SourceCode("OLD-BOX-OFFICE"),
        says == Says.RIGHT ? NOW : NOW.plusMillis(1),
        List.of(),
        List.of());
  }

  private static @Nullable SubjectCommand await(Says says) {
    return says == Says.NO
            || says == Says.TO_COME
            || !(answer(says) instanceof AnswerConsent answer)
        ? null
        : new AwaitConfirmation(
            ORGANISATION, SOMEBODY, answer.purpose(), answer.notice(), answer.door());
  }

  private static AnswerConsent answer(
      PurposeKey purpose,
      LawfulBasis basis,
      NoticePublished notice,
      boolean isGiven,
      @Nullable Instant at) {
    return new AnswerConsent(
        ORGANISATION,
        SOMEBODY,
        Persons.declared(purpose, basis, 1),
        notice,
        isGiven,
        CaptureDoor.NEWSLETTER_FORM,
        at);
  }

  private static @Nullable SubjectCommand object(Says says) {
    return switch (says) {
      case RIGHT -> object(NEWSLETTER, LawfulBasis.CONSENT, DpvPurpose.DIRECT_MARKETING);
      case LEGITIMATE_INTEREST ->
          object(
              new PurposeKey("fraud-prevention"),
              LawfulBasis.LEGITIMATE_INTEREST,
              DpvPurpose.FRAUD_PREVENTION_AND_DETECTION);
      case CONTRACT -> object(DELIVERY, LawfulBasis.CONTRACT, DpvPurpose.CUSTOMER_ORDER_MANAGEMENT);
      default -> null;
    };
  }

  private static ObjectToPurpose object(PurposeKey key, LawfulBasis basis, DpvPurpose dpv) {
    Purpose plain = Persons.purpose(key, basis, PersonalField.EMAIL);
    Purpose purpose =
        new Purpose(
            key,
            plain.name(),
            dpv,
            basis,
            null,
            plain.fields(),
            List.of(),
            plain.retention(),
            false);
    return new ObjectToPurpose(
        ORGANISATION, SOMEBODY, new PurposeDeclared(ORGANISATION, 1, purpose), CaptureDoor.ACCOUNT);
  }

  private static @Nullable SubjectCommand merge(Says says) {
    return switch (says) {
      case RIGHT -> new MergeSubject(ORGANISATION, SOMEBODY, OTHER);
      case ITSELF -> new MergeSubject(ORGANISATION, SOMEBODY, SOMEBODY);
      case ANOTHER -> new MergeSubject(ORGANISATION, SOMEBODY, new DataSubjectId(Theatre.id(602)));
      default -> null;
    };
  }

  private static @Nullable SubjectCommand erase(Says says) {
    List<KeptPurpose> law = List.of(new KeptPurpose(DELIVERY, KeepingDuty.LEGAL_OBLIGATION));
    return switch (says) {
      case RIGHT -> erase(List.of(), List.of(), ErasureReason.REQUEST);
      case BY_ITSELF -> erase(List.of(DELIVERY), List.of(), ErasureReason.RETENTION_ENDED);
      case KEPT -> erase(List.of(DELIVERY), law, ErasureReason.REQUEST);
      case ALL_KEPT -> erase(List.of(), law, ErasureReason.REQUEST);
      default -> null;
    };
  }

  private static ErasePersonalData erase(
      List<PurposeKey> purposes, List<KeptPurpose> kept, ErasureReason reason) {
    return new ErasePersonalData(
        ORGANISATION, SOMEBODY, purposes, kept, reason, LocalDate.of(2027, 1, 7));
  }
}

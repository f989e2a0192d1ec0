package org.counterfoil.domain.privacy.subject;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.counterfoil.domain.Decider;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.privacy.PrivacyRejection;
import org.counterfoil.domain.privacy.register.PersonalField;
import org.counterfoil.domain.privacy.register.PurposeKey;
import org.counterfoil.domain.privacy.subject.DataSubject.Agreement;
import org.counterfoil.domain.privacy.subject.DataSubject.Unconfirmed;
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
import org.counterfoil.domain.privacy.subject.SubjectEvent.ConsentExpired;
import org.counterfoil.domain.privacy.subject.SubjectEvent.ConsentGiven;
import org.counterfoil.domain.privacy.subject.SubjectEvent.ConsentRefused;
import org.counterfoil.domain.privacy.subject.SubjectEvent.ConsentRenewed;
import org.counterfoil.domain.privacy.subject.SubjectEvent.ConsentWithdrawn;
import org.counterfoil.domain.privacy.subject.SubjectEvent.ContactMade;
import org.counterfoil.domain.privacy.subject.SubjectEvent.ObjectionMade;
import org.counterfoil.domain.privacy.subject.SubjectEvent.PersonalDataCaptured;
import org.counterfoil.domain.privacy.subject.SubjectEvent.PersonalDataErased;
import org.counterfoil.domain.privacy.subject.SubjectEvent.PersonalDataImported;
import org.counterfoil.domain.privacy.subject.SubjectEvent.PersonalDataRectified;
import org.counterfoil.domain.privacy.subject.SubjectEvent.ProcessingRestricted;
import org.counterfoil.domain.privacy.subject.SubjectEvent.RestrictionLifted;
import org.counterfoil.domain.privacy.subject.SubjectEvent.SubjectMerged;

/** Decides about one person at one organisation. */
public final class SubjectDecider implements Decider<SubjectCommand, DataSubject, SubjectEvent> {

  @Override
  public Decision<SubjectEvent> decide(SubjectCommand command, DataSubject state, Instant now) {
    boolean isBegun = state.organisationId != null;
    boolean isOfAnother = isBegun && !command.organisationId().equals(state.organisationId);
    if (isOfAnother || (!isBegun && !mayBegin(command))) {
      return Decision.reject(
          PrivacyRejection.UNKNOWN_SUBJECT,
          "Expected somebody of the organisation, but " + command.subjectId() + " is not");
    }
    return switch (command) {
      case CapturePersonalData capture -> CaptureRules.capture(capture, state);
      case RecordOrigin origin -> CaptureRules.origin(origin, now);
      case RectifyPersonalData rectify -> CaptureRules.rectify(rectify, state);
      case AnswerConsent answer -> ConsentRules.answer(answer, state, now);
      case AwaitConfirmation await -> ConsentRules.await(await, state, now);
      case ConfirmConsent confirm -> ConsentRules.confirm(confirm, state, now);
      case ReconfirmConsent again -> ConsentRules.reconfirm(again, state, now);
      case WithdrawConsent withdraw -> ConsentRules.withdraw(withdraw, state, now);
      case ExpireConsent expire -> ConsentRules.expire(expire, state, now);
      case ObjectToPurpose object -> ConsentRules.object(object, state, now);
      case RestrictProcessing restrict -> RightsRules.restrict(restrict, state, now);
      case LiftRestriction lift -> RightsRules.lift(lift, state, now);
      case NoteContact contact -> contact(contact, now);
      case MergeSubject merge -> RightsRules.merge(merge, state, now);
      case ErasePersonalData erase -> RightsRules.erase(erase, state, now);
    };
  }

  private static Decision<SubjectEvent> contact(NoteContact contact, Instant now) {
    return contact.at().isAfter(now)
        ? Decision.reject(
            PrivacyRejection.CONTACT_IN_THE_FUTURE,
            "Expected a contact that was made, but it is after " + now)
        : Decision.accept(
            new ContactMade(
                contact.organisationId(), contact.subjectId(), contact.kind(), contact.at()));
  }

  /**
   * Decides several commands about one person, each on what the ones before it led to: all are
   * accepted, or none.
   */
  public Decision<SubjectEvent> decideAll(
      List<SubjectCommand> commands, DataSubject state, Instant now) {
    DataSubject after = state.copy();
    List<SubjectEvent> events = new ArrayList<>();
    for (SubjectCommand command : commands) {
      switch (decide(command, after, now)) {
        case Decision.Rejected<SubjectEvent> refused -> {
          return refused;
        }
        case Decision.Accepted<SubjectEvent> accepted -> {
          accepted.events().forEach(event -> evolve(after, event));
          events.addAll(accepted.events());
        }
      }
    }
    return Decision.accept(events);
  }

  /** Nobody is known of whom nothing was told. */
  private static boolean mayBegin(SubjectCommand command) {
    return command instanceof CapturePersonalData;
  }

  @Override
  public void evolve(DataSubject state, SubjectEvent event) {
    state.organisationId = event.organisationId();
    switch (event) {
      case PersonalDataCaptured captured ->
          keep(state, captured.purpose(), captured.keyId(), captured.fields(), captured.captureId())
                  .basis =
              captured.lawfulBasis();
      case PersonalDataImported imported -> {}
      case PersonalDataRectified rectified ->
          keep(
              state,
              rectified.purpose(),
              rectified.keyId(),
              rectified.fields(),
              rectified.captureId());
      case ConfirmationAwaited awaited -> await(state, awaited);
      case ConsentGiven given -> agree(state, given.purpose(), Agreement.of(given), given.at());
      case ConsentRenewed renewed ->
          agree(state, renewed.purpose(), Agreement.of(renewed), renewed.at());
      case ConsentRefused refused -> state.consent(refused.purpose()).answered(refused.at(), false);
      case ConsentWithdrawn withdrawn ->
          state.consent(withdrawn.purpose()).answered(withdrawn.at(), false);
      case ConsentExpired expired -> state.consent(expired.purpose()).expired(expired.at());
      case ObjectionMade made -> state.objections.put(made.purpose(), made.at());
      case ProcessingRestricted restricted -> state.restrictions.add(restricted.reason());
      case RestrictionLifted lifted -> state.restrictions.remove(lifted.reason());
      case ContactMade contact -> {}
      case SubjectMerged merged -> state.mergedInto = merged.into();
      case PersonalDataErased erased -> erase(state, erased);
    }
  }

  private static DataSubject.Kept keep(
      DataSubject state,
      PurposeKey purpose,
      DataKeyId key,
      List<PersonalField> fields,
      CaptureId capture) {
    DataSubject.Kept kept = state.kept.computeIfAbsent(purpose, none -> new DataSubject.Kept(key));
    fields.forEach(field -> kept.captures.put(field, capture));
    return kept;
  }

  /** What was in force waits from here; what was not is no answer yet. */
  private static void await(DataSubject state, ConfirmationAwaited awaited) {
    state.unconfirmed.put(awaited.purpose(), Unconfirmed.of(awaited));
    if (state.consent(awaited.purpose()).isInForce()) {
      state.consent(awaited.purpose()).awaited(awaited.at());
    }
  }

  private static void agree(
      DataSubject state, PurposeKey purpose, Agreement agreement, Instant at) {
    state.unconfirmed.computeIfPresent(
        purpose, (key, asked) -> at.isAfter(asked.at()) ? null : asked);
    state.agreements.put(purpose, agreement);
    state.consent(purpose).answered(at, true);
  }

  private static void erase(DataSubject state, PersonalDataErased erased) {
    for (ErasedPurpose one : erased.erased()) {
      state.unconfirmed.remove(one.purpose());
      DataSubject.Kept kept = state.kept.get(one.purpose());
      if (kept != null) {
        kept.erased = new Standing.Erased(erased.at(), erased.reason());
      }
    }
  }
}
